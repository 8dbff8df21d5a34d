// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.words;

import java.util.Arrays;
import org.initium.verification.checks.Verdict;
import org.initium.verification.stats.EmptyUrns;

/**
 * Tuples of words fall on as many cells as chance has them fall on: {@link EmptyUrns}, in rounds of as many tuples as there are
 * cells. Too few empty cells are found out as too many: a full period of a linear congruential generator leaves none.
 */
public final class CollisionCheck {
    /** The check's name in reports. */
    public static final String NAME = "collisions";

    private CollisionCheck() {}

    /**
     * The verdict on the tuples of the first {@code rounds * cells * size} words.
     *
     * @param tuples with 4,096 cells at least, and a {@link Tuples#distance} that divides 4,096; the table takes a bit for
     *     each cell
     * @param rounds 1 or more
     * @param alpha how often the check may fail right words
     * @throws IllegalArgumentException if one of these is out of its range
     */
    public static Verdict check(WordSource source, Tuples tuples, int rounds, double alpha) {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds is " + rounds + ", expected 1 or more");
        }
        int urns = tuples.cells();
        Batches.require("cells", urns, tuples.distance());
        long[] hit = new long[urns / Long.SIZE];
        int[] words = new int[Batches.SIZE * tuples.size()];
        int[] cells = new int[Batches.SIZE];
        long empty = 0;
        long at = 0;
        for (int round = 0; round < rounds; round++) {
            Arrays.fill(hit, 0);
            for (int done = 0; done < urns; done += Batches.SIZE) {
                source.fill(at, words);
                at += words.length;
                tuples.cells(words, Batches.SIZE, cells);
                for (int cell : cells) {
                    hit[cell >>> 6] |= 1L << cell;
                }
            }
            empty += urns;
            for (long bits : hit) {
                empty -= Long.bitCount(bits);
            }
        }
        double mean = rounds * EmptyUrns.mean(urns, urns);
        double variance = rounds * EmptyUrns.variance(urns, urns);
        String detail = "N = " + at + " words; " + rounds + " rounds of " + urns + " tuples on as many cells, " + empty
                + " empty, expected " + Math.round(mean) + " with sd " + Math.round(Math.sqrt(variance));
        return Verdict.atMost(
                        Math.abs(empty - mean),
                        EmptyUrns.critical(urns, urns, rounds, alpha),
                        "empty cells off",
                        detail,
                        alpha)
                .detecting(EmptyUrns.detectableUnused(urns, urns, rounds, alpha), "of all cells never hit");
    }
}
