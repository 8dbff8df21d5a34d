// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

/**
 * PyTorch's laws for float32 on a CPU with AVX2: words of the Mersenne Twister in, floats out. Each step is one IEEE
 * operation in single precision, in the order in which {@link LawKernelScalar} writes it.
 *
 * <p>PyTorch's kernels are {@code normal_fill_AVX2} and {@code uniform_real_distribution}; its logarithm, sine and cosine
 * are those of avx_mathfun.h (G. Garberoglio 2012, after J. Pommier 2007 and S. L. Moshier's Cephes), where the compiler has
 * fused multiplications with the additions that follow them. So have these.
 */
interface LawKernel {
    /** Elements that a normal law makes at a time, from as many words: 8 radii, then 8 angles. */
    int BLOCK = 16;

    /** Most elements in one call of {@link #normal}, and the size of its scratch array. */
    int BATCH = 4096;

    /** The bits of a word that make a float in [0, 1): the lower 24. */
    int MASK = 0x00FFFFFF;

    /** {@code 2^-24}. */
    float ULP = 0x1p-24f;

    /** 2 pi. */
    float TWO_PI = 0x1.921fb6p+2f;

    /** sqrt(1/2), where the mantissa is cut: the logarithm sees {@code sqrt(1/2) <= m < sqrt(2)}. */
    int SQRT_HALF_BITS = 0x3F3504F3;

    /** Bits of a float's mantissa. */
    int MANTISSA = 0x007FFFFF;

    /** Cephes logf: {@code ln(1 + y) = y - y^2/2 + y^3 P(y)}. */
    float P0 = 7.0376836292E-2f;

    float P1 = -1.1514610310E-1f;
    float P2 = 1.1676998740E-1f;
    float P3 = -1.2420140846E-1f;
    float P4 = 1.4249322787E-1f;
    float P5 = -1.6668057665E-1f;
    float P6 = 2.0000714765E-1f;
    float P7 = -2.4999993993E-1f;
    float P8 = 3.3333331174E-1f;

    /** ln 2 in two parts, the upper one short so that its product with an exponent is exact. */
    float LN2_HIGH = 0.693359375f;

    float LN2_LOW = -2.12194440e-4f;

    /** 4 / pi. */
    float FOUR_OVER_PI = 1.27323954473516f;

    /** pi/4 in three parts, negated: W. J. Cody and W. Waite (1980), "Software Manual for the Elementary Functions". */
    float QUARTER_PI_1 = -0.78515625f;

    float QUARTER_PI_2 = -2.4187564849853515625e-4f;
    float QUARTER_PI_3 = -3.77489497744594108e-8f;

    /** Cephes sinf on [-pi/4, pi/4]: {@code x + x^3 S(x^2)}. */
    float S0 = -1.9515295891E-4f;

    float S1 = 8.3321608736E-3f;
    float S2 = -1.6666654611E-1f;

    /** Cephes cosf on [-pi/4, pi/4]: {@code 1 - x^2/2 + x^4 C(x^2)}. */
    float C0 = 2.443315711809948E-5f;

    float C1 = -1.388731625493765E-3f;
    float C2 = 4.166664568298827E-2f;

    /** {@code Tensor.uniform_}: {@code out[offset + i] = fma(u, range, from)} with the word's {@code u} in [0, 1). */
    void uniform(int[] words, int at, int n, float from, float range, float[] out, int offset);

    /**
     * {@code Tensor.normal_} of whole blocks, by the transform of G. E. P. Box and M. E. Muller (1958): words {@code j} and
     * {@code j + 8} of a block give elements {@code j}, the cosine, and {@code j + 8}, the sine.
     *
     * @param at index of the first word
     * @param n a multiple of {@link #BLOCK}, at most {@link #BATCH}
     * @param scratch {@link #BATCH} elements
     */
    void normal(int[] words, int at, int n, float mean, float stddev, float[] scratch, float[] out, int offset);
}
