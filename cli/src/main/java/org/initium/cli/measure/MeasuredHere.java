// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.initium.results.JmhBenchmark;
import org.initium.results.JmhRun;
import org.initium.results.Origin;

/** Whether a file of JMH's fits this build and this JVM, so that it may be published as theirs. */
final class MeasuredHere {
    /** Forks of a row that can be compared. */
    private static final int FORKS = 5;

    /** Flags that decide how wide the vectors are, which the environment states. */
    private static final List<String> WIDTH = List.of("-XX:UseAVX=", "-XX:UseSSE=", "-XX:MaxVectorSize=");

    private MeasuredHere() {}

    /** The flags that this JVM was started with. */
    static List<String> flagsOfThisJvm() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    /**
     * Checks every row.
     *
     * @param benchmarkHash hash of this build's benchmarks
     * @param coreHash hash of this build's core
     * @param flags the flags of this JVM
     * @throws IllegalArgumentException if there are no rows, or one was measured from other sources, in fewer forks than five,
     *     or with vectors of another width than this JVM's
     */
    static void require(Path file, JmhRun run, String benchmarkHash, String coreHash, List<String> flags) {
        if (run.benchmarks().isEmpty()) {
            throw new IllegalArgumentException(file + " holds no benchmark");
        }
        for (JmhBenchmark row : run.benchmarks()) {
            String where = file + ": " + row.key() + " was measured ";
            List<String> measured = row.conditions().jvmArgs();
            Origin origin = Origin.of(measured)
                    .orElseThrow(() -> new IllegalArgumentException(where
                            + "in JVMs that do not name their sources, expected those of"
                            + " benchmarks/target/benchmarks.jar"));
            requireHash(where, "benchmarks", origin.benchmarks(), benchmarkHash);
            requireHash(where, "core", origin.core(), coreHash);
            if (row.forks().size() < FORKS) {
                throw new IllegalArgumentException(
                        where + "in " + row.forks().size() + " forks, expected " + FORKS + " or more");
            }
            String theirs = width(measured);
            String ours = width(flags);
            if (!theirs.equals(ours)) {
                throw new IllegalArgumentException(where + theirs + ", but this JVM runs " + ours
                        + ": set INITIUM_OPTS to what was measured with");
            }
        }
    }

    private static void requireHash(String where, String what, String measured, String here) {
        if (measured.isEmpty() || !here.startsWith(measured)) {
            throw new IllegalArgumentException(
                    where + "from other sources of " + what + " (" + measured + "...) than these ("
                            + here.substring(0, 16) + "...): check the commit out that was measured, or measure again");
        }
    }

    /** The flags that decide the width, in words. */
    private static String width(List<String> flags) {
        Set<String> width = new TreeSet<>();
        for (String flag : flags) {
            if (WIDTH.stream().anyMatch(flag::startsWith)) {
                width.add(flag);
            }
        }
        return width.isEmpty() ? "without a limit on vectors" : "with " + String.join(" ", width);
    }
}
