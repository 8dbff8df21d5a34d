// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.initium.results.Environment;

/** Made-up runs on disk, of one benchmark in average time. */
final class RunFixture {
    private RunFixture() {}

    /** A run whose forks took these times. */
    static Path write(Path folder, String cpu, String utc, double... forks) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("bench.json"), bench(forks));
        environment(cpu, utc).write(folder.resolve("environment.json"));
        return folder;
    }

    /** A made-up machine, commit and runtime. */
    static Environment environment(String cpu, String utc) {
        return new Environment(
                Environment.SCHEMA,
                utc,
                new Environment.Source("1a2b3c4d5e6f", false, "hash", "1.37"),
                new Environment.Machine(
                        cpu, "vendor", "1", 2, List.of(), List.of(), 512, 8192, "unknown", "none", "Linux", "6",
                        "amd64"),
                new Environment.Java("vendor", "25.0.3+9", "HotSpot", List.of()),
                "0 0 0");
    }

    /** JMH's results, whose forks took these times. */
    static String bench(double... forks) {
        String raw = DoubleStream.of(forks)
                .mapToObj(time -> String.format(Locale.ROOT, "[%1$s, %1$s, %1$s]", time))
                .collect(Collectors.joining(", "));
        return "[{\"jmhVersion\": \"1.37\", \"benchmark\": \"org.initium.benchmarks.GemmBenchmark.initium\", \"mode\": \"avgt\","
                + " \"threads\": 1, \"forks\": " + forks.length + ", \"jvmArgs\": [], \"params\": {\"n\": \"64\"},"
                + " \"warmupIterations\": 3, \"warmupTime\": \"500 ms\","
                + " \"measurementIterations\": 3, \"measurementTime\": \"500 ms\","
                + " \"primaryMetric\": {\"score\": " + forks[0] + ", \"scoreError\": \"NaN\", \"scoreUnit\": \"ns/op\","
                + " \"rawData\": [" + raw + "]}, \"secondaryMetrics\": {}}]";
    }
}
