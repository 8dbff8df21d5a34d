// SPDX-License-Identifier: Apache-2.0
package org.initium.tensorflow;

/**
 * What TensorFlow makes of random words; {@code n} is a multiple of 64 everywhere.
 *
 * <p>The arithmetic, rounding by rounding, is that of {@link LawKernelScalar}.
 */
interface LawKernel {
    /** The bits of a word that TensorFlow uses: the lower 23. */
    int MANTISSA = 0x007FFFFF;

    /** Uniform on [0, 1): {@code out[offset + i] = (words[i] mod 2^23) 2^-23}. */
    void unit(int[] words, int n, float[] out, int offset);

    /**
     * Standard normal for at most {@link Scratch#SIZE} words, by Box and Muller's method with the sine first: words 2 j and 2 j + 1 give the radius
     * {@code sqrt(-2 logf(max(u, 1e-7)))} and the angle {@code 2 pi u}
     * of elements 2 j and 2 j + 1; see {@link Logf} and {@link Sincosf}.
     */
    void standardNormal(int[] words, int n, Scratch scratch, float[] out, int offset);

    /** {@code out[offset + i] = out[offset + i] * factor + shift}, with two roundings. */
    void affine(float factor, float shift, int n, float[] out, int offset);
}
