// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparerTest {
    private static final String BEFORE = "2026-01-01T00:00:00Z";
    private static final String AFTER = "2026-01-02T00:00:00Z";
    private static final Comparer COMPARER = new Comparer(Comparer.DEFAULT_LIMIT, Accepted.NONE);

    @ParameterizedTest
    @CsvSource({
        "avgt,  us/op,  1.00, SAME",
        "avgt,  us/op,  1.04, SAME",
        "avgt,  us/op,  1.10, SLOWER",
        "avgt,  us/op,  0.90, FASTER",
        "thrpt, ops/us, 1.00, SAME",
        "thrpt, ops/us, 1.10, FASTER",
        "thrpt, ops/us, 0.90, SLOWER",
        "avgt,  us/op,  1.05, INCONCLUSIVE"
    })
    void theVerdictKnowsTheDirection(String mode, String unit, double factor, Verdict verdict) {
        Comparison comparison =
                COMPARER.compare(run(BEFORE, tight(mode, unit, 100)), run(AFTER, tight(mode, unit, 100 * factor)));
        Comparison.Row row = comparison.rows().get(0);
        assertThat(row.verdict()).isEqualTo(verdict);
        assertThat(row.low()).isLessThan(factor).isLessThan(row.ratio());
        assertThat(row.high()).isGreaterThan(factor).isGreaterThan(row.ratio());
        assertThat(comparison.verdict()).isEqualTo(verdict);
    }

    /** A family of 20 equal benchmarks, 400 times: no row may be called slower or faster, for their spread is far below 5 %. */
    @Test
    void equalRunsRaiseNoAlarm() {
        SplittableRandom random = new SplittableRandom(20260201);
        for (int trial = 0; trial < 400; trial++) {
            Comparison comparison = COMPARER.compare(noisy(random, BEFORE, 20, 1), noisy(random, AFTER, 20, 1));
            assertThat(comparison.count(Verdict.SLOWER) + comparison.count(Verdict.FASTER))
                    .isZero();
        }
    }

    /**
     * The worst true state that still counts as no change, 20 benchmarks exactly at the limit: one SLOWER or more in 2.5 % of
     * families at most. 2000 families allow 4 standard errors of 0.35 %, so 3.9 %.
     */
    @Test
    void theFamilyKeepsItsFalseAlarmRate() {
        SplittableRandom random = new SplittableRandom(20260202);
        int alarms = 0;
        for (int trial = 0; trial < 2000; trial++) {
            Comparison comparison = COMPARER.compare(noisy(random, BEFORE, 20, 1), noisy(random, AFTER, 20, 1.05));
            alarms += comparison.count(Verdict.SLOWER) > 0 ? 1 : 0;
        }
        // far from zero too, or the test could not tell a rule that never speaks
        assertThat(alarms / 2000.0).isBetween(0.005, 0.039);
    }

    /**
     * One benchmark, 10 % slower, 5 forks, 2 % between forks. 200,000 trials of Welch's t on plain normals whose means lie
     * log(1.1 / 1.05) / 0.0202 standard deviations apart exceeded the limit in 87.3 %; 4 standard errors of 1000 are 4.2 %.
     */
    @ParameterizedTest
    @ValueSource(strings = {"avgt", "thrpt"})
    void aSlowdownOfTenPercentIsFound(String mode) {
        SplittableRandom random = new SplittableRandom(20260203);
        boolean cost = mode.equals("avgt");
        String unit = cost ? "us/op" : "ops/us";
        int found = 0;
        for (int trial = 0; trial < 1000; trial++) {
            Run base = run(BEFORE, Samples.row("A.initium", mode, Map.of(), unit, Samples.forks(random, 5, 100)));
            double slow = cost ? 110 : 100 / 1.1;
            Run current = run(AFTER, Samples.row("A.initium", mode, Map.of(), unit, Samples.forks(random, 5, slow)));
            found += COMPARER.compare(base, current).verdict() == Verdict.SLOWER ? 1 : 0;
        }
        assertThat(found / 1000.0).isBetween(0.831, 0.915);
    }

    @Test
    void tooFewForksAreInconclusiveAndSayWhatIsMissing() {
        Comparison.Row row = COMPARER.compare(
                        run(BEFORE, Samples.row("A.initium", Map.of(), "us/op", new double[] {1})),
                        run(AFTER, Samples.row("A.initium", Map.of(), "us/op", new double[] {2}, new double[] {2})))
                .rows()
                .get(0);
        assertThat(row.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(row.note()).isEqualTo("needs at least 2 forks a side, has 1 and 2");
        assertThat(row.low()).isNaN();
        assertThat(row.detectable()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void scoresWithoutALogarithmAreInconclusive(double odd) {
        Comparison.Row row = COMPARER.compare(
                        run(BEFORE, tight("avgt", "us/op", 100)),
                        run(AFTER, Samples.row("A.initium", Map.of(), "us/op", new double[] {odd}, new double[] {100})))
                .rows()
                .get(0);
        assertThat(row.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(row.note()).isEqualTo("a fork has no positive, finite median");
    }

    @Test
    void aWideIntervalSaysHowManyForksItNeeds() {
        JmhBenchmark wide =
                Samples.row("A.initium", Map.of(), "us/op", new double[] {94}, new double[] {100}, new double[] {106});
        Comparison.Row row =
                COMPARER.compare(run(BEFORE, wide), run(AFTER, wide)).rows().get(0);
        assertThat(row.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(row.note())
                .matches("interval is ± 1\\d\\.\\d %: about [4-9]\\d forks a side would give half the limit");
        assertThat(row.detectable()).isGreaterThan(0.15);
    }

    @Test
    void aLargerFamilyDetectsLess() {
        JmhBenchmark a = tight("avgt", "us/op", 100);
        JmhBenchmark b = Samples.row("B.initium", Map.of(), "us/op", a.forks().toArray(new double[0][]));
        double alone =
                COMPARER.compare(run(BEFORE, a), run(AFTER, a)).rows().get(0).detectable();
        double among = COMPARER.compare(run(BEFORE, a, b), run(AFTER, a, b))
                .rows()
                .get(0)
                .detectable();
        // variance 2e-5 / 3 of four logarithms: standard error 0.00183 at 6 degrees of freedom; quantiles from tables:
        // t.975 = 2.447, t.9875 = 2.969, t.8 = 0.906
        assertThat(alone).isCloseTo(1.05 * StrictMath.exp((2.447 + 0.906) * 0.001826) - 1, Offset.offset(1e-5));
        assertThat(among).isCloseTo(1.05 * StrictMath.exp((2.969 + 0.906) * 0.001826) - 1, Offset.offset(1e-5));
    }

    @Test
    void anotherUnitIsNotCompared() {
        Comparison.Row row = COMPARER.compare(
                        run(BEFORE, tight("avgt", "us/op", 100)), run(AFTER, tight("avgt", "ns/op", 100)))
                .rows()
                .get(0);
        assertThat(row.note()).isEqualTo("unit was us/op, is ns/op");
        assertThat(row.ratio()).isNaN();
    }

    @Test
    void whatOnlyOneRunHasIsListed() {
        Comparison comparison = COMPARER.compare(
                run(BEFORE, Samples.row("A.initiumGone", Map.of(), "us/op", new double[] {1})),
                run(AFTER, Samples.row("A.initiumFresh", Map.of(), "us/op", new double[] {1})));
        assertThat(comparison.onlyInBase()).containsExactly("A.initiumGone");
        assertThat(comparison.onlyInCurrent()).containsExactly("A.initiumFresh");
        assertThat(comparison.rows()).isEmpty();
        assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void otherBenchmarkSourcesAreRefused() {
        JmhBenchmark row = tight("avgt", "us/op", 100);
        Comparison comparison = COMPARER.compare(Samples.run(BEFORE, "old", row), Samples.run(AFTER, "new", row));
        assertThat(comparison.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
        assertThat(comparison.verdict().exitCode()).isEqualTo(4);
        assertThat(comparison.refusal()).isEqualTo("benchmark sources were old, are new");
        assertThat(comparison.rows()).isEmpty();
        assertThat(COMPARER.compare(Samples.run(BEFORE, "unknown", row), Samples.run(AFTER, "unknown", row))
                        .refusal())
                .isEqualTo("benchmark sources are unknown");
    }

    @Test
    void anAcceptedSlowdownIsShownButDoesNotFail() {
        Accepted accepted = new Accepted(
                List.of(new Accepted.Change("A.initium", LocalDate.parse("2026-01-01"), "checks its arguments now")));
        Run base = run(BEFORE, tight("avgt", "us/op", 100));
        Run current = run(AFTER, tight("avgt", "us/op", 120));
        Comparison comparison = new Comparer(0.05, accepted).compare(base, current);
        assertThat(comparison.rows().get(0).verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(comparison.rows().get(0).note()).isEqualTo("accepted: checks its arguments now");
        assertThat(comparison.verdict().exitCode()).isZero();
        // the same slowdown on top of a base that already has it was accepted by nobody
        Comparison later =
                new Comparer(0.05, accepted).compare(current, run("2026-01-03T00:00:00Z", tight("avgt", "us/op", 140)));
        assertThat(later.verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(later.verdict().exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, Double.NaN, 5})
    void theLimitIsAShare(double limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Comparer(limit, Accepted.NONE))
                .withMessageContaining("limit " + limit);
    }

    /** Four forks within 1 % of each other. */
    private static JmhBenchmark tight(String mode, String unit, double centre) {
        double[][] forks = {{0.997 * centre}, {0.999 * centre}, {1.001 * centre}, {1.003 * centre}};
        return Samples.row("A.initium", mode, Map.of(), unit, forks);
    }

    private static Run noisy(SplittableRandom random, String utc, int benchmarks, double factor) {
        JmhBenchmark[] rows = new JmhBenchmark[benchmarks];
        for (int i = 0; i < benchmarks; i++) {
            rows[i] = Samples.row("A.initium", Map.of("i", "" + i), "us/op", Samples.forks(random, 5, 100 * factor));
        }
        return run(utc, rows);
    }

    private static Run run(String utc, JmhBenchmark... rows) {
        return Samples.run(utc, "h", rows);
    }
}
