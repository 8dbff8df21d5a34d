// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.initium.random.Key;
import org.initium.random.NativeWords;
import org.initium.verification.checks.Verdict;
import org.initium.verification.stats.BinomialTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StagesTest {
    private static final double SHARE = 1e-9;

    /** How a check was planned and at which rate it ran. */
    private record Ran(Key key, Effort effort, double rate) {}

    /** One check with a p-value that depends on whether it is made again. */
    private static class Recorded implements CheckGroup {
        private final boolean statistical;
        private final double[] pValues;
        private final List<Ran> runs = new ArrayList<>();
        private int plans;

        Recorded(boolean statistical, double... pValues) {
            this.statistical = statistical;
            this.pValues = pValues;
        }

        @Override
        public List<PlannedCheck> plan(Key key, Effort effort) {
            plans++;
            return List.of(planned("one", key, effort), planned("two", key, effort));
        }

        private PlannedCheck planned(String name, Key key, Effort effort) {
            return new PlannedCheck(name, "x", "(3,)", statistical, rate -> {
                runs.add(new Ran(key, effort, rate));
                double p = pValues[effort.again() ? 1 : 0];
                return Verdict.atLeast(p, rate, "p-value", "p = " + p, rate);
            });
        }
    }

    private static final Key KEY = Key.of(5);

    private static CheckResult run(CheckGroup group, double share) {
        return new Stages(group, KEY, Effort.DEFAULT).run(0, share);
    }

    @Test
    void aCheckThatPassesRunsOnce() {
        Recorded group = new Recorded(true, 1e-3, 0);
        CheckResult result = run(group, SHARE);
        assertThat(result.passed()).isTrue();
        assertThat(result.threshold()).isEqualTo(1e-3);
        assertThat(result.alpha()).isEqualTo(SHARE);
        assertThat(group.runs).containsExactly(new Ran(KEY, Effort.DEFAULT, 1e-3));
        assertThat(group.plans).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1e-6, true", "0.9e-6, false"})
    void oneThatFailsRunsAgainOnMoreDataFromAnotherStream(double second, boolean passes) {
        Recorded group = new Recorded(true, 0.9e-3, second);
        CheckResult result = run(group, SHARE);
        assertThat(result.passed()).isEqualTo(passes);
        assertThat(result.detail()).isEqualTo("p = " + second);
        assertThat(result.alpha()).isEqualTo(SHARE);
        assertThat(group.runs).hasSize(2);
        Ran again = group.runs.get(1);
        assertThat(again.key).isNotEqualTo(KEY);
        assertThat(again.effort).isEqualTo(new Effort(false, true));
        assertThat(again.effort.times()).isEqualTo(10);
        // 1e-9 / 1e-3: the product of both stages is the share.
        assertThat(again.rate).isEqualTo(SHARE / Stages.FIRST);
    }

    /** The second stage alone would see ten times finer, but what the first one passes never reaches it. */
    @Test
    void aFailureStatesTheFaultThatTheFirstStageFinds() {
        CheckGroup group = (key, effort) -> List.of(new PlannedCheck(
                "one",
                "x",
                "(3,)",
                true,
                rate -> Verdict.atLeast(0, rate, "p-value", "", rate).detecting(1.0 / effort.times(), "of all")));
        CheckResult result = run(group, SHARE);
        assertThat(result.passed()).isFalse();
        assertThat(result.detects()).isEqualTo("1 of all");
    }

    @Test
    void whatCannotBeRepeatedIsJudgedOnceAtTheWholeShare() {
        Recorded group = new Recorded(true, 0, 1) {
            @Override
            public boolean repeatable(Effort effort) {
                return false;
            }
        };
        assertThat(run(group, SHARE).passed()).isFalse();
        assertThat(group.runs).containsExactly(new Ran(KEY, Effort.DEFAULT, SHARE));
    }

    @Test
    void theSecondStageOfAFullRunIsLargerThanItsFirst() {
        Recorded group = new Recorded(true, 0, 1);
        new Stages(group, KEY, new Effort(true, false)).run(0, SHARE);
        assertThat(group.runs.get(0).effort.times()).isEqualTo(10);
        assertThat(group.runs.get(1).effort.times()).isEqualTo(100);
    }

    /** The checks of a group share a sample in the second stage too. */
    @Test
    void theSecondStageIsPlannedOnce() {
        Recorded group = new Recorded(true, 0, 1);
        Stages stages = new Stages(group, KEY, Effort.DEFAULT);
        assertThat(stages.plan()).extracting(PlannedCheck::check).containsExactly("one", "two");
        assertThat(stages.run(1, SHARE).check()).isEqualTo("two");
        assertThat(stages.run(0, SHARE).check()).isEqualTo("one");
        assertThat(group.plans).isEqualTo(2);
        assertThat(group.runs.get(1).key).isEqualTo(group.runs.get(3).key);
    }

    @Test
    void anExactCheckHasOneStage() {
        Recorded group = new Recorded(false, -1, 1);
        CheckResult result = run(group, SHARE);
        assertThat(result.passed()).isFalse();
        assertThat(result.alpha()).isZero();
        assertThat(group.runs).containsExactly(new Ran(KEY, Effort.DEFAULT, 0));
    }

    /** Two stages at most of a rate that one stage keeps. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.05})
    void aLargeShareHasOneStage(double share) {
        Recorded group = new Recorded(true, 1e-4, 1);
        assertThat(run(group, share).passed()).isFalse();
        assertThat(group.runs).containsExactly(new Ran(KEY, Effort.DEFAULT, share));
    }

    /** What throws has failed, and is no less made again than what fails otherwise. */
    @Test
    void whatThrowsTwiceHasFailed() {
        List<Boolean> again = new ArrayList<>();
        CheckGroup group = (key, effort) -> List.of(new PlannedCheck("one", "x", "()", true, rate -> {
            again.add(effort.again());
            throw new IllegalStateException("no words left");
        }));
        CheckResult result = run(group, SHARE);
        assertThat(again).containsExactly(false, true);
        assertThat(result.passed()).isFalse();
        assertThat(result.detail()).contains("no words left");
        assertThat(result.statistic()).isNaN();
        assertThat(result.alpha()).isEqualTo(SHARE);
    }

    /**
     * A p-value that is uniform fails as often as the share says, no more and no less: the stages' streams are independent. A second
     * stage on the first one's stream would fail ten times as often here.
     */
    @Test
    void theRatesMultiply() {
        int seeds = 30_000;
        double share = 1e-4;
        CheckGroup uniform = (key, effort) -> {
            int[] word = new int[1];
            NativeWords.fill(key, 0, 1, word, 0);
            double p = ((word[0] >>> 1) + 1) * 0x1p-31;
            return List.of(
                    new PlannedCheck("one", "x", "()", true, rate -> Verdict.atLeast(p, rate, "p-value", "", rate)));
        };
        long failures = 0;
        for (int seed = 0; seed < seeds; seed++) {
            Stages stages = new Stages(uniform, Key.of(seed), Effort.DEFAULT);
            failures += stages.run(0, share).passed() ? 0 : 1;
        }
        // 3 are expected. Other seeds would fail this once in 10^10 times.
        assertThat(BinomialTest.pValue(failures, seeds, share, 0.5))
                .as("%s failures", failures)
                .isGreaterThan(1e-10);
    }
}
