// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import org.initium.random.philox.Philox4x32;

/**
 * The name of one random stream: 128 bits from which every word of the stream follows.
 *
 * <p>Keys are derived, not drawn: {@code Key.of(seed).child(layer).child(role)} gives each tensor its own stream, whatever
 * else exists and in whichever order it is asked for. There is no hidden state; a key can be shared between threads.
 * The scheme is that of Salmon et al. (2011), "Parallel Random Numbers: As Easy as 1, 2, 3", section 5: what is drawn
 * from a key begins with {@link Philox4x32} blocks numbered from 0 ({@link NativeWords}), and its children are the blocks
 * from 2^63 up, which no draw reaches.
 *
 * @param key the two key words of Philox, low word first
 * @param stream the upper two counter words of Philox, low word first
 */
public record Key(long key, long stream) {
    /** The root key of a seed; every {@code long} is a valid seed and gives another stream. */
    public static Key of(long seed) {
        return new Key(seed, 0);
    }

    /**
     * The key number {@code index} below this one.
     *
     * @param index 0 or more
     * @throws IllegalArgumentException if the index is negative
     */
    public Key child(long index) {
        if (index < 0) {
            throw new IllegalArgumentException("index " + index + " is negative, expected 0 or more");
        }
        int[] block = new int[Philox4x32.BLOCK];
        Philox4x32.block(key, index | Long.MIN_VALUE, stream, block, 0);
        return new Key(join(block[0], block[1]), join(block[2], block[3]));
    }

    private static long join(int low, int high) {
        return (low & 0xFFFFFFFFL) | (long) high << 32;
    }
}
