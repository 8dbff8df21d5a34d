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

class MeanCheckTest {
    private static final int N = 10_000;
    private static final double ALPHA = 1e-9;
    private static final MeanCheck CHECK = new MeanCheck();

    static List<ExpectedLaw.Random> laws() {
        return RightSamples.LAWS;
    }

    /** To either side; a quarter of it is not. */
    @ParameterizedTest
    @MethodSource("laws")
    void aMeanOffByTheDetectableSizeIsFound(ExpectedLaw.Random law) {
        double size =
                CHECK.check(RightSamples.of(law, 1, N), law, ALPHA).detects().size();
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(CHECK.check(RightSamples.of(law, seed, N), law, ALPHA).passed())
                    .isTrue();
            for (double shift : new double[] {size, -size}) {
                assertThat(CHECK.check(RightSamples.changed(law, seed, N, 1, shift), law, ALPHA)
                                .passed())
                        .isFalse();
                assertThat(CHECK.check(RightSamples.changed(law, seed, N, 1, shift / 4), law, ALPHA)
                                .passed())
                        .isTrue();
            }
        }
    }

    /** 400 elements on the mean but for one that is 5 above it: {@code 5 / 400} off, 0.25 standard errors of 1/20. */
    @Test
    void theStatisticIsInStandardErrors() {
        float[] sample = new float[400];
        sample[7] = 5;
        Verdict verdict = CHECK.check(sample, RightSamples.NORMAL, ALPHA);
        assertThat(verdict.statistic()).isCloseTo(0.25, within(1e-12));
        assertThat(verdict.detail()).isEqualTo("N = 400; mean 0.0125, expected 0.0");
    }
}
