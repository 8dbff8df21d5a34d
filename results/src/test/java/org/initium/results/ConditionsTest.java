// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.initium.results.Conditions.Iterations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionsTest {
    private static final Iterations WARMUP = new Iterations(3, "500 ms");
    private static final Iterations MEASUREMENT = new Iterations(5, "500 ms");
    private static final List<String> FLAGS = List.of("-Xms2g", "-Xmx2g");
    private static final Conditions BASE = new Conditions("1.37", FLAGS, WARMUP, MEASUREMENT);

    static Stream<Arguments> differences() {
        return Stream.of(
                Arguments.of(
                        new Conditions("1.37", FLAGS, WARMUP, new Iterations(3, "200 ms")),
                        "measured with 3 x 200 ms instead of 5 x 500 ms"),
                Arguments.of(
                        new Conditions("1.37", FLAGS, WARMUP, new Iterations(5, "1 s")),
                        "measured with 5 x 1 s instead of 5 x 500 ms"),
                Arguments.of(
                        new Conditions("1.37", FLAGS, new Iterations(2, "500 ms"), MEASUREMENT),
                        "warmed up with 2 x 500 ms instead of 3 x 500 ms"),
                Arguments.of(
                        new Conditions("1.37", FLAGS, new Iterations(3, "300 ms"), MEASUREMENT),
                        "warmed up with 3 x 300 ms instead of 3 x 500 ms"),
                Arguments.of(
                        new Conditions("1.37", List.of("-Xms2g", "-Xmx4g"), WARMUP, MEASUREMENT),
                        "other JVM flags: with -Xmx4g without -Xmx2g"),
                Arguments.of(
                        new Conditions("1.37", List.of(), WARMUP, MEASUREMENT),
                        "other JVM flags: without -Xms2g -Xmx2g"),
                Arguments.of(
                        new Conditions("1.37", List.of("-Xmx2g", "-Xms2g", "-Xmx2g"), WARMUP, MEASUREMENT),
                        "other JVM flags: with -Xmx2g"),
                Arguments.of(
                        new Conditions("1.38", FLAGS, WARMUP, MEASUREMENT), "measured by JMH 1.38 instead of 1.37"),
                Arguments.of(
                        new Conditions("1.38", FLAGS, WARMUP, new Iterations(1, "1 s")),
                        "measured with 1 x 1 s instead of 5 x 500 ms; measured by JMH 1.38 instead of 1.37"));
    }

    /** Twice as slow in one case and equal in the other: neither SLOWER nor SAME may come of it. */
    @ParameterizedTest
    @MethodSource("differences")
    void rowsMeasuredOtherwiseAreNotJudged(Conditions conditions, String reason) {
        for (double centre : new double[] {100, 200, 50}) {
            Comparison comparison = compare(row(BASE, 100), row(conditions, centre));
            Comparison.Row row = comparison.rows().get(0);
            assertThat(row.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(row.note()).isEqualTo(reason);
            assertThat(row.ratio()).isNaN();
            assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        }
    }

    @Test
    void theOrderOfFlagsDoesNotMatter() {
        Conditions shuffled = new Conditions("1.37", List.of("-Xmx2g", "-Xms2g"), WARMUP, MEASUREMENT);
        assertThat(shuffled.differences(BASE)).isEmpty();
        assertThat(compare(row(BASE, 100), row(shuffled, 100)).verdict()).isEqualTo(Verdict.SAME);
    }

    /** The rest of the table is judged as ever. */
    @Test
    void oneRowMeasuredOtherwiseDoesNotHideTheOthers() {
        JmhBenchmark other = Samples.row("B.initium", Map.of(), "us/op", new double[] {100}, new double[] {101});
        JmhBenchmark slow = Samples.row("B.initium", Map.of(), "us/op", new double[] {200}, new double[] {202});
        Conditions brief = new Conditions("1.37", FLAGS, WARMUP, new Iterations(1, "1 s"));
        Comparison comparison = new Comparer(0.05, Accepted.NONE)
                .compare(
                        Samples.run("2026-01-01T00:00:00Z", "h", row(BASE, 100), other),
                        Samples.run("2026-01-02T00:00:00Z", "h", row(brief, 100), slow));
        assertThat(comparison.count(Verdict.INCONCLUSIVE)).isEqualTo(1);
        assertThat(comparison.tested()).isEqualTo(1);
        assertThat(comparison.verdict()).isEqualTo(Verdict.SLOWER);
    }

    /** Mode and threads are part of the key, so that such rows never meet. */
    @Test
    void otherModesAndThreadsAreOtherBenchmarks() {
        double[][] forks = {{100}, {101}};
        JmhBenchmark one = Samples.row("A.initium", Map.of(), "us/op", forks);
        JmhBenchmark sampled = Samples.row("A.initium", "sample", Map.of(), "us/op", forks);
        JmhBenchmark two = new JmhBenchmark(
                one.name(), "avgt", 2, Map.of(), BASE, one.unit(), 100, Double.NaN, List.of(forks), Map.of());
        for (JmhBenchmark other : List.of(sampled, two)) {
            Comparison comparison = compare(one, other);
            assertThat(comparison.rows()).isEmpty();
            assertThat(comparison.onlyInBase()).containsExactly(one.key());
            assertThat(comparison.onlyInCurrent()).containsExactly(other.key());
            assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        }
    }

    private static JmhBenchmark row(Conditions conditions, double centre) {
        double[][] forks = {{0.997 * centre}, {0.999 * centre}, {1.001 * centre}, {1.003 * centre}};
        return Samples.row("A.initium", "avgt", Map.of(), "us/op", conditions, forks);
    }

    private static Comparison compare(JmhBenchmark base, JmhBenchmark current) {
        return new Comparer(0.05, Accepted.NONE)
                .compare(
                        Samples.run("2026-01-01T00:00:00Z", "h", base),
                        new Run(
                                environment(current.conditions().jmhVersion()),
                                new JmhRun(List.of(current)),
                                Samples.verification(true)));
    }

    private static Environment environment(String jmhVersion) {
        Environment like = Samples.environment("2026-01-02T00:00:00Z", "h");
        return new Environment(
                like.schema(),
                like.utc(),
                new Environment.Source("0123456789ab", false, "h", jmhVersion),
                like.machine(),
                like.java(),
                like.loadAverage());
    }

    /** Another commit is what a comparison is for. */
    @Test
    void theOriginIsNoCondition() {
        Conditions here = new Conditions(
                "1.37", List.of("-Dinitium.origin=benchmarks:1,core:2", "-Xms2g", "-Xmx2g"), WARMUP, MEASUREMENT);
        Conditions there = new Conditions(
                "1.37", List.of("-Dinitium.origin=benchmarks:1,core:3", "-Xms2g", "-Xmx2g"), WARMUP, MEASUREMENT);
        assertThat(here.differences(there)).isEmpty();
        assertThat(here.differences(BASE)).isEmpty();
        assertThat(BASE.differences(here)).isEmpty();
    }
}
