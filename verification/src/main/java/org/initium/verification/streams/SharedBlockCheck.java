// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.streams;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.initium.verification.checks.Verdict;
import org.initium.verification.samples.Draws;

/**
 * No part of a model's parameters occurs twice, wherever it lies: layers made of the same words, or of words that overlap, are copies of
 * each other up to their scale.
 *
 * <p>Each element becomes the number of the cell of 2^-16 of its law's probability that it lies in, which does not depend on the
 * scale; six cells in a row that are six others make a find. Of n elements some {@code n^2 / 2} pairs of places could agree by chance,
 * with probability 2^-96 each: 3e-19 for a quarter of a million elements, which is why the check counts as exact.
 *
 * <p>A copy of another scale is rounded anew, by 2^-24 of an element, and so falls into another cell once in 2^8 times or less. Of 16
 * elements in a row, six in a row stay in theirs unless two that are five or six places apart do not, in the three ways to leave
 * no six beside them (the 5th and 11th, 6th and 11th, 6th and 12th), or more than two: 4.9e-5 in all.
 */
public final class SharedBlockCheck {
    /** The check's name in reports. */
    public static final String NAME = "shared_block";

    private static final int CELLS = 1 << 16;
    /** Cells in a row that are compared. */
    private static final int BLOCK = 6;
    /** Elements of a copy that is sure to be found. */
    private static final int DETECTABLE = 16;

    private SharedBlockCheck() {}

    /** Where a block begins. */
    private record Place(int parameter, int element) {}

    /**
     * The verdict on all parameters of a model. One with an element that is not finite fails, and so do parameters too small for two
     * blocks, for there is nothing to vouch for; elements that are all alike are found as blocks that occur twice.
     *
     * @param parameters with as many different values as their laws promise
     */
    public static Verdict check(List<Draws> parameters) {
        String unfit = unfit(parameters);
        if (!unfit.isEmpty()) {
            return Verdict.impossible(unfit, 0);
        }
        char[][] cells = parameters.stream().map(SharedBlockCheck::cells).toArray(char[][]::new);
        Set<Long> repeated = repeated(cells);
        Map<Long, Place> seen = new HashMap<>();
        long twice = 0;
        long all = 0;
        String where = "";
        for (int p = 0; p < cells.length; p++) {
            all += cells[p].length;
            for (int i = 0; i + BLOCK <= cells[p].length; i++) {
                if (!repeated.contains(hash(cells[p], i))) {
                    continue;
                }
                Place place = new Place(p, i);
                Place first = seen.putIfAbsent(hash(cells[p], i), place);
                if (first != null && equal(cells, first, place)) {
                    where = twice > 0
                            ? where
                            : "; the block at " + i + " of parameter " + p + " is that at " + first.element()
                                    + " of parameter " + first.parameter();
                    twice++;
                }
            }
        }
        String detail = "N = " + all + " elements of " + cells.length + " parameters" + where;
        return Verdict.atMost(twice, 0, "blocks of " + BLOCK + " that have occurred before", detail, 0)
                .detecting(DETECTABLE, "successive elements that occur again, at any place and scale");
    }

    /** Why there is no verdict; empty if there is one. */
    private static String unfit(List<Draws> parameters) {
        long blocks = 0;
        for (int p = 0; p < parameters.size(); p++) {
            float[] sample = parameters.get(p).sample();
            for (int i = 0; i < sample.length; i++) {
                if (!Float.isFinite(sample[i])) {
                    return "element " + i + " of parameter " + p + " is " + sample[i];
                }
            }
            blocks += Math.max(0, sample.length - BLOCK + 1);
        }
        return blocks > 1
                ? ""
                : "blocks of " + BLOCK + " elements in " + parameters.size() + " parameters: " + blocks
                        + ", expected 2 or more";
    }

    private static char[] cells(Draws parameter) {
        float[] sample = parameter.sample();
        char[] cells = new char[sample.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (char) Math.min(CELLS - 1, (int) (parameter.law().cdf(sample[i]) * CELLS));
        }
        return cells;
    }

    /** Hashes that occur more than once: of right parameters mostly none, so that there is no table of millions of places. */
    private static Set<Long> repeated(char[][] cells) {
        long[] hashes = Arrays.stream(cells)
                .flatMapToLong(
                        own -> IntStream.rangeClosed(0, own.length - BLOCK).mapToLong(i -> hash(own, i)))
                .toArray();
        Arrays.sort(hashes);
        Set<Long> repeated = new HashSet<>();
        for (int i = 1; i < hashes.length; i++) {
            if (hashes[i] == hashes[i - 1]) {
                repeated.add(hashes[i]);
            }
        }
        return repeated;
    }

    private static long hash(char[] cells, int from) {
        long hash = 0;
        for (int i = from; i < from + BLOCK; i++) {
            // The golden ratio's multiplier spreads 16 bits over 64: D. E. Knuth, TAOCP 3, section 6.4.
            hash = (Long.rotateLeft(hash, 11) ^ cells[i]) * 0x9E3779B97F4A7C15L;
        }
        return hash;
    }

    private static boolean equal(char[][] cells, Place one, Place other) {
        for (int i = 0; i < BLOCK; i++) {
            if (cells[one.parameter()][one.element() + i] != cells[other.parameter()][other.element() + i]) {
                return false;
            }
        }
        return true;
    }
}
