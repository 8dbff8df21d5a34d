// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import org.initium.verification.laws.SparseLaw;

/**
 * The zeros of a sparse matrix fall on every row equally often.
 *
 * <p>Over N independent columns the share in which a given row is zero has expectation {@code p = zeros / rows}, and by W.
 * Hoeffding (1963), "Probability inequalities for sums of bounded random variables", JASA 58, theorem 1, it is off by t or more
 * with probability at most {@code 2 exp(-2 N t^2)}. The check looks at all rows at once, so the threshold solves
 * {@code 2 rows exp(-2 N t^2) = alpha}: it holds for any N. One side of the same bound, at 0.1 %, is what a row with another
 * probability may be nearer by chance.
 */
public final class ZeroRowsCheck {
    /** The check's name in reports. */
    public static final String NAME = "zero_rows";

    private ZeroRowsCheck() {}

    /**
     * The verdict on any number of matrices, one after the other.
     *
     * @param alpha how often the check may fail right matrices
     */
    public static Verdict check(float[] sample, SparseLaw law, double alpha) {
        int[] counts = new int[law.rows()];
        for (int i = 0; i < sample.length; i++) {
            counts[i / law.columns() % law.rows()] += sample[i] == 0 ? 1 : 0;
        }
        double columns = sample.length / (double) law.rows();
        double expected = law.zeros() / (double) law.rows();
        double largest = 0;
        int where = 0;
        for (int row = 0; row < counts.length; row++) {
            double off = Math.abs(counts[row] / columns - expected);
            if (off > largest) {
                largest = off;
                where = row;
            }
        }
        double threshold = Math.sqrt(StrictMath.log(2 * law.rows() / alpha) / (2 * columns));
        String detail = "N = " + (long) columns + " columns; row " + where + " is 0 in " + counts[where] + ", expected "
                + columns * expected;
        return Verdict.atMost(largest, threshold, "largest distance of a row's share of zeros", detail, alpha)
                .detecting(
                        threshold + Math.sqrt(-StrictMath.log(Detectable.MISS) / (2 * columns)),
                        "distance of the probability that a row is 0 from what it should be");
    }
}
