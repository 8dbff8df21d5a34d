// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initium.random.Key;
import org.initium.verification.checks.Verdict;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.words.WordSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordGroupTest {
    private static final WordGroup GROUP = WordGroup.of(Implementation.INITIUM);

    /** The right words pass on other seeds than the suite's: with others, 20 checks would fail with probability 5e-8 in all. */
    @ParameterizedTest
    @ValueSource(longs = {7, -1})
    void rightWordsPass(long seed) {
        List<PlannedCheck> plan = GROUP.plan(Key.of(seed), Effort.DEFAULT);
        assertThat(plan).hasSizeGreaterThanOrEqualTo(20).allSatisfy(check -> {
            Verdict verdict = check.run(2.5e-9);
            assertThat(verdict.passed()).as(check.label()).isTrue();
            assertThat(verdict.alpha()).as(check.label()).isEqualTo(2.5e-9);
        });
        assertThat(plan).extracting(PlannedCheck::label).doesNotHaveDuplicates();
    }

    /** Nothing passes words that are all 0. */
    @Test
    void zerosPassNoCheck() {
        WordGroup zeros = new WordGroup("zeros", key -> WordSource.zeros());
        assertThat(zeros.plan(Key.of(7), Effort.DEFAULT))
                .allSatisfy(check ->
                        assertThat(check.run(2.5e-9).passed()).as(check.label()).isFalse());
    }

    /** Checks of 2^34 words, without drawing them. */
    @Test
    void aFullRunPlansTheSameChecks() {
        List<String> labels = labels(Effort.DEFAULT);
        assertThat(labels(new Effort(true, false))).isEqualTo(labels);
        assertThat(labels(Effort.DEFAULT.repeated())).isEqualTo(labels);
        assertThat(labels(new Effort(true, true))).isEqualTo(labels);
    }

    private static List<String> labels(Effort effort) {
        WordGroup never = new WordGroup(GROUP.subject(), key -> (first, words) -> {
            throw new AssertionError("planning drew words");
        });
        return never.plan(Key.of(1), effort).stream().map(PlannedCheck::label).toList();
    }

    /** The second stage has ten times as many words. */
    @Test
    void aRepetitionDrawsTenTimesTheWords() {
        assertThat(detail(Effort.DEFAULT)).contains("N = 4194304 words");
        assertThat(detail(Effort.DEFAULT.repeated())).contains("N = 41943040 words");
    }

    private static String detail(Effort effort) {
        return GROUP.plan(Key.of(1), effort).stream()
                .filter(check -> check.shape().equals("lag 1"))
                .findFirst()
                .orElseThrow()
                .run(1e-3)
                .detail();
    }
}
