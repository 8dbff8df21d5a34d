// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KolmogorovSmirnovCheckTest {
    private static final int N = 10_000;
    private static final double ALPHA = 1e-9;
    private static final KolmogorovSmirnovCheck CHECK = new KolmogorovSmirnovCheck();

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

    /** The middles of 100 equal parts are half a part away from the law everywhere; moved up by a part, one and a half. */
    @Test
    void theDistanceIsThatOfTheDistributionFunctions() {
        float[] middles = new float[100];
        for (int i = 0; i < 100; i++) {
            middles[i] = (2 * i - 99) / 100f;
        }
        Verdict verdict = CHECK.check(middles, RightSamples.UNIFORM, ALPHA);
        assertThat(verdict.statistic()).isCloseTo(0.005, within(1e-7));
        assertThat(verdict.passed()).isTrue();
        for (int i = 0; i < 100; i++) {
            middles[i] += 0.02f;
        }
        assertThat(CHECK.check(middles, RightSamples.UNIFORM, ALPHA).statistic())
                .isCloseTo(0.015, within(1e-7));
    }

    /** Moved by as much of the range as the verdict says, a uniform is found; by a third of it, not. */
    @Test
    void aFaultOfTheDetectableSizeIsFound() {
        double distance = CHECK.check(RightSamples.of(RightSamples.UNIFORM, 1, N), RightSamples.UNIFORM, ALPHA)
                .detects()
                .size();
        for (long seed = 1; seed <= 20; seed++) {
            // Half the range is 1, sqrt(3) standard deviations.
            float[] moved = RightSamples.changed(RightSamples.UNIFORM, seed, N, 1, 2 * distance * Math.sqrt(3));
            float[] less = RightSamples.changed(RightSamples.UNIFORM, seed, N, 1, 2 * distance * Math.sqrt(3) / 3);
            assertThat(CHECK.check(moved, RightSamples.UNIFORM, ALPHA).passed()).isFalse();
            assertThat(CHECK.check(less, RightSamples.UNIFORM, ALPHA).passed()).isTrue();
        }
    }

    @Test
    void anotherLawOfTheSameMeanAndVarianceIsFound() {
        ExpectedLaw.Uniform uniform = new ExpectedLaw.Uniform(-Math.sqrt(3), Math.sqrt(3));
        assertThat(CHECK.check(RightSamples.of(uniform, 1, N), RightSamples.NORMAL, ALPHA)
                        .passed())
                .isFalse();
    }
}
