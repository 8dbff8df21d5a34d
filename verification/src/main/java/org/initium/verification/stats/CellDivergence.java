// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/**
 * How far the counts of equally likely cells are from their expectation: n times the Kullback-Leibler divergence, cell against
 * all others, of the cell that is worst.
 *
 * <p>The gate is H. Chernoff's bound of the binomial law's tails, {@code P(X >= x) <= exp(-n KL(x/n, p))} for {@code x >= n p}
 * and the like below, summed over both tails of all cells: S. Boucheron, G. Lugosi, P. Massart (2013), "Concentration
 * Inequalities", section 2.2. It is a true bound at every n, where Pearson's statistic follows its law in the limit only.
 */
public final class CellDivergence {
    private CellDivergence() {}

    /**
     * The largest {@code n KL(count / n, 1 / cells)}.
     *
     * @throws IllegalArgumentException if there are fewer than two cells, or nothing was counted
     */
    public static double statistic(long[] counts) {
        long n = 0;
        for (long count : counts) {
            n += count;
        }
        if (counts.length < 2 || n == 0) {
            throw new IllegalArgumentException(n + " values in " + counts.length + " cells, expected at least 1 in 2");
        }
        double expected = (double) n / counts.length;
        double worst = 0;
        for (long count : counts) {
            worst = Math.max(worst, term(count, expected) + term(n - count, n - expected));
        }
        return worst;
    }

    private static double term(long count, double expected) {
        // By log1p, for the two terms of a good cell differ in their last digits only.
        return count == 0 ? 0 : count * StrictMath.log1p((count - expected) / expected);
    }

    /**
     * The value that the statistic exceeds with probability at most {@code alpha}: {@code ln(2 cells / alpha)}.
     *
     * @param n number of values
     * @throws IllegalArgumentException if {@code alpha} is not between 0 and 1, or if n is so small that an empty cell would
     *     pass
     */
    public static double critical(long n, int cells, double alpha) {
        double critical = Alpha.exponent(Alpha.require(alpha) / cells);
        if (-n * StrictMath.log1p(-1.0 / cells) <= critical) {
            throw Alpha.tooFew(n, "test of " + cells + " cells", alpha, "an empty cell would pass");
        }
        return critical;
    }

    /**
     * The smallest relative excess of one cell's probability that is found in 999 samples of 1,000, at least: the bound on the other side of the
     * count that just fails. A lack is found when it is smaller still, as counts vary less then.
     *
     * @throws IllegalArgumentException as {@link #critical}
     */
    public static double detectable(long n, int cells, double alpha) {
        double critical = critical(n, cells, alpha);
        double p = 1.0 / cells;
        double failing = Bisection.first(share -> n * divergence(share, p) > critical, p, 1);
        double found = Bisection.first(q -> n * divergence(failing, q) >= Power.EXPONENT, failing, Math.nextDown(1.0));
        return found * cells - 1;
    }

    /** Kullback-Leibler divergence of a share from a probability. */
    private static double divergence(double share, double p) {
        double rest = share == 1 ? 0 : (1 - share) * StrictMath.log1p((p - share) / (1 - p));
        return share * StrictMath.log1p((share - p) / p) + rest;
    }
}
