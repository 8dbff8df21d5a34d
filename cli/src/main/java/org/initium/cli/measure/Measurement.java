// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.initium.benchmarks.Benchmarks;
import org.initium.benchmarks.Profile;
import org.initium.results.Environment;
import org.initium.results.JmhRun;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Runs the benchmarks in JVMs of their own, and records what these were started with. */
final class Measurement {
    private static final List<String> SETTINGS = List.of("initium.simd", "initium.threads");

    private Measurement() {}

    /**
     * Refuses settings of this JVM that the measuring ones do not inherit: every benchmark names its own, and figures of the
     * default kernels would pass for those of the kernels that were asked for.
     *
     * @throws IllegalArgumentException if one is set
     */
    static void refuseSettings() {
        for (String name : SETTINGS) {
            String value = System.getProperty(name);
            if (value != null) {
                throw new IllegalArgumentException("-D" + name + "=" + value
                        + " does not reach the JVMs that measure, as each benchmark sets its own: leave it out");
            }
        }
    }

    /**
     * Runs JMH.
     *
     * @param file where JMH's results go, when all is measured
     * @throws IOException if a benchmark fails, which fails the whole run, or if the file cannot be written
     */
    static JmhRun run(Profile profile, String regex, List<String> jmhArguments, Path file, OutputFormat output)
            throws IOException {
        try {
            Benchmarks.run(profile, regex, file, jmhArguments, output);
        } catch (RunnerException e) {
            throw new IOException("the benchmarks did not run through: " + e.getMessage(), e);
        }
        return JmhRun.read(file);
    }

    /**
     * The environment with the flags of the JVMs that measured, which are known only afterwards: each flag once, whichever
     * benchmarks had it. Those that measure the scalar kernels have one that the others do not.
     */
    static Environment withFlags(Environment environment, JmhRun bench) {
        Environment.Java java = environment.java();
        List<String> flags = bench.benchmarks().stream()
                .map(row -> row.conditions().jvmArgs())
                .flatMap(List::stream)
                .distinct()
                .toList();
        return new Environment(
                environment.schema(),
                environment.utc(),
                environment.source(),
                environment.machine(),
                new Environment.Java(java.vendor(), java.version(), java.vm(), flags),
                environment.loadAverage());
    }
}
