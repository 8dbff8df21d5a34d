// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

/**
 * Uniformly distributed permutations, each a pure function of a key and of the number of elements.
 *
 * <p>The shuffle is that of Fisher and Yates in Durstenfeld's form (Knuth, TAOCP vol. 2, algorithm 3.4.2P): position
 * {@code i}, from the last down to 1, changes places with one drawn from {@code 0 .. i}. The draws have no bias: D. Lemire
 * (2019), "Fast Random Integer Generation in an Interval", ACM TOMACS 29(1), algorithm 5. They take the 32-bit words of
 * the key's stream, four from each {@link Philox4x32} block, in order.
 */
public final class Permutation {
    private static final long LOW = 0xFFFFFFFFL;

    private final Key key;
    private final int[] block = new int[Philox4x32.BLOCK];
    private long drawn;

    Permutation(Key key) {
        this.key = key;
    }

    /**
     * Rearranges the elements; every order is equally likely over the keys. To get a permutation of {@code 0 .. n-1}, pass
     * an array that holds these numbers in order.
     *
     * @param key the stream to draw from; the words of its children stay untouched
     * @param indices any number of elements, rearranged in place
     */
    public static void shuffle(Key key, int[] indices) {
        Permutation words = new Permutation(key);
        for (int i = indices.length - 1; i >= 1; i--) {
            int j = words.nextBelow(i + 1);
            int swapped = indices[i];
            indices[i] = indices[j];
            indices[j] = swapped;
        }
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
