// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.haar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.initium.verification.checks.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstEntrySignCheckTest {
    private static final double ALPHA = 3e-9;

    private static float[] entries(int positive) {
        float[] entries = new float[64];
        Arrays.fill(entries, -0.5f);
        Arrays.fill(entries, 0, positive, 0.5f);
        return entries;
    }

    /** 2 P(X <= 8) = 5.6e-10 and 2 P(X <= 9) = 3.5e-9 for X of the binomial law of 64 fair signs. */
    @ParameterizedTest
    @CsvSource({"0, false", "8, false", "9, true", "32, true", "55, true", "56, false", "64, false"})
    void lopsidedSignsFail(int positive, boolean passes) {
        assertThat(FirstEntrySignCheck.check(entries(positive), ALPHA).passed()).isEqualTo(passes);
    }

    @Test
    void nanFails() {
        float[] entries = entries(32);
        entries[5] = Float.NaN;
        assertThat(FirstEntrySignCheck.check(entries, ALPHA).passed()).isFalse();
    }

    /** The first entry of Initium's own matrices is rounded to 0 once in 10^7 times; of a sign function that knows 0 always. */
    @ParameterizedTest
    @ValueSource(floats = {0f, -0f})
    void zeroCountsAsNegative(float zero) {
        float[] entries = entries(32);
        entries[5] = zero;
        assertThat(FirstEntrySignCheck.check(entries, ALPHA).passed()).isTrue();
        float[] nine = entries(9);
        nine[5] = zero;
        assertThat(FirstEntrySignCheck.check(nine, ALPHA).passed()).isFalse();
        Arrays.fill(entries, zero);
        assertThat(FirstEntrySignCheck.check(entries, ALPHA).passed()).isFalse();
    }

    @Test
    void tooFewMatricesAreRefused() {
        assertThatThrownBy(() -> FirstEntrySignCheck.check(new float[] {1, -1}, ALPHA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 values are too few");
    }

    /** As many as one could want, at once: no tail is summed over all counts. */
    @Test
    @Timeout(20)
    void aMillionMatricesAreJudged() {
        float[] entries = new float[1_000_000];
        Arrays.fill(entries, -0.5f);
        Arrays.fill(entries, 0, 500_600, 0.5f);
        Verdict verdict = FirstEntrySignCheck.check(entries, ALPHA);
        assertThat(verdict.passed()).isTrue();
        // 1.2 standard deviations: 2 P(Z >= 1.2 - 0.001), the half count taken off.
        assertThat(verdict.statistic()).isCloseTo(0.2305, within(1e-3));
        assertThat(verdict.detects().size()).isBetween(0.003, 0.006);
    }
}
