// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

/**
 * The native sampler's normal laws: words in, floats out, a fixed number of words for each chunk of {@link #CHUNK}
 * elements and no rejection, so that an element depends on its chunk's words alone.
 *
 * <p>The arithmetic is part of the stream's definition: every step is one IEEE single-precision operation or one integer
 * operation, in the order in which {@link LawKernelScalar} writes it. {@code n} is a multiple of the chunk everywhere.
 */
interface LawKernel {
    /** Elements, and their words, that belong together: one lane each of {@link WordKernel} has a word in either half. */
    int CHUNK = 2 * WordKernel.LANES;

    /** sqrt(1/2), where the mantissa is cut: {@code ln} sees {@code sqrt(1/2) <= m < sqrt(2)}. */
    int SQRT_HALF_BITS = 0x3F3504F3;

    /** Bits of a float's mantissa. */
    int MANTISSA = 0x007FFFFF;

    /** 2^-31 less one ulp, so that no word rounds u up to 1, whose radius of 0 would put both elements on the mean. */
    float UNIT = 0x1.fffffep-32f;

    /** ln 2. */
    float LN_2 = 0.6931472f;

    /**
     * {@code ln(1 + f) = f + f^2 (f P(f) - 1/2)} for {@code sqrt(1/2) - 1 <= f <= sqrt(2) - 1}: P, fitted for the relative
     * error (7.8e-9 with these floats) by Lawson's iteration of weighted least squares on 4,000 Chebyshev nodes.
     */
    float P0 = 0x1.55554ap-2f;

    float P1 = -0x1.00022p-2f;
    float P2 = 0x1.99a596p-3f;
    float P3 = -0x1.54788ap-3f;
    float P4 = 0x1.226e5p-3f;
    float P5 = -0x1.0ce08ep-3f;
    float P6 = 0x1.07d0ccp-3f;
    float P7 = -0x1.41ed5p-4f;

    /** {@code sin(pi r) = r S(r^2)} for {@code |r| <= 1/4}, made as P (3.5e-8, of which 2.8e-8 is pi's rounding). */
    float S0 = 0x1.921fb6p+1f;

    float S1 = -0x1.4abbbap+2f;
    float S2 = 0x1.465ec6p+1f;
    float S3 = -0x1.2d9bb8p-1f;

    /** {@code cos(pi r) = 1 + r^2 C(r^2)} for {@code |r| <= 1/4}, made as P (9.4e-9). */
    float C1 = -0x1.3bd3ccp+2f;

    float C2 = 0x1.03c1dcp+2f;
    float C3 = -0x1.55c57cp+0f;
    float C4 = 0x1.d9c366p-3f;

    /** {@code erf(sqrt(2)) * 2^-23}: the standard normal law puts erf(sqrt(2)) = 0.9544997 within two sigma. */
    float CENTRAL = 0x1.e8b43p-24f;

    /**
     * {@code sqrt(2) erfinv(x) = x G(ln(1 - x^2))} for {@code |x| <= erf(sqrt(2))}: G, made as P (4.8e-8). The variable is
     * that of M. Giles (2010), "Approximating the erfinv function", GPU Computing Gems 2, section 10.2.
     */
    float G0 = 0x1.40d932p+0f;

    float G1 = -0x1.4ffe3ap-2f;
    float G2 = 0x1.0b712p-6f;
    float G3 = 0x1.ad4b66p-9f;
    float G4 = -0x1.c738dcp-13f;
    float G5 = -0x1.7eb366p-14f;
    float G6 = -0x1.b03ac0p-18f;

    /**
     * Normal, by G. E. P. Box and M. E. Muller (1958), "A Note on the Generation of Random Normal Deviates", Annals of
     * Mathematical Statistics 29(2). Of a chunk's 64 words the first 32 give the radii and the last 32 the angles;
     * elements {@code j} and {@code j + 32} are the cosine and the sine of pair {@code j}. The radius comes from 31 bits,
     * {@code u = float(k) UNIT + 2^-32}. The smallest u is 2^-32 and gives the largest radius,
     * {@code sqrt(-2 ln 2^-32) = 6.66}.
     *
     * @param scratch n elements
     */
    void normal(int[] words, int n, float mean, float stddev, float[] scratch, float[] out, int offset);

    /**
     * Truncated normal, by inversion: {@code x = (k + 1/2) 2^-23 erf(sqrt(2))} for the signed upper 24 bits k of a word,
     * and {@code mean + stddev sqrt(2) erfinv(x)} clamped to {@code [bottom, top]}.
     *
     * @param bottom smallest value that may come out
     * @param top largest value that may come out
     * @param scratch n elements
     */
    void truncatedNormal(
            int[] words,
            int n,
            float mean,
            float stddev,
            float bottom,
            float top,
            float[] scratch,
            float[] out,
            int offset);
}
