// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers and roofline kernels: what tells a slower machine from slower code. */
class ControlsTest {
    private static final String BEFORE = "2026-01-01T00:00:00Z";
    private static final String AFTER = "2026-01-02T00:00:00Z";
    private static final String[] OWN = {"GemmBenchmark.initium", "GemmBenchmark.initiumScalar", "FillBenchmark.initium"
    };
    private static final String[] CONTROLS = {
        "GemmBenchmark.ejml",
        "GemmBenchmark.jdk",
        "FillBenchmark.commonsRng",
        "FillBenchmark.commonsMath",
        "RooflineBenchmark.fmaPeak",
        "RooflineBenchmark.triadL1"
    };
    private static final int TRIALS = 200;

    /**
     * Everything took 10 % longer, or less: drift. The geometric mean of 6 controls of 5 forks a side spreads by
     * 0.02 sqrt(2 / 5) / sqrt(6) = 0.5 %, so that log(1.1) lies 9 of its standard deviations above the limit of log(1.05).
     */
    @ParameterizedTest
    @ValueSource(doubles = {1.1, 1 / 1.1})
    void aMachineThatDriftedIsNoRegression(double factor) {
        SplittableRandom random = new SplittableRandom(20260301);
        for (int trial = 0; trial < TRIALS; trial++) {
            Comparison comparison = compare(run(random, BEFORE, 1, 1), run(random, AFTER, factor, factor));
            assertThat(comparison.machineChanged()).isTrue();
            assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(comparison.count(Verdict.INCONCLUSIVE)).isEqualTo(OWN.length);
            assertThat(comparison.rows().get(0).note())
                    .startsWith("the machine changed: code that is the same took " + (factor > 1 ? "1." : "0."));
            assertThat(comparison.promise()).contains("the machine changed").doesNotContain("Holm", "false SLOWER");
        }
    }

    /** Initium alone took 20 % longer: found in every trial, for log(1.2 / 1.05) is 10 standard errors of 1.3 %. */
    @Test
    void aSlowdownOfInitiumAloneIsARegression() {
        SplittableRandom random = new SplittableRandom(20260302);
        for (int trial = 0; trial < TRIALS; trial++) {
            Comparison comparison = compare(run(random, BEFORE, 1, 1), run(random, AFTER, 1.2, 1));
            assertThat(comparison.machineChanged()).isFalse();
            assertThat(comparison.verdict()).isEqualTo(Verdict.SLOWER);
        }
    }

    /** 10 % slower, with so little spread between forks that one trial tells. */
    @Test
    void tenPercentOfInitiumAloneAreARegressionToo() {
        Comparison comparison = compare(tight(BEFORE, 1, 1, 1), tight(AFTER, 1.1, 1, 1));
        assertThat(comparison.count(Verdict.SLOWER)).isEqualTo(OWN.length);
        assertThat(comparison.verdict().exitCode()).isEqualTo(1);
        assertThat(comparison.controls()).isEqualTo(CONTROLS.length);
        assertThat(comparison.promise())
                .contains("over the 3 tested benchmarks of Initium")
                .contains("6 controls, code that stayed the same, took 1.000 times as long in the geometric mean");
    }

    /** One of six controls 10 % slower moves their mean by 1.6 %: neither a regression of Initium's nor drift. */
    @Test
    void aSlowPeerIsNoRegression() {
        Comparison comparison = compare(tight(BEFORE, 1, 1, 1), tight(AFTER, 1, 1.1, 1));
        Comparison.Row peer = comparison.row("GemmBenchmark.ejml").orElseThrow();
        assertThat(peer.verdict()).isEqualTo(Verdict.CONTROL);
        assertThat(peer.low()).isGreaterThan(1.05);
        assertThat(peer.pValue()).isNaN();
        assertThat(comparison.verdict()).isEqualTo(Verdict.SAME);
        assertThat(comparison.verdict().exitCode()).isZero();
    }

