// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.initium.Allocation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LawKernelTest {
    private static final int N = 64 * LawKernel.CHUNK;
    private static final List<LawKernel> KERNELS = List.of(new LawKernelScalar(), new LawKernelVector());
    private static final float STRICT_TOP = Math.nextDown(2f);

    /** Words where conversions and reductions turn over, each against each within a chunk's pairs. */
    private static final int[] EXTREME = {
        0,
        1,
        2,
        0xFF,
        0x100,
        0x1FF,
        0x1FFFFFFF,
        0x20000000,
        0x3FFFFFFF,
        0x40000000,
        0x5FFFFFFF,
        0x60000000,
        0x7FFFFFFF,
        0x80000000,
        0x80000001,
        0x9FFFFFFF,
        0xA0000000,
        0xBFFFFFFF,
        0xC0000000,
        0xDFFFFFFF,
        0xE0000000,
        0xFFFFFF00,
        0xFFFFFFFE,
        0xFFFFFFFF
    };

    private static int[] words(int seed) {
        int[] words = new int[N];
        NativeWords.fill(Key.of(seed), 0, N, words, 0);
        if (seed == 0) {
            for (int i = 0; i < N; i++) {
                // 31 and 24 have no common factor, so that radii meet all angles within the batch.
                words[i] = EXTREME[i / 32 % 2 == 0 ? i % EXTREME.length : (i / 64 * 7 + i) % EXTREME.length];
            }
        }
        return words;
    }

    @Test
    void vectorsEqualScalarsToTheBit() {
        float[] scratch = new float[N];
        for (int seed = 0; seed < 200; seed++) {
            int[] words = words(seed);
            float[][] out = new float[2][N + 3];
            for (int k = 0; k < 2; k++) {
                Arrays.fill(out[k], Float.NaN);
                if (seed % 2 == 0) {
                    KERNELS.get(k).normal(words, N, 0.25f, 1.5f, scratch, out[k], 2);
                } else {
                    KERNELS.get(k).truncatedNormal(words, N, 0, 1, -STRICT_TOP, STRICT_TOP, scratch, out[k], 2);
                }
            }
            assertThat(bits(out[1])).as("seed %d", seed).isEqualTo(bits(out[0]));
            assertThat(out[1]).startsWith(Float.NaN, Float.NaN).endsWith(Float.NaN);
        }
        for (int law = 0; law < 2; law++) {
            float[][] out = new float[2][N];
            for (int k = 0; k < 2; k++) {
                if (law == 0) {
                    KERNELS.get(k).normal(words(0), N, 0, 1, scratch, out[k], 0);
                } else {
                    KERNELS.get(k).truncatedNormal(words(0), N, 0, 1, -STRICT_TOP, STRICT_TOP, scratch, out[k], 0);
                }
            }
            assertThat(bits(out[1])).isEqualTo(bits(out[0]));
        }
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }

    /** Word 0 is the smallest u, 2^-32: sqrt(-2 ln 2^-32) = 6.660. */
    @Test
    void normalReachesBeyondSixSigma() {
        int[] words = new int[LawKernel.CHUNK];
        float[] out = new float[LawKernel.CHUNK];
        for (LawKernel kernel : KERNELS) {
            kernel.normal(words, LawKernel.CHUNK, 0, 1, new float[LawKernel.CHUNK], out, 0);
            assertThat(out[0]).isBetween(6.65f, 6.67f);
        }
    }

    /** Largest error seen over the 2^24 largest and 2^24 spread radius words: 1.2 ulp; asserted on a sample of both. */
    @Test
    void logarithmIsWithinTwoUlp() {
        double worst = 0;
        for (long k = 1; k < 1L << 31; k += k < 1 << 16 ? 1 : 20011) {
            float u = (float) (k * 0x1p-31);
            worst = Math.max(worst, error(LawKernelScalar.ln(u), StrictMath.log(u)));
            float near = 1 - (k & 0xFFFFFF) * 0x1p-24f;
            if (near > 0) {
                worst = Math.max(worst, error(LawKernelScalar.ln(near), StrictMath.log(near)));
            }
        }
        assertThat(worst).as("largest error of ln in ulp").isGreaterThan(0.4).isLessThan(2);
    }

    /** Error in units of the exact value's last place, as a float. */
    private static double error(float value, double exact) {
        return exact == 0 ? Math.abs(value) : Math.abs(value - exact) / Math.ulp((float) exact);
    }

    /**
     * Against Box and Muller's formula in double precision. The radius carries the logarithm's 2 ulp (halved by the root)
     * and one rounding, the sine half an ulp of 1 from its polynomial and its roundings: 4 ulp of the radius in all.
     */
    @Test
    void normalIsBoxMuller() {
        for (int seed : new int[] {0, 1, 2}) {
            int[] words = words(seed);
            float[] out = new float[N];
            KERNELS.get(0).normal(words, N, 0, 1, new float[N], out, 0);
            for (int i = 0; i < N; i += i % 64 == 31 ? 33 : 1) {
                double u = (float) ((float) (words[i] >>> 1) * (double) LawKernel.UNIT + 0x1p-32);
                double radius = Math.sqrt(-2 * StrictMath.log(u));
                double angle = Math.PI * (words[i + 32] * 0x1p-31);
                double tolerance = 4 * Math.ulp((float) radius);
                assertThat((double) out[i])
                        .isBetween(
                                radius * StrictMath.cos(angle) - tolerance, radius * StrictMath.cos(angle) + tolerance);
                assertThat((double) out[i + 32])
                        .isBetween(
                                radius * StrictMath.sin(angle) - tolerance, radius * StrictMath.sin(angle) + tolerance);
            }
        }
    }

    /**
     * {@code erf(z / sqrt 2)} must give back x. With z's relative error e, erf is off by at most {@code e z phi(z) 2 <=
     * 0.49 e}; 4 ulp (2.4e-7 relative: G's 1.9e-8, the logarithm's 2 ulp times |L G'/G| <= 0.5, four roundings) make 1.2e-7.
     */
    @Test
    void truncatedNormalIsTheInverseOfErf() {
        for (int seed : new int[] {0, 1, 2, 3}) {
            int[] words = words(seed);
            float[] out = new float[N];
            KERNELS.get(0).truncatedNormal(words, N, 0, 1, -STRICT_TOP, STRICT_TOP, new float[N], out, 0);
            for (int i = 0; i < N; i++) {
                double x = ((words[i] >> 8) + 0.5) * 0x1p-23 * 0.9544997361036416;
                assertThat(erf(out[i] / Math.sqrt(2)) - x).isBetween(-1.2e-7, 1.2e-7);
                assertThat(Math.abs(out[i])).isLessThan(2);
            }
        }
    }

    @Tag(Allocation.TAG)
    @Test
    void allocatesNothing() {
        LawKernel kernel = new LawKernelVector();
        int[] words = words(1);
        float[] scratch = new float[N];
        float[] out = new float[N];
        assertThat(Allocation.perCall(() -> kernel.normal(words, N, 0, 1, scratch, out, 0)))
                .isZero();
        assertThat(Allocation.perCall(() -> kernel.truncatedNormal(words, N, 0, 1, -2, 2, scratch, out, 0)))
                .isZero();
    }

    /** Maclaurin series; for |x| <= sqrt 2 forty terms leave less than 1e-17. */
    private static double erf(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; n < 40; n++) {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * sum;
    }
}
