// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A short name for everything that must agree before two runs may be compared: processor, cores, vector width, operating
 * system, instruction set, JDK vendor and feature version.
 *
 * <p>Between hosts, unchanged code differed by tens of percent in public bug reports, with tiny error bars: the spread
 * within a run knows nothing of the offset between machines. So runs with different fingerprints are refused, not corrected.
 *
 * @param slug readable part and the first 8 hex digits of a SHA-256, {@code amd-epyc-2c-512b-1a2b3c4d}
 */
public record Fingerprint(String slug) {
    private static final int MODEL_LENGTH = 40;

    /** The name of the machine and runtime in {@code environment}. */
    public static Fingerprint of(Environment environment) {
        Environment.Machine machine = environment.machine();
        String readable = model(machine.cpuModel()) + "-" + machine.logicalCores() + "c-" + machine.simdBits() + "b";
        return new Fingerprint(
                readable + "-" + sha256(parts(environment).toString()).substring(0, 8));
    }

    /** What differs between two environments in a way that makes them incomparable, one sentence part each; empty if nothing. */
    public static List<String> differences(Environment base, Environment current) {
        Map<String, String> before = parts(base);
        List<String> differences = new ArrayList<>();
        parts(current).forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                differences.add(name + " was " + before.get(name) + ", is " + value);
            }
        });
        return differences;
    }

    private static Map<String, String> parts(Environment environment) {
        Environment.Machine machine = environment.machine();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("CPU", machine.cpuModel());
        parts.put("CPU revision", machine.cpuVendor() + " " + machine.cpuRevision());
        parts.put("logical cores", Integer.toString(machine.logicalCores()));
        parts.put("SIMD bits", Integer.toString(machine.simdBits()));
        parts.put("operating system", machine.os());
        parts.put("architecture", machine.arch());
        parts.put("JDK vendor", environment.java().vendor());
        parts.put("JDK feature version", environment.java().feature());
        return parts;
    }

    private static String model(String name) {
        String words = name.toLowerCase(Locale.ROOT)
                .replaceAll("\\((r|tm)\\)|@.*|\\b(cpu|processor)\\b|\\b[0-9]+-core\\b", " ")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = words.substring(0, Math.min(words.length(), MODEL_LENGTH)).replaceAll("^-|-$", "");
        return cut.isEmpty() ? Environment.UNKNOWN : cut;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return slug;
    }
}
