// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailCountsCheckTest {
    private static final int N = 1_000_000;
    private static final double ALPHA = 1e-9;
    private static final TailCountsCheck CHECK = new TailCountsCheck();
    private static final ExpectedLaw.Normal MOVED = new ExpectedLaw.Normal(-2, 0.5);

    @Test
    void aRightSamplePasses() {
        for (long seed = 1; seed <= 3; seed++) {
            assertThat(CHECK.check(RightSamples.of(RightSamples.NORMAL, seed, N), RightSamples.NORMAL, ALPHA)
                            .passed())
                    .isTrue();
            assertThat(CHECK.check(RightSamples.of(MOVED, seed, N), MOVED, ALPHA)
                            .passed())
                    .isTrue();
        }
    }

    /** Beyond 3 standard deviations lie 2,700 of a million, beyond 4 63, beyond 4.5 7. */
    @ParameterizedTest
    @CsvSource({"3", "4"})
    void aTailThatIsCutIsFound(float cut) {
        float[] sample = RightSamples.of(RightSamples.NORMAL, 1, N);
        for (int i = 0; i < N; i++) {
            sample[i] = Math.max(-cut, Math.min(cut, sample[i]));
        }
        Verdict verdict = CHECK.check(sample, RightSamples.NORMAL, ALPHA);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail())
                .contains("0 beyond " + cut + " sd, expected")
                .contains("0 beyond 4.5 sd");
        assertThat(new VarianceCheck().check(sample, RightSamples.NORMAL, ALPHA).passed())
                .isTrue();
        assertThat(new LegendreMomentsCheck()
                        .check(sample, RightSamples.NORMAL, ALPHA)
                        .passed())
                .isTrue();
    }

    /** One element of 20,000 at 5 standard deviations, on one side: 50 where 0.6 are expected beyond 5. */
    @ParameterizedTest
    @CsvSource({"5", "-5"})
    void aTailThatIsTooHeavyIsFound(float far) {
        float[] sample = RightSamples.of(RightSamples.NORMAL, 1, N);
        for (int i = 0; i < N; i += 20_000) {
            sample[i] = far;
        }
        assertThat(CHECK.check(sample, RightSamples.NORMAL, ALPHA).passed()).isFalse();
    }

    @Test
    void elementsOnACutAreNotBeyondIt() {
        float[] sample = RightSamples.of(RightSamples.CUT, 1, 10_000);
        sample[0] = 3;
        sample[1] = -3;
        sample[2] = Math.nextUp(3f);
        sample[3] = -4.25f;
        sample[4] = 5;
        assertThat(CHECK.check(sample, RightSamples.NORMAL, ALPHA).detail())
                .startsWith("N = 10000; 3 beyond 3.0 sd, expected 26.9")
                .contains("; 2 beyond 4.0 sd, expected 0.63")
                .contains("; 1 beyond 4.5 sd, expected 0.067");
    }
}
