// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

/**
 * Uniformly distributed permutations, each a pure function of a key and of the number of elements.
 *
 * <p>The shuffle is that of Fisher and Yates in Durstenfeld's form (Knuth, TAOCP vol. 2, algorithm 3.4.2P): position
 * {@code i}, from the last down to 1, changes places with one drawn from {@code 0 .. i}. The draws are {@link BoundedWords}.
 */
public final class Permutation {
    private Permutation() {}

    /**
     * Rearranges the elements; every order is equally likely over the keys. To get a permutation of {@code 0 .. n-1}, pass
     * an array that holds these numbers in order.
     *
     * @param key the stream to draw from; the words of its children stay untouched
     * @param indices any number of elements, rearranged in place
     */
    public static void shuffle(Key key, int[] indices) {
        BoundedWords words = new BoundedWords(key);
        for (int i = indices.length - 1; i >= 1; i--) {
            int j = words.nextBelow(i + 1);
            int swapped = indices[i];
            indices[i] = indices[j];
            indices[j] = swapped;
        }
    }
}
