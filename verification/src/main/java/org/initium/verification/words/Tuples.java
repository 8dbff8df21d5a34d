// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.words;

import java.util.Arrays;

/**
 * Cuts words into tuples that share none, and makes each a cell number of some bits of its words.
 *
 * @param size words in a tuple
 * @param bits bits of each word that count
 * @param shift number of the lowest of these bits
 * @param distance how far apart the words of a tuple are: 1 for successive words
 */
public record Tuples(int size, int bits, int shift, int distance) {
    /**
     * Checks that the words have such bits and the cells numbers.
     *
     * @throws IllegalArgumentException if there are no words or no bits, the bits do not lie within a word, there are more than
     *     2^30 cells, or the distance is below 1
     */
    public Tuples {
        if (size < 1 || bits < 1 || shift < 0 || shift + bits > Integer.SIZE || size * bits > 30 || distance < 1) {
            throw new IllegalArgumentException("tuples of " + size + " words " + distance + " apart, " + bits
                    + " bits from bit " + shift + ": expected bits of a word, 30 at most in a tuple");
        }
    }

    /**
     * Bits from the top of successive words.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public static Tuples upper(int size, int bits) {
        return new Tuples(size, bits, Integer.SIZE - bits, 1);
    }

    /**
     * Bits from the bottom of successive words.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public static Tuples lower(int size, int bits) {
        return new Tuples(size, bits, 0, 1);
    }

    /**
     * The same of words this far apart.
     *
     * @throws IllegalArgumentException if that is below 1
     */
    public Tuples apart(int words) {
        return new Tuples(size, bits, shift, words);
    }

    /** Number of cells. */
    public int cells() {
        return 1 << size * bits;
    }

    /**
     * Writes the cells of tuples made of the words {@code 0 .. size * n - 1} to {@code cells[0 .. n - 1]}.
     *
     * @param n number of tuples, a multiple of {@link #distance}
     */
    void cells(int[] words, int n, int[] cells) {
        assert n % distance == 0;
        int mask = (1 << bits) - 1;
        if (distance == 1 && size <= 2) {
            // The tuples of most words, without a loop over the words of one.
            for (int i = 0; i < n; i++) {
                int cell = words[size * i] >>> shift & mask;
                cells[i] = size == 1 ? cell : cell << bits | words[2 * i + 1] >>> shift & mask;
            }
            return;
        }
        Arrays.fill(cells, 0, n, 0);
        for (int group = 0; group < n; group += distance) {
            for (int k = 0; k < size; k++) {
                int from = group * size + k * distance;
                for (int i = 0; i < distance; i++) {
                    cells[group + i] = cells[group + i] << bits | words[from + i] >>> shift & mask;
                }
            }
        }
    }

    /** In words, such as {@code "pairs of words 32 apart, upper 6 bits"}. */
    @Override
    public String toString() {
        String tuples = size == 1 ? "words" : (size == 2 ? "pairs" : size + "-tuples") + " of words";
        return tuples + (distance == 1 ? "" : " " + distance + " apart") + ", " + (shift == 0 ? "lower " : "upper ")
                + bits + " bits";
    }
}
