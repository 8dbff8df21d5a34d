// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A key of {@code jax.random}, implementation {@code threefry2x32}: two 32-bit words.
 *
 * @param k0 first word
 * @param k1 second word
 */
public record JaxKey(int k0, int k1) {
    private static final long WORDS = 1L << 32;

    /**
     * {@code jax.random.key(seed)}, and equally {@code PRNGKey(seed)}, with JAX's default of 32-bit types: the key's words
     * are 0 and the seed's low 32 bits. Of the seed's high half and of its sign nothing remains, so {@code 1} and
     * {@code 1 + (1L << 32)} are one key.
     *
     * @param seed any; these are the integers that JAX accepts
     */
    public static JaxKey of(long seed) {
        return new JaxKey(0, (int) seed);
    }

    /**
     * {@code jax.random.split(key, n)}: independent keys. A split into a shape, as {@code split(key, (2, 3))}, has the keys
     * of a split into as many in row-major order.
     *
     * @param n number of keys, 0 or more
     * @throws IllegalArgumentException if n is negative
     */
    public List<JaxKey> split(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("split into " + n + " keys, expected 0 or more");
        }
        return IntStream.range(0, n).mapToObj(this::child).toList();
    }

    /**
     * {@code jax.random.fold_in(key, data)}: the key of this number; equal to key number {@code data} of a split.
     *
     * @param data from 0 to 2^32-1
     * @throws IllegalArgumentException if data is outside that range, where JAX raises OverflowError
     */
    public JaxKey foldIn(long data) {
        if (data < 0 || data >= WORDS) {
            throw new IllegalArgumentException("fold_in of " + data
                    + ", expected a number from 0 to 4294967295; JAX raises OverflowError: it makes a uint32 of it");
        }
        return child((int) data);
    }

    private JaxKey child(int number) {
        long block = Threefry.block(k0, k1, 0, number);
        return new JaxKey((int) (block >>> 32), (int) block);
    }

    /** The words as JAX prints them, such as {@code JaxKey[00000000 0000002a]}. */
    @Override
    public String toString() {
        return String.format("JaxKey[%08x %08x]", k0, k1);
    }
}
