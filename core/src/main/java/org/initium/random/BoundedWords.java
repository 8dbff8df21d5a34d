// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import org.initium.random.philox.Philox4x32;

/**
 * Whole numbers below a bound, drawn without bias: D. Lemire (2019), "Fast Random Integer Generation in an Interval", ACM
 * TOMACS 29(1), algorithm 5. They take the words of the key's {@link Philox4x32} blocks, numbered from 0, in order.
 */
final class BoundedWords {
    private static final long LOW = 0xFFFFFFFFL;

    private final Key key;
    private final int[] block = new int[Philox4x32.BLOCK];
    private long drawn;

    BoundedWords(Key key) {
        this.key = key;
    }

    /**
     * The next draw, uniform on {@code 0 .. bound - 1}, {@code bound >= 1}.
     *
     * <p>{@code word * bound / 2^32} would fall on some values once more often than on others. The products that make up
     * the excess are those with a remainder below {@code 2^32 mod bound}; they are drawn again.
     */
    int nextBelow(int bound) {
        assert bound >= 1;
        long product = nextWord() * bound;
        if ((product & LOW) < bound) { // The threshold is below the bound: most draws need no division.
            long threshold = (1L << 32) % bound;
            while ((product & LOW) < threshold) {
                product = nextWord() * bound;
            }
        }
        return (int) (product >>> 32);
    }

    private long nextWord() {
        int word = (int) drawn & Philox4x32.BLOCK - 1;
        if (word == 0) {
            Philox4x32.block(key.key(), drawn / Philox4x32.BLOCK, key.stream(), block, 0);
        }
        drawn++;
        return block[word] & LOW;
    }
}
