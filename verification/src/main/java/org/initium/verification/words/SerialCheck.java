// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.words;

import org.initium.verification.checks.Verdict;
import org.initium.verification.stats.CellDivergence;

/**
 * Every cell of the space of tuples is as full as the others: the serial test, D. E. Knuth, The Art of Computer Programming 2,
 * section 3.3.2 B, judged by {@link CellDivergence}.
 */
public final class SerialCheck {
    /** The check's name in reports. */
    public static final String NAME = "serial";

    private SerialCheck() {}

    /**
     * The verdict on the first {@code n} tuples.
     *
     * @param tuples with a {@link Tuples#distance} that divides 4,096
     * @param n a multiple of 4,096
     * @param alpha how often the check may fail right words
     * @throws IllegalArgumentException if n is no such number or too small for {@code alpha}, or the distance is none
     */
    public static Verdict check(WordSource source, Tuples tuples, long n, double alpha) {
        Batches.require("n", n, tuples.distance());
        double critical = CellDivergence.critical(n, tuples.cells(), alpha);
        long[] counts = new long[tuples.cells()];
        int[] words = new int[Batches.SIZE * tuples.size()];
        int[] cells = new int[Batches.SIZE];
        for (long done = 0; done < n; done += Batches.SIZE) {
            source.fill(done * tuples.size(), words);
            tuples.cells(words, Batches.SIZE, cells);
            for (int cell : cells) {
                counts[cell]++;
            }
        }
        String detail = "N = " + n * tuples.size() + " words; " + n + " tuples on " + counts.length + " cells";
        return Verdict.atMost(CellDivergence.statistic(counts), critical, "n KL of the worst cell", detail, alpha)
                .detecting(
                        CellDivergence.detectable(n, tuples.cells(), alpha),
                        "relative excess of the probability of a cell");
    }
}
