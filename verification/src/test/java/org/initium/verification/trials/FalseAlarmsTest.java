// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.initium.Shape;
import org.initium.init.Initializers;
import org.initium.random.Key;
import org.initium.random.NativeWords;
import org.initium.verification.checks.Verdict;
import org.initium.verification.groups.Bounds;
import org.initium.verification.groups.SampledGroup;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.PlannedCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FalseAlarmsTest {
    /** A check that fails {@code factor} times as often as it was asked to. */
    private static PlannedCheck check(String name, String shape, double factor, Key key) {
        return new PlannedCheck(name, "x", shape, true, rate -> {
            int[] word = new int[1];
            NativeWords.fill(key, 0, 1, word, 0);
            double p = ((word[0] >>> 1) + 1) * 0x1p-31;
            return Verdict.atLeast(p, factor * rate, "p-value", "", rate);
        });
    }

    private static FalseAlarms run(int seeds, CheckGroup... groups) {
        return FalseAlarms.run(List.of(groups), 1, seeds, done -> {});
    }

    @Test
    void alarmsAreCountedByKindOverSeedsAndGroups() {
        CheckGroup never = (key, effort) -> List.of(check("mean", "(3,)", 0, key));
        CheckGroup always = (key, effort) -> List.of(
                check("mean", "(5,)", 1e3, key),
                PlannedCheck.exact("finite", "x", "(5,)", () -> Verdict.none(1, "faults", "", "fault")));
        FalseAlarms alarms = run(10, never, always);
        assertThat(alarms.rows())
                .containsExactly(new FalseAlarms.Row("finite", 0, 10, 10), new FalseAlarms.Row("mean", 1e-3, 20, 10));
        assertThat(alarms.seed()).isEqualTo(1);
        assertThat(alarms.seeds()).isEqualTo(10);
        assertThat(alarms.passed()).isFalse();
        assertThat(alarms.headline())
                .startsWith(
                        "10 false alarms in 20 checks, MORE than the promised rate of 1e-03, and 10 in 10 exact ones; 10 seeds from 1; ");
    }

    /** One failure of an exact check is one too many. */
    @Test
    void exactChecksMustNotFail() {
        AtomicInteger runs = new AtomicInteger();
        FalseAlarms alarms = run(
                1000,
                (key, effort) -> List.of(PlannedCheck.exact(
                        "finite",
                        "x",
                        "",
                        () -> Verdict.none(runs.getAndIncrement() == 500 ? 1 : 0, "faults", "", "fault"))));
        assertThat(alarms.rows()).containsExactly(new FalseAlarms.Row("finite", 0, 1000, 1));
        assertThat(alarms.passed()).isFalse();
    }

    /** Checks of one name on one sample depend on each other, and so are counted apart. */
    @Test
    void checksOfOneNameInAGroupAreCountedByShape() {
        CheckGroup group = (key, effort) -> List.of(
                check("agreement", "lag 1", 0, key), check("agreement", "lag 2", 0, key), check("mean", "", 0, key));
        assertThat(run(3, group).rows())
                .containsExactly(
                        new FalseAlarms.Row("agreement lag 1", 1e-3, 3, 0),
                        new FalseAlarms.Row("agreement lag 2", 1e-3, 3, 0),
                        new FalseAlarms.Row("mean", 1e-3, 3, 0));
    }

    /** A right check keeps its promise; one that fails three times as often is found out. */
    @ParameterizedTest
    @CsvSource({"1, true", "3, false"})
    void tooManyAlarmsAreFound(double factor, boolean passes) {
        // 50 alarms are promised; 100 or more, which the bound needs, come of 50 once in 10^9 times, 99 or fewer of 150
        // once in 10^5.
        FalseAlarms alarms = run(50_000, (key, effort) -> List.of(check("mean", "", factor, key)));
        assertThat(alarms.passed()).as(alarms.headline()).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({"1000, 0", "1000, 3", "160000, 200"})
    void theProbabilityIsTheBinomialTail(int trials, int alarms) {
        double expected = 1 - new BinomialDistribution(null, trials, 1e-3).cumulativeProbability(alarms - 1);
        assertThat(new FalseAlarms.Row("mean", 1e-3, trials, alarms).pValue())
                .isCloseTo(expected, within(1e-9 * expected + 1e-13));
    }

    /** On one of the suite's groups: the first stage on as much data as a default run draws. */
    @Test
    void theSuitesOwnChecksAreCounted() {
        Shape shape = Shape.of(25, 20);
        CheckGroup group = new SampledGroup(
                "he_normal",
                Initializers.heNormal(),
                shape,
                (ExpectedLaw.Random) Recipes.of("he_normal", shape),
                Bounds.HALF_OPEN);
        FalseAlarms alarms = run(3, group);
        assertThat(alarms.rows()).extracting(FalseAlarms.Row::check).contains("mean", "variance", "edge_gap");
        assertThat(alarms.rows()).allSatisfy(row -> assertThat(row.trials()).isEqualTo(3));
        assertThat(alarms.passed()).as(alarms.headline()).isTrue();
        assertThat(alarms.headline())
                .contains("at the promised rate of at most 1e-03, and 0 in 15 exact ones; 3 seeds from 1");
    }

    @Test
    void theListenerHearsEachSeedOnce() {
        List<Integer> heard = new ArrayList<>();
        CheckGroup group = (key, effort) -> List.of(check("mean", "", 0, key));
        FalseAlarms.run(List.of(group), 1, 3, heard::add);
        assertThat(heard).containsExactly(1, 2, 3);
    }

    @Test
    void noSeedsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FalseAlarms.run(1, 0, done -> {}))
                .withMessage("seeds is 0, expected 1 or more");
    }
}
