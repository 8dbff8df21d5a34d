// SPDX-License-Identifier: Apache-2.0
package org.initium.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AffineTest {
    private static final float LEAST_NORMAL = 0x1p-126f;

    @Test
    void subnormalNumbersBecomeZerosOfTheirSign() {
        assertThat(Affine.flush(LEAST_NORMAL)).isEqualTo(LEAST_NORMAL);
        assertThat(Affine.flush(-LEAST_NORMAL)).isEqualTo(-LEAST_NORMAL);
        assertThat(Float.floatToRawIntBits(Affine.flush(Math.nextDown(LEAST_NORMAL))))
                .isZero();
        assertThat(Float.floatToRawIntBits(Affine.flush(-Float.MIN_VALUE))).isEqualTo(0x80000000);
        assertThat(Affine.flush(Double.NaN)).isNaN();
    }

    /** x86 looks at the result rounded to 24 bits with an unbounded exponent: half a unit below 2^-126 it is not small. */
    @Test
    void whatRoundsToTheLeastNormalNumberStays() {
        double half = 0x1p-126 - 0x1p-151;
        assertThat(Affine.flush(half)).isEqualTo(LEAST_NORMAL);
        assertThat(Affine.flush(Math.nextDown(half))).isZero();
    }

    /** From 2^-80 on the vectorised steps have nothing to flush: the least sample gives the same both ways. */
    @Test
    void nothingIsFlushedFromTheThresholdOn() {
        for (float factor : new float[] {0x1p-80f, Math.nextDown(0x1p-80f)}) {
            float[] out = new float[64];
            Arrays.fill(out, 0x1p-38f);
            Affine.apply(factor, 0, 64, out, 0);
            assertThat(out).containsOnly(0x1p-38f * factor);
        }
        float[] out = new float[64];
        Arrays.fill(out, 0x1p-38f);
        Affine.apply(0x1p-100f, 0, 64, out, 0);
        assertThat(out).containsOnly(0);
    }
}
