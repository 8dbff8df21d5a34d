// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerialCorrelationCheckTest {
    private static final int N = 50_000;
    private static final double ALPHA = 1e-9;
    private static final SerialCorrelationCheck CHECK = new SerialCorrelationCheck();

    static List<ExpectedLaw.Random> laws() {
        return RightSamples.LAWS;
    }

    private static boolean passes(float[] sample) {
        return CHECK.check(sample, RightSamples.NORMAL, ALPHA).passed();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void aRightSamplePasses(ExpectedLaw.Random law) {
        for (long seed = 1; seed <= 5; seed++) {
            assertThat(CHECK.check(RightSamples.of(law, seed, N), law, ALPHA).passed())
                    .isTrue();
        }
    }

    /** One element in ten repeats the one that many places before it, or its negative: the law is right. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64})
    void anElementThatRepeatsAnEarlierOneIsFound(int lag) {
        float[] same = RightSamples.of(RightSamples.NORMAL, 1, N);
        float[] opposite = same.clone();
        for (int i = lag; i < N; i += 10) {
            same[i] = same[i - lag];
            opposite[i] = -opposite[i - lag];
        }
        for (float[] sample : List.of(same, opposite)) {
            assertThat(passes(sample)).isFalse();
            assertThat(new KolmogorovSmirnovCheck()
                            .check(sample, RightSamples.NORMAL, ALPHA)
                            .passed())
                    .isTrue();
        }
    }

    @Test
    void sixtyFourPlacesAreItsReach() {
        float[] sample = RightSamples.of(RightSamples.NORMAL, 1, N);
        for (int i = 65; i < N; i += 130) {
            System.arraycopy(sample, i - 65, sample, i, Math.min(65, N - i));
        }
        assertThat(passes(sample)).isTrue();
    }

    @Test
    void aSampleNoLongerThanTheLagsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> passes(RightSamples.of(RightSamples.NORMAL, 1, 64)));
        assertThatIllegalArgumentException().isThrownBy(() -> passes(RightSamples.of(RightSamples.NORMAL, 1, 80)));
    }
}
