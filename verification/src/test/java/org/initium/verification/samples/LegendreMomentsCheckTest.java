// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LegendreMomentsCheckTest {
    private static final int N = 100_000;
    private static final double ALPHA = 1e-9;
    private static final LegendreMomentsCheck CHECK = new LegendreMomentsCheck();

    static List<ExpectedLaw.Random> laws() {
        return RightSamples.LAWS;
    }

    @ParameterizedTest
    @MethodSource("laws")
    void aRightSamplePasses(ExpectedLaw.Random law) {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(CHECK.check(RightSamples.of(law, seed, N), law, ALPHA).passed())
                    .isTrue();
        }
    }

    /** Elements on -1 .. 1 with density {@code (1 + 0.1 p(x)) / 2}, by rejection. */
    private static float[] tilted(DoubleUnaryOperator p) {
        float[] candidates = RightSamples.of(RightSamples.UNIFORM, 7, 3 * N);
        float[] coins = RightSamples.of(RightSamples.UNIFORM, 8, 3 * N);
        float[] sample = new float[N];
        int count = 0;
        for (int i = 0; count < N; i++) {
            if ((coins[i] + 1) / 2 * 1.1 < 1 + 0.1 * p.applyAsDouble(candidates[i])) {
                sample[count++] = candidates[i];
            }
        }
        return sample;
    }

    /** Skewness and kurtosis alone: the first two moments are those of the law. */
    @Test
    void aSkewOrAKurtosisIsFoundWhereMeanAndVarianceAreRight() {
        for (float[] sample : List.of(
                tilted(x -> (5 * x * x * x - 3 * x) / 2), tilted(x -> (35 * x * x * x * x - 30 * x * x + 3) / 8))) {
            Verdict verdict = CHECK.check(sample, RightSamples.UNIFORM, ALPHA);
            assertThat(verdict.passed()).as(verdict.detail()).isFalse();
            assertThat(new MeanCheck()
                            .check(sample, RightSamples.UNIFORM, ALPHA)
                            .passed())
                    .isTrue();
            assertThat(new VarianceCheck()
                            .check(sample, RightSamples.UNIFORM, ALPHA)
                            .passed())
                    .isTrue();
        }
    }

    @Test
    void aTiltOfAHigherDegreeIsNot() {
        // P_5, whose averages with the four below are 0.
        float[] sample = tilted(x -> (63 * x * x * x * x * x - 70 * x * x * x + 15 * x) / 8);
        assertThat(CHECK.check(sample, RightSamples.UNIFORM, ALPHA).passed()).isTrue();
    }

    @Test
    void aWrongMeanOrScaleIsFound() {
        for (ExpectedLaw.Random law : RightSamples.LAWS) {
            assertThat(CHECK.check(RightSamples.changed(law, 1, N, 1, 0.05), law, ALPHA)
                            .passed())
                    .as("mean of %s", law)
                    .isFalse();
            assertThat(CHECK.check(RightSamples.changed(law, 1, N, 0.95, 0), law, ALPHA)
                            .passed())
                    .as("scale of %s", law)
                    .isFalse();
        }
    }

    /** Skewness and kurtosis of a normal law where both are found for sure, one is, and none. */
    @ParameterizedTest
    @CsvSource({
        "100000, '0.096 skewness, or 0.30 excess kurtosis'",
        "700, 'Infinity skewness, or 3.6 excess kurtosis'",
        "100, 'Infinity skewness'"
    })
    void detectsWhatCanBe(int n, String words) {
        assertThat(CHECK.check(RightSamples.of(RightSamples.NORMAL, 1, n), RightSamples.NORMAL, 1e-3)
                        .detects())
                .hasToString(words);
    }
}