    /** The only control slow: the machine, for all anybody can tell; a regression in no case. */
    @Test
    void aLoneControlThatMovedWithdrawsTheVerdict() {
        JmhBenchmark own = Samples.row("A.initium", Map.of(), "us/op", new double[] {100}, new double[] {100.1});
        Comparison comparison = compare(
                Samples.run(
                        BEFORE, "h", own, Samples.row("A.jdk", Map.of(), "us/op", new double[] {1}, new double[] {1})),
                Samples.run(
                        AFTER, "h", own, Samples.row("A.jdk", Map.of(), "us/op", new double[] {1.2}, new double[] {1.2
                        })));
        assertThat(comparison.rows().get(0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(comparison.promise()).startsWith("1 control, code that stayed the same, took 1.200 times as long: ");
    }

    /** Throughput falls where time rises: two controls that became 20 % slower do not cancel. */
    @Test
    void controlsInThroughputCountTheOtherWayRound() {
        JmhBenchmark own = Samples.row("A.initium", Map.of(), "us/op", new double[] {100}, new double[] {100.1});
        Comparison comparison = compare(
                Samples.run(
                        BEFORE, "h", own, pair("A.jdk", "avgt", "us/op", 10), pair("A.ejml", "thrpt", "ops/us", 10)),
                Samples.run(
                        AFTER,
                        "h",
                        own,
                        pair("A.jdk", "avgt", "us/op", 12),
                        pair("A.ejml", "thrpt", "ops/us", 10 / 1.2)));
        assertThat(comparison.drift()).isBetween(1.2 - 1e-12, 1.2 + 1e-12);
        assertThat(comparison.machineChanged()).isTrue();
    }

    /** One fork, or other conditions: such a control says nothing about the machine. */
    @Test
    void controlsThatCannotBeComparedDoNotCount() {
        JmhBenchmark own = Samples.row("A.initium", Map.of(), "us/op", new double[] {100}, new double[] {100.1});
        Conditions brief = new Conditions(
                "1.37",
                Samples.CONDITIONS.jvmArgs(),
                Samples.CONDITIONS.warmup(),
                new Conditions.Iterations(1, "100 ms"));
        Comparison comparison = compare(
                Samples.run(
                        BEFORE,
                        "h",
                        own,
                        Samples.row("A.jdk", Map.of(), "us/op", new double[] {1}),
                        pair("A.ejml", "avgt", "us/op", 1)),
                Samples.run(
                        AFTER,
                        "h",
                        own,
                        Samples.row("A.jdk", Map.of(), "us/op", new double[] {9}),
                        Samples.row("A.ejml", "avgt", Map.of(), "us/op", brief, new double[] {9}, new double[] {9})));
        assertThat(comparison.controls()).isZero();
        assertThat(comparison.drift()).isNaN();
        assertThat(comparison.machineChanged()).isFalse();
        assertThat(comparison.verdict()).isEqualTo(Verdict.SAME);
        assertThat(comparison.promise()).contains("There is no control");
    }

    /** Controls alone are nothing to pass judgement on. */
    @Test
    void aRunOfPeersOnlyIsInconclusive() {
        Run run = Samples.run(BEFORE, "h", pair("A.jdk", "avgt", "us/op", 1));
        Comparison comparison = compare(run, Samples.run(AFTER, "h", pair("A.jdk", "avgt", "us/op", 1)));
        assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(comparison.promise()).isEqualTo("No benchmark of Initium was tested.");
    }

    private static JmhBenchmark pair(String name, String mode, String unit, double centre) {
        return Samples.row(name, mode, Map.of(), unit, new double[] {centre}, new double[] {centre});
    }

    private static Run run(SplittableRandom random, String utc, double own, double controls) {
        List<JmhBenchmark> rows = new ArrayList<>();
        for (String name : OWN) {
            rows.add(Samples.row(name, Map.of(), "us/op", Samples.forks(random, 5, 100 * own)));
        }
        for (String name : CONTROLS) {
            rows.add(Samples.row(name, Map.of(), "us/op", Samples.forks(random, 5, 100 * controls)));
        }
        return Samples.run(utc, "h", rows.toArray(new JmhBenchmark[0]));
    }

    /** Forks within 0.4 % of each other; {@code ejml} has a factor of its own. */
    private static Run tight(String utc, double own, double ejml, double controls) {
        List<JmhBenchmark> rows = new ArrayList<>();
        for (String name : OWN) {
            rows.add(tight(name, own));
        }
        for (String name : CONTROLS) {
            rows.add(tight(name, name.endsWith(".ejml") ? ejml : controls));
        }
        return Samples.run(utc, "h", rows.toArray(new JmhBenchmark[0]));
    }

    private static JmhBenchmark tight(String name, double factor) {
        double[][] forks = {{99.8 * factor}, {99.9 * factor}, {100 * factor}, {100.1 * factor}, {100.2 * factor}};
        return Samples.row(name, Map.of(), "us/op", forks);
    }

    private static Comparison compare(Run base, Run current) {
        return new Comparer(Comparer.DEFAULT_LIMIT, Accepted.NONE).compare(base, current);
    }
}
