// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.verification.checks.Verdict;
import org.junit.jupiter.api.Test;

class SameSeedCheckTest {
    private static final float NAN = Float.intBitsToFloat(0x7FC00001);

    @Test
    void theSameElementsPass() {
        assertThat(SameSeedCheck.check(new float[] {1, -0f, NAN}, new float[] {1, -0f, NAN})
                        .passed())
                .isTrue();
    }

    @Test
    void oneBitFails() {
        Verdict verdict = SameSeedCheck.check(new float[] {1, 0, 2, 3}, new float[] {1, -0f, 2, Math.nextUp(3f)});
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.statistic()).isEqualTo(2);
        assertThat(verdict.detail()).isEqualTo("N = 4; element 1 is 0.0, the second time -0.0");
        assertThat(verdict.alpha()).isZero();
        assertThat(SameSeedCheck.check(new float[] {Float.NaN}, new float[] {NAN})
                        .passed())
                .isFalse();
    }

    @Test
    void drawsOfAnotherSizeAndEmptyOnesFailInWords() {
        assertThat(SameSeedCheck.check(new float[2], new float[3]).detail()).isEqualTo("N = 2, the second time 3");
        assertThat(SameSeedCheck.check(new float[2], new float[3]).passed()).isFalse();
        assertThat(SameSeedCheck.check(new float[0], new float[0]).passed()).isFalse();
    }
}
