// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EdgeGapCheckTest {
    private static final int N = 100_000;
    private static final double ALPHA = 1e-9;
    private static final EdgeGapCheck CHECK = new EdgeGapCheck();

    static List<ExpectedLaw.Random> bounded() {
        return RightSamples.LAWS.stream()
                .filter(law -> Double.isFinite(law.bound()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("bounded")
    void aRightSampleComesNearBothBounds(ExpectedLaw.Random law) {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(CHECK.check(RightSamples.of(law, seed, N), law, ALPHA).passed())
                    .isTrue();
        }
    }

    /** A limit too small by what the verdict says is found, where the bounds and the variance tell nothing. */
    @ParameterizedTest
    @MethodSource("bounded")
    void aLimitThatIsTooSmallIsFound(ExpectedLaw.Random law) {
        double share =
                CHECK.check(RightSamples.of(law, 1, N), law, ALPHA).detects().size();
        assertThat(share).isLessThan(0.002);
        for (long seed = 1; seed <= 20; seed++) {
            float[] narrow = RightSamples.changed(law, seed, N, 1 - share, 0);
            assertThat(CHECK.check(narrow, law, ALPHA).passed()).isFalse();
            assertThat(new VarianceCheck().check(narrow, law, ALPHA).passed()).isTrue();
            assertThat(new BoundsCheck(true).check(narrow, law, 0).passed()).isTrue();
        }
    }

    /** Nothing above 0.75 of -1 .. 1: a gap of a quarter of half the range; the same below. */
    @Test
    void theGapIsAShareOfHalfTheRange() {
        float[] above = RightSamples.of(RightSamples.UNIFORM, 1, N);
        float[] below = above.clone();
        for (int i = 0; i < N; i++) {
            above[i] = Math.min(0.75f, above[i]);
            below[i] = Math.max(-0.75f, below[i]);
        }
        for (float[] sample : List.of(above, below)) {
            Verdict verdict = CHECK.check(sample, RightSamples.UNIFORM, ALPHA);
            assertThat(verdict.statistic()).isCloseTo(0.25, within(1e-12));
            // (1 - gap / 2)^N = alpha / 2 for each bound, and a sampler's grid.
            double gap = -2 * Math.expm1(Math.log(ALPHA / 2) / N);
            assertThat(verdict.threshold()).isCloseTo(gap + 0x1p-20, within(1e-12));
            assertThat(verdict.passed()).isFalse();
        }
    }

    @Test
    void aLawWithoutBoundsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHECK.check(RightSamples.of(RightSamples.NORMAL, 1, N), RightSamples.NORMAL, ALPHA));
    }
}
