// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

/** {@link LawKernel} one element at a time: the definition of the native streams' arithmetic. */
final class LawKernelScalar implements LawKernel {
    private static final int HALF = CHUNK / 2;

    @Override
    public void normal(int[] words, int n, float mean, float stddev, float[] scratch, float[] out, int offset) {
        for (int chunk = 0; chunk < n; chunk += CHUNK) {
            for (int i = chunk; i < chunk + HALF; i++) {
                float radius = radius(words[i]);
                int word = words[i + HALF];
                // The angle is pi * word * 2^-31 = quadrant * pi/2 + pi * r with |r| <= 1/4, exactly.
                int quadrant = (word + 0x20000000) >> 30;
                float r = (word - (quadrant << 30)) * 0x1p-31f;
                float r2 = r * r;
                float sin = r * Math.fma(Math.fma(Math.fma(S3, r2, S2), r2, S1), r2, S0);
                float cos = Math.fma(Math.fma(Math.fma(Math.fma(C4, r2, C3), r2, C2), r2, C1), r2, 1);
                boolean odd = (quadrant & 1) != 0;
                float x = negateIf((quadrant + 1 & 2) != 0, odd ? sin : cos);
                float y = negateIf((quadrant & 2) != 0, odd ? cos : sin);
                out[offset + i] = Math.fma(radius * x, stddev, mean);
                out[offset + i + HALF] = Math.fma(radius * y, stddev, mean);
            }
        }
    }

    /** {@code sqrt(-2 ln u)}. */
    private static float radius(int word) {
        float u = Math.fma((float) (word >>> 1), UNIT, 0x1p-32f);
        return (float) Math.sqrt(-2 * ln(u));
    }

    @Override
    public void truncatedNormal(
            int[] words,
            int n,
            float mean,
            float stddev,
            float bottom,
            float top,
            float[] scratch,
            float[] out,
            int offset) {
        for (int i = 0; i < n; i++) {
            float x = Math.fma((float) (words[i] >> 8), CENTRAL, CENTRAL / 2);
            float l = ln(-Math.fma(x, x, -1));
            float g = G6;
            g = Math.fma(g, l, G5);
            g = Math.fma(g, l, G4);
            g = Math.fma(g, l, G3);
            g = Math.fma(g, l, G2);
            g = Math.fma(g, l, G1);
            g = Math.fma(g, l, G0);
            float z = Math.fma(x * g, stddev, mean);
            z = z < bottom ? bottom : z;
            out[offset + i] = z > top ? top : z;
        }
    }

    /** Natural logarithm of a positive, normal float; {@code LawKernelTest} measures its error. */
    static float ln(float x) {
        int shifted = Float.floatToRawIntBits(x) - SQRT_HALF_BITS;
        float e = shifted >> 23;
        float f = Float.intBitsToFloat((shifted & MANTISSA) + SQRT_HALF_BITS) - 1;
        float p = P7;
        p = Math.fma(p, f, P6);
        p = Math.fma(p, f, P5);
        p = Math.fma(p, f, P4);
        p = Math.fma(p, f, P3);
        p = Math.fma(p, f, P2);
        p = Math.fma(p, f, P1);
        p = Math.fma(p, f, P0);
        p = Math.fma(p, f, -0.5f);
        return Math.fma(e, LN_2, Math.fma(f * f, p, f));
    }

    private static float negateIf(boolean negate, float x) {
        return negate ? -x : x;
    }
}
