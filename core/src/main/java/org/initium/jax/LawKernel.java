// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

/** Draws of {@link BitsKernel} into the floats of a {@link Law}, each rounding as eager JAX on the CPU has it. */
interface LawKernel {
    /** Bits of 1.0f: with them a mantissa makes a float in [1, 2). */
    int ONE = 0x3F800000;

    /** A draw's bits that uniform drops: a mantissa has 23 of 32. */
    int DROPPED = 9;

    /**
     * Writes {@code out[offset .. offset + n - 1]}.
     *
     * @param words n draws
     * @param n a multiple of {@link BitsKernel#GROUP}
     * @param scratch n elements or more
     */
    void draw(Law law, int[] words, int n, float[] scratch, float[] out, int offset);
}
