// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarksTest {
    private static final OutputFormat SILENT = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);

    /** Published results and bars rely on these names: a class or a contender less, or more, is a change of contract. */
    @Test
    void classesHaveTheirContenders() {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        for (String name : Benchmarks.list()) {
            int dot = name.lastIndexOf('.');
            found.computeIfAbsent(name.substring(0, dot), key -> new TreeSet<>())
                    .add(name.substring(dot + 1));
        }
        Map<String, TreeSet<String>> expected = new TreeMap<>();
        expect(expected, "UniformFillBenchmark", "initium initiumScalar commonsMath commonsRng jdk ejml");
        expect(expected, "NormalFillBenchmark", "initium initiumScalar commonsMath commonsRng jdk ejml");
        expect(expected, "TruncatedNormalFillBenchmark", "initium initiumScalar commonsMath commonsRng jdk");
        expect(expected, "InitializerBenchmark", "initium initiumScalar");
        expect(expected, "VarianceScalingFillBenchmark", "initium initiumLaw");
        expect(expected, "OrthogonalBenchmark", "initium");
        expect(expected, "OrthogonalSlowBenchmark", "initiumScalar ejml commonsMath");
        expect(expected, "QrBenchmark", "initium");
        expect(expected, "WordsBenchmark", "initium");
        expect(expected, "GemmBenchmark", "initium netlib");
        expect(expected, "GemmSlowBenchmark", "initiumScalar ejml commonsMath jdk");
        expect(expected, "GemmLayerBenchmark", "initium netlib");
        expect(expected, "GemmLayerSlowBenchmark", "initiumScalar ejml commonsMath jdk");
        expect(expected, "GemmThreadsBenchmark", "initiumOneThread initiumTwoThreads");
        expect(expected, "TrainStepBenchmark", "initium");
        expect(expected, "TrainStepSlowBenchmark", "initiumScalar ejml jdk");
        expect(expected, "EmbeddingTrainStepBenchmark", "initium jdk");
        expect(expected, "RooflineBenchmark", "fmaPeak triadL1 triadL2 triadDram writeL1 writeDram");
        assertThat(found).isEqualTo(expected);
    }

    private static void expect(Map<String, TreeSet<String>> expected, String type, String contenders) {
        expected.put("org.initium.benchmarks." + type, new TreeSet<>(List.of(contenders.split(" "))));
    }

    /** No benchmark is in JMH's list that the classes here do not name; those of the profile native-peers are extra. */
    @Test
    void listIsComplete() {
        TreeSet<String> all = new TreeSet<>();
        for (BenchmarkListEntry entry : BenchmarkList.defaultList().getAll(SILENT, List.of())) {
            all.add(entry.getUsername());
        }
        all.removeIf(name -> name.contains("NativeBenchmark.") || name.contains("Nd4jBenchmark."));
        assertThat(Benchmarks.list()).isEqualTo(all);
    }

    /**
     * Every fork has the module, one thread and a fixed heap in jvmArgs; only initiumScalar has the scalar kernels, only
     * initiumTwoThreads two threads.
     */
    @Test
    void forksRunWhatTheyAreNamedAfter() {
        for (BenchmarkListEntry entry : BenchmarkList.defaultList().getAll(SILENT, List.of())) {
            Collection<String> arguments = entry.getJvmArgs().get();
            assertThat(arguments)
                    .as(entry.getUsername())
                    .contains(
                            "--add-modules=jdk.incubator.vector",
                            "-Xms1g",
                            "-Xmx1g",
                            "-XX:+AlwaysPreTouch",
                            entry.getUsername().endsWith(".initiumTwoThreads")
                                    ? "-Dinitium.threads=2"
                                    : "-Dinitium.threads=1");
            assertThat(arguments.contains("-Dinitium.simd=scalar"))
                    .as(entry.getUsername())
                    .isEqualTo(entry.getUsername().endsWith(".initiumScalar"));
            assertThat(entry.getForks().get()).isEqualTo(5);
            assertThat(entry.getWarmupIterations().get()).isEqualTo(2);
            assertThat(entry.getMeasurementIterations().get()).isEqualTo(3);
        }
    }

    /** One configuration of the whole way through JMH, in a JVM of its own, with a user's arguments. */
    @Test
    void runsAndWritesJmhsJson(@TempDir Path folder) throws Exception {
        Path json = folder.resolve("bench.json");
        Collection<RunResult> results = Benchmarks.run(
                Profile.QUICK,
                "GemmSlowBenchmark\\.initiumScalar$",
                json,
                List.of("-p", "n=8", "-wi", "1", "-w", "10ms", "-i", "1", "-r", "10ms", "-jvmArgsAppend", "-Xint"),
                SILENT);
        assertThat(results).hasSize(1);
        assertThat(Files.readString(json))
                .contains(
                        "\"benchmark\" : \"org.initium.benchmarks.GemmSlowBenchmark.initiumScalar\"",
                        "\"n\" : \"8\"",
                        "\"" + Benchmarks.origin() + "\"");
        assertThat(folder).isDirectoryContaining("glob:**bench.json");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    /** A JVM that runs other kernels than the name says fails the run, and nothing is written. */
    @Test
    void failsInTheWrongMode(@TempDir Path folder) {
        assertThatThrownBy(() -> Benchmarks.run(
                        Profile.QUICK,
                        "GemmBenchmark\\.initium$",
                        folder.resolve("bench.json"),
                        List.of("-p", "n=8", "-wi", "0", "-i", "1", "-jvmArgsAppend", "-Dinitium.simd=scalar"),
                        SILENT))
                .isInstanceOf(RunnerException.class)
                .hasMessageContaining("GemmBenchmark.initium measures the kernels with vectors");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAResultWithoutFolder(@TempDir Path folder) {
        Path json = folder.resolve("missing").resolve("bench.json");
        assertThatThrownBy(() -> Benchmarks.run(Profile.QUICK, null, json, List.of(), SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(json.toString());
    }
}
