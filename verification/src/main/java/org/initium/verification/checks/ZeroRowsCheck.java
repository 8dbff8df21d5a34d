// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import org.initium.verification.laws.SparseLaw;
import org.initium.verification.stats.EventCounts;

/**
 * The zeros of a sparse matrix fall on every row equally often: over N independent columns a given row is zero with probability
 * {@code zeros / rows} in each. All rows are judged at once by {@link EventCounts}, which holds for any N.
 */
public final class ZeroRowsCheck {
    /** The check's name in reports. */
    public static final String NAME = "zero_rows";

    private ZeroRowsCheck() {}

    /**
     * The verdict on any number of matrices, one after the other; none, or part of one, fails.
     *
     * @param alpha how often the check may fail right matrices
     * @throws IllegalArgumentException if there are too few columns for {@code alpha}
     */
    public static Verdict check(float[] sample, SparseLaw law, double alpha) {
        if (!law.isWhole(sample.length)) {
            return Verdict.impossible(
                    "N = " + sample.length + " elements, expected whole matrices of " + law.rows() + " x "
                            + law.columns(),
                    alpha);
        }
        long columns = sample.length / law.rows();
        double p = law.zeros() / (double) law.rows();
        double critical = EventCounts.critical(columns, p, law.rows(), alpha);
        long[] counts = new long[law.rows()];
        for (int i = 0; i < sample.length; i++) {
            counts[i / law.columns() % law.rows()] += sample[i] == 0 ? 1 : 0;
        }
        int where = 0;
        for (int row = 0; row < counts.length; row++) {
            where = Math.abs(counts[row] - columns * p) > Math.abs(counts[where] - columns * p) ? row : where;
        }
        String detail =
                "N = " + columns + " columns; row " + where + " is 0 in " + counts[where] + ", expected " + columns * p;
        return Verdict.atMost(
                        EventCounts.statistic(counts, columns, p) / columns,
                        critical / columns,
                        "largest distance of a row's share of zeros",
                        detail,
                        alpha)
                .detecting(
                        EventCounts.detectable(columns, p, law.rows(), alpha),
                        "distance of the probability that a row is 0 from what it should be");
    }
}
