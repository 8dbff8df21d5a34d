// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a measuring JVM said about itself by the flag {@code -Dinitium.origin=benchmarks:…,core:…,openblas:…}: hashes of the
 * sources it ran, versions of native peers, and the environment variables that choose their kernels.
 *
 * @param parts values by name, in the order of the flag
 */
public record Origin(Map<String, String> parts) {
    /** What the flag begins with. */
    static final String FLAG = "-Dinitium.origin=";

    private static final String BENCHMARKS = "benchmarks";
    private static final String CORE = "core";

    /** Copies the map. */
    public Origin {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** The origin among some flags, if there is one. */
    public static Optional<Origin> of(List<String> flags) {
        return flags.stream().filter(Origin::isFlag).findFirst().map(Origin::parse);
    }

    private static Origin parse(String flag) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : flag.substring(FLAG.length()).split(",")) {
            int colon = part.indexOf(':');
            if (colon > 0) {
                parts.put(part.substring(0, colon), part.substring(colon + 1));
            }
        }
        return new Origin(parts);
    }

    /** Whether a flag tells the origin; it changes nothing about how the JVM measures. */
    static boolean isFlag(String flag) {
        return flag.startsWith(FLAG);
    }

    /** The beginning of the hash of the benchmarks' sources; empty if it is not told. */
    public String benchmarks() {
        return parts.getOrDefault(BENCHMARKS, "");
    }

    /** The beginning of the hash of core's sources; empty if it is not told. */
    public String core() {
        return parts.getOrDefault(CORE, "");
    }

    /** The native peers and what chose their kernels, {@code openblas 0.3.31-1.5.13, OPENBLAS_CORETYPE Haswell}; may be empty. */
    public String peers() {
        return parts.entrySet().stream()
                .filter(part ->
                        !part.getKey().equals(BENCHMARKS) && !part.getKey().equals(CORE))
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(", "));
    }
}
