// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.streams;

import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.EmptyUrns;

/**
 * Uniform elements take as many values as their bits allow: over {@code 2^bits} cells of equal width as many are empty as chance leaves
 * so, {@link EmptyUrns}. A bit that is always 0 empties every other cell.
 */
public final class ResolutionCheck {
    /** The check's name in reports. */
    public static final String NAME = "resolution";

    private ResolutionCheck() {}

    /**
     * The verdict on a sample; an element outside the law's bounds, or NaN, fails. One that was rounded to the upper bound counts as
     * below it.
     *
     * @param bits 6 to 24
     * @param alpha how often the check may fail a right sample
     * @throws IllegalArgumentException if {@code bits} is out of its range, or there are too few elements for {@code alpha}
     */
    public static Verdict check(float[] sample, ExpectedLaw.Uniform law, int bits, double alpha) {
        if (bits < 6 || bits > 24) {
            throw new IllegalArgumentException("bits is " + bits + ", expected 6 to 24");
        }
        int cells = 1 << bits;
        long[] hit = new long[cells / Long.SIZE];
        double width = law.upper() - law.lower();
        for (float x : sample) {
            if (!(x >= law.lower() && x <= law.upper())) {
                return Verdict.impossible("N = " + sample.length + "; an element is " + x, alpha);
            }
            int cell = Math.min(cells - 1, (int) ((x - law.lower()) / width * cells));
            hit[cell >>> 6] |= 1L << cell;
        }
        long empty = cells;
        for (long word : hit) {
            empty -= Long.bitCount(word);
        }
        double mean = EmptyUrns.mean(sample.length, cells);
        double variance = EmptyUrns.variance(sample.length, cells);
        String detail = "N = " + sample.length + " on 2^" + bits + " cells, " + empty + " empty, expected "
                + Math.round(mean) + " with sd " + Math.round(Math.sqrt(variance));
        return Verdict.atMost(
                        Math.abs(empty - mean),
                        EmptyUrns.critical(sample.length, cells, 1, alpha),
                        "empty cells off",
                        detail,
                        alpha)
                .detecting(EmptyUrns.detectableUnused(sample.length, cells, 1, alpha), "of all cells never hit");
    }
}
