// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

/**
 * The 32-bit draws of {@code jax.random.bits}: the two words of {@link Threefry} block {@code i}, combined by exclusive or,
 * for element {@code i} of the tensor.
 *
 * <p>That is JAX's {@code jax_threefry_partitionable} rule, the default since JAX 0.5: counter word 0 is the upper half of
 * {@code i} and word 1 the lower, so that an element depends on neither the tensor's shape nor its other elements.
 */
interface BitsKernel {
    /** Elements are made in multiples of this number: the lanes of the widest vector. */
    int GROUP = 16;

    /**
     * Writes the draws of elements {@code first .. first + n - 1} to {@code words[0 .. n - 1]}. Elements beyond the next
     * multiple of 2^32 come out wrong: the upper half of the counter is that of {@code first}.
     *
     * @param first 0 or more
     * @param n a multiple of {@link #GROUP}
     * @param words n elements or more
     * @param scratch n elements or more
     */
    void fill(JaxKey key, long first, int n, int[] words, int[] scratch);
}
