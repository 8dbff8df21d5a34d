// SPDX-License-Identifier: Apache-2.0
package org.initium.numpy;

import java.util.Arrays;

/**
 * Where in a generator's words some values of a sequence begin. Since the number of words before a value is known only by
 * reading them, a slice from the middle continues at the last bookmark before it.
 *
 * <p>What they say is a fact about the stream, so it does not matter which thread placed them; this class is thread-safe. A
 * sequence of 2^32 values has 65,536 of them at most, 1 MiB.
 */
final class Bookmarks {
    /** Values between two bookmarks, at least: some 300 microseconds of reading. */
    static final int SPACING = 1 << 16;

    // Guarded by this object's monitor. The first bookmark is value 0 at word 0.
    private long[] values = new long[4];
    private long[] words = new long[4];
    private int count = 1;
    private Bookmark latest = new Bookmark(0, 0);

    /**
     * The sequence's value {@code value} is made from words {@code word ..}.
     *
     * @param value index of a value
     * @param word index of a word
     */
    record Bookmark(long value, long word) {}

    /** The last known bookmark at or before a value. */
    synchronized Bookmark before(long value) {
        int found = Arrays.binarySearch(values, 0, count, value);
        int at = found >= 0 ? found : -found - 2;
        return latest.value <= value && latest.value >= values[at] ? latest : new Bookmark(values[at], words[at]);
    }

    /**
     * Adds a bookmark. The latest one is always kept, so that slices in order cost no reading twice; others as far as they
     * lie apart.
     */
    synchronized void add(Bookmark bookmark) {
        latest = bookmark;
        if (bookmark.value - values[count - 1] >= SPACING) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
                words = Arrays.copyOf(words, 2 * count);
            }
            values[count] = bookmark.value;
            words[count] = bookmark.word;
            count++;
        }
    }
}
