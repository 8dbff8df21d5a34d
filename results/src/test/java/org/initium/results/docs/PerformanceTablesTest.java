// SPDX-License-Identifier: Apache-2.0
package org.initium.results.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.initium.results.JmhBenchmark;
import org.initium.results.JmhRun;
import org.initium.results.Published;
import org.initium.results.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformanceTablesTest {
    private static JmhBenchmark row(String name, String param, String value, double nanos) {
        return Samples.row(
                name, Map.of(param, value), "ns/op", new double[] {nanos}, new double[] {nanos}, new double[] {
                    1.1 * nanos
                });
    }

    /** Normals of which the long ones are as slow as the goals allow, and a peer twice and one thrice as slow. */
    private static JmhRun run(double slow) {
        List<JmhBenchmark> rows = new ArrayList<>();
        for (String size : new String[] {"4096", "16777216"}) {
            double floats = Double.parseDouble(size);
            double own = size.equals("4096") ? 0.5 : slow;
            rows.add(row("NormalFillBenchmark.initium", "size", size, own * floats));
            rows.add(row("NormalFillBenchmark.commonsRng", "size", size, 2.001 * slow * floats));
            rows.add(row("NormalFillNativeBenchmark.torch", "size", size, 3 * slow * floats));
        }
        rows.add(Samples.row("RooflineBenchmark.writeL1", Map.of(), "ns/op", new double[] {1024}));
        rows.add(Samples.row("RooflineBenchmark.writeDram", Map.of(), "ms/op", new double[] {8}));
        return new JmhRun(rows);
    }

    private static Goal goal(String text) {
        return Goals.ALL.stream()
                .filter(g -> g.text().contains(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBoundHoldsForTheWorstRow() {
        Outcome met = Outcome.of(goal("≤ 1.1 ns"), run(1.099)).orElseThrow();
        assertThat(met.met()).isTrue();
        assertThat(met.figure()).isEqualTo("0.500 … 1.10 ns/float");
        assertThat(met.ratio()).isEqualTo("–");
        // 1,024 ns of writing in 2,048; 8 ms in 18.4.
        assertThat(met.share()).isEqualTo("43.4 … 50.0 %");
        assertThat(met.spread()).isEqualTo("1.10");
        assertThat(Outcome.of(goal("≤ 1.1 ns"), run(1.101)).orElseThrow().met()).isFalse();
    }

    @Test
    void aRatioHoldsForTheWorstRow() {
        Outcome twice = Outcome.of(goal("≥ 2 × Commons RNG's ziggurat"), run(1)).orElseThrow();
        assertThat(twice.met()).isTrue();
        // 4 and 2, and their geometric mean.
        assertThat(twice.ratio()).startsWith("2.83 (").endsWith("); least 2.00 at size=16777216");
        Outcome four = Outcome.of(goal("`normal_`"), run(1)).orElseThrow();
        assertThat(four.met()).isFalse();
        assertThat(four.ratio()).endsWith("; least 3.00 at size=16777216");
    }

    @Test
    void aMeanAllowsOneWeakRowDownToItsFloor() {
        Cases cases = Cases.of("NormalFillBenchmark", "initium").with("size", "4096", "16777216");
        JmhRun run = run(1);
        assertThat(met(Goal.mean("", "", cases, "commonsRng", 2.8, 2), run)).isTrue();
        assertThat(met(Goal.mean("", "", cases, "commonsRng", 2.9, 2), run)).isFalse();
        assertThat(met(Goal.mean("", "", cases, "commonsRng", 2.8, 2.1), run)).isFalse();
        assertThat(met(Goal.mean("", "", cases, "commonsRng", 2.8, Double.NaN), run))
                .isTrue();
    }

    private static boolean met(Goal goal, JmhRun run) {
        return Outcome.of(goal, run).orElseThrow().met();
    }

    @Test
    void aMissingRowIsNotMeasured() {
        JmhRun run = new JmhRun(run(1).benchmarks().subList(1, 6));
        assertThat(Outcome.of(goal("≤ 1.1 ns"), run)).isEmpty();
        assertThat(Outcome.of(goal("≥ 1.2 × libtorch"), run)).isEmpty();
    }

    /** A rate is met from above, a cost from below. */
    @Test
    void ratesAreMetFromAbove() {
        Goal goal = goal("≥ 100,000 samples/s");
        assertThat(met(goal, step(319_999))).isTrue();
        assertThat(met(goal, step(320_001))).isFalse();
    }

    private static JmhRun step(double nanos) {
        return new JmhRun(List.of(Samples.row(
                "TrainStepBenchmark.initium", Map.of("model", "784-128-10", "batch", "32"), "ns/op", new double[] {nanos
                })));
    }

    @Test
    void withoutNativePeersThereIsNoTable(@TempDir Path folder) throws IOException {
        assertThat(PerformanceTables.of(new Published(folder)))
                .containsOnlyKeys("goals", "figures")
                .allSatisfy((name, lines) ->
                        assertThat(lines).containsExactly("No run with native peers is published yet."));
    }

    @Test
    void theNewestRunOfAMachineIsShown(@TempDir Path folder) throws IOException {
        Published published = new Published(folder.resolve("published"));
        Path bench = folder.resolve("bench.json");
        for (String day : new String[] {"01", "02"}) {
            Files.writeString(bench, json(day.equals("01") ? 100 : 200));
            published.add(bench, Samples.verification(true), Samples.environment("2026-01-" + day + "T00:00:00Z", "h"));
        }
        List<String> goals = PerformanceTables.of(published).get("goals");
        assertThat(goals)
                .filteredOn(line -> line.startsWith("### "))
                .singleElement()
                .asString()
                .endsWith(", 20260102T000000Z-0123456789ab");
        assertThat(goals).anyMatch(line -> line.contains("openblas 0.3.31") && line.contains("512 bits"));
        assertThat(goals)
                .anyMatch(line -> line.equals(
                        "0 of " + Goals.ALL.size() + " goals met, 0 missed, " + Goals.ALL.size() + " not measured."));
        assertThat(PerformanceTables.of(published).get("figures"))
                .contains("| GemmBenchmark | openblas |", "| n=64 | 2.62 GFLOP/s |");
    }

    /** 2 · 64³ flop. */
    private static String json(int nanos) {
        return """
                [{"jmhVersion": "1.37", "benchmark": "org.initium.benchmarks.GemmNativeBenchmark.openblas",
                "mode": "avgt", "threads": 1, "forks": 1,
                "jvmArgs": ["-Dinitium.origin=benchmarks:1,core:2,openblas:0.3.31"],
                "params": {"n": "64"}, "warmupIterations": 1, "warmupTime": "1 s", "measurementIterations": 1,
                "measurementTime": "1 s", "primaryMetric": {"score": 1, "scoreError": "NaN", "scoreUnit": "us/op",
                "rawData": [[%d]]}, "secondaryMetrics": {}}]
                """.formatted(nanos);
    }

    @Test
    void everyGoalNamesOneUnitOrOnePeer() {
        assertThat(Goals.ALL).allSatisfy(goal -> {
            assertThat(goal.unit().isEmpty()).isNotEqualTo(goal.peer().isEmpty());
            assertThat(Double.isNaN(goal.mean()) && Double.isNaN(goal.each())).isFalse();
            assertThat(goal.cases().settings()).doesNotHaveDuplicates().isNotEmpty();
        });
    }
}
