// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What figures come from, as a flag of the JVMs that measure: {@code -Dinitium.origin=benchmarks:…,core:…}, hashes of the
 * sources in this build; then versions of native peers, and the environment variables that choose their kernels and blocks.
 */
final class Origin {
    /** Name of the property. */
    static final String PROPERTY = "initium.origin";

    /** Hexadecimal digits of a hash that are enough to tell sources apart. */
    private static final int DIGITS = 16;

    private static final List<String> PEERS =
            List.of("org.bytedeco/openblas", "org.bytedeco/pytorch", "org.nd4j/nd4j-native");

    private static final List<String> VARIABLES = List.of(
            "OPENBLAS_CORETYPE",
            "OPENBLAS_L2_SIZE",
            "ATEN_CPU_CAPABILITY",
            "DNNL_MAX_CPU_ISA",
            "MKL_ENABLE_INSTRUCTIONS");

    private Origin() {}

    /**
     * The flag for this build in this environment.
     *
     * @throws IOException if the sources, which are part of the jar, cannot be read
     */
    static String flag() throws IOException {
        List<String> parts = new ArrayList<>();
        parts.add("benchmarks:" + Benchmarks.sourceHash().substring(0, DIGITS));
        parts.add("core:" + Benchmarks.coreHash().substring(0, DIGITS));
        for (String peer : PEERS) {
            String version = version(peer);
            if (version != null) {
                parts.add(peer.substring(peer.indexOf('/') + 1) + ":" + version);
            }
        }
        for (String variable : VARIABLES) {
            String value = System.getenv(variable);
            if (value != null && value.matches("\\w+")) {
                parts.add(variable + ":" + value);
            }
        }
        return "-D" + PROPERTY + "=" + String.join(",", parts);
    }

    /** The version that Maven wrote into a library's jar, which became part of this one; null if it did not. */
    private static String version(String peer) throws IOException {
        try (InputStream in = Origin.class.getResourceAsStream("/META-INF/maven/" + peer + "/pom.properties")) {
            if (in == null) {
                return null;
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        }
    }
}
