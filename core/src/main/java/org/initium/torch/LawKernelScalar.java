// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

/** {@link LawKernel} one element at a time: the definition of its arithmetic. */
final class LawKernelScalar implements LawKernel {
    private static final int HALF = BLOCK / 2;

    @Override
    public void uniform(int[] words, int at, int n, float from, float range, float[] out, int offset) {
        for (int i = 0; i < n; i++) {
            out[offset + i] = Math.fma(unit(words[at + i]), range, from);
        }
    }

    /** A word as a multiple of 2^-24 in [0, 1). */
    private static float unit(int word) {
        return (word & MASK) * ULP;
    }

    @Override
    public void normal(int[] words, int at, int n, float mean, float stddev, float[] scratch, float[] out, int offset) {
        assert n % BLOCK == 0 && n <= BATCH && scratch.length == BATCH;
        for (int block = 0; block < n; block += BLOCK) {
            for (int j = block; j < block + HALF; j++) {
                float radius = (float) Math.sqrt(-2 * log(1 - unit(words[at + j])));
                float x = TWO_PI * unit(words[at + j + HALF]);
                // Octants of pi/4, rounded up to an even number, so that the rest lies within +-pi/4.
                int q = (int) (x * FOUR_OVER_PI) + 1 & ~1;
                float r = rest(x, q);
                float z = r * r;
                float sin = sin(r, z);
                float cos = cos(z);
                boolean swap = (q & 2) != 0;
                float c = negateIf((q - 2 & 4) == 0, swap ? sin : cos);
                float s = negateIf((q & 4) != 0, swap ? cos : sin);
                out[offset + j] = Math.fma(radius * c, stddev, mean);
                out[offset + j + HALF] = Math.fma(radius * s, stddev, mean);
            }
        }
    }

    /** Natural logarithm; here of a multiple of 2^-24 in (0, 1], so that Cephes's care for other numbers is not needed. */
    private static float log(float u) {
        int shifted = Float.floatToRawIntBits(u) - SQRT_HALF_BITS;
        float e = shifted >> 23;
        float y = Float.intBitsToFloat((shifted & MANTISSA) + SQRT_HALF_BITS) - 1;
        float z = y * y;
        float p = P0;
        p = Math.fma(p, y, P1);
        p = Math.fma(p, y, P2);
        p = Math.fma(p, y, P3);
        p = Math.fma(p, y, P4);
        p = Math.fma(p, y, P5);
        p = Math.fma(p, y, P6);
        p = Math.fma(p, y, P7);
        p = Math.fma(p, y, P8);
        p = Math.fma(y * p, z, e * LN2_LOW);
        p = Math.fma(z, -0.5f, p);
        return Math.fma(e, LN2_HIGH, y + p);
    }

    /** {@code x - q pi/4}. */
    private static float rest(float x, float q) {
        return Math.fma(q, QUARTER_PI_3, Math.fma(q, QUARTER_PI_2, Math.fma(q, QUARTER_PI_1, x)));
    }

    private static float sin(float r, float z) {
        float p = z * Math.fma(Math.fma(S0, z, S1), z, S2);
        return Math.fma(r, p, r);
    }

    private static float cos(float z) {
        float p = z * Math.fma(Math.fma(C0, z, C1), z, C2);
        return Math.fma(z, p, -(z * 0.5f)) + 1;
    }

    private static float negateIf(boolean negate, float x) {
        return negate ? -x : x;
    }
}
