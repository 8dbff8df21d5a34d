// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VarianceCheckTest {
    private static final int N = 10_000;
    private static final double ALPHA = 1e-9;
    private static final VarianceCheck CHECK = new VarianceCheck();

    static List<ExpectedLaw.Random> laws() {
        return RightSamples.LAWS;
    }

    /** A scale too large or too small by the size that the verdict states; a quarter of it is not found. */
    @ParameterizedTest
    @MethodSource("laws")
    void aScaleOffByTheDetectableSizeIsFound(ExpectedLaw.Random law) {
        double size =
                CHECK.check(RightSamples.of(law, 1, N), law, ALPHA).detects().size();
        assertThat(size).isBetween(0.02, 0.09);
        for (long seed = 1; seed <= 20; seed++) {
            for (double scale : new double[] {1 + size, 1 - size}) {
                assertThat(CHECK.check(RightSamples.changed(law, seed, N, scale, 0), law, ALPHA)
                                .passed())
                        .isFalse();
            }
            for (double scale : new double[] {1, 1 + size / 4, 1 - size / 4}) {
                assertThat(CHECK.check(RightSamples.changed(law, seed, N, scale, 0), law, ALPHA)
                                .passed())
                        .isTrue();
            }
        }
    }

    /** That of a normal is an exact p-value: twice the smaller tail of chi-squared, here by commons-math3. */
    @Test
    void aNormalsStatisticIsTheExactPValue() {
        float[] sample = RightSamples.of(RightSamples.NORMAL, 4, 200);
        double sum = 0;
        for (float x : sample) {
            sum += (double) x * x;
        }
        double lower = new ChiSquaredDistribution(null, 200).cumulativeProbability(sum);
        assertThat(CHECK.check(sample, RightSamples.NORMAL, ALPHA).statistic())
                .isCloseTo(2 * Math.min(lower, 1 - lower), within(1e-9));
    }

    /** The mean is that of the law: a shift of half a standard deviation adds a quarter to the variance. */
    @Test
    void theVarianceIsAboutTheMeanOfTheLaw() {
        Verdict verdict =
                CHECK.check(RightSamples.changed(RightSamples.NORMAL, 1, N, 1, 0.5), RightSamples.NORMAL, ALPHA);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail())
                .startsWith("N = 10000; standard deviation 1.1")
                .endsWith("expected 1.0");
    }

    @Test
    void anEmptySampleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHECK.check(new float[0], RightSamples.NORMAL, ALPHA))
                .withMessageContaining("empty");
    }
}
