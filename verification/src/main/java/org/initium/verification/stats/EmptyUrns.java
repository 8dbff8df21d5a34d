// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/**
 * The number of urns left empty by balls that fall on each with the same probability, D. E. Knuth's collision test: The Art of
 * Computer Programming 2, section 3.3.2 I.
 *
 * <p>The number is distributed as a sum of independent indicators, for its generating polynomial has real roots only: V. A.
 * Vatutin, V. G. Mikhailov (1982), "Limit theorems for the number of empty cells in an equiprobable scheme for group
 * allocation of particles", Theory of Probability and its Applications 27(4). So S. Bernstein's inequality holds with the
 * true variance, at every number of balls, and for several rounds together: S. Boucheron, G. Lugosi, P. Massart (2013),
 * "Concentration Inequalities", section 2.7.
 */
public final class EmptyUrns {
    private EmptyUrns() {}

    /** Expected number of empty urns, {@code urns (1 - 1/urns)^balls}. */
    public static double mean(long balls, long urns) {
        return urns * StrictMath.exp(balls * StrictMath.log1p(-1.0 / require(balls, urns)));
    }

    /**
     * Variance of the number of empty urns. Its terms cancel to a relative error of {@code urns 2^-50} at worst: 2e-8 for
     * 2^24 urns and as many balls.
     */
    public static double variance(long balls, long urns) {
        double mean = mean(balls, urns);
        double both = StrictMath.exp(balls * StrictMath.log1p(-2.0 / urns));
        return mean - mean * mean + (double) urns * (urns - 1) * both;
    }

    /**
     * The distance of the sum over all rounds from its mean that is exceeded with probability at most {@code alpha}: the t of {@code
     * t^2 / (2 (variance + t / 3)) = ln(2 / alpha)}.
     *
     * @param rounds how many times the urns are emptied and the balls fall
     * @throws IllegalArgumentException if {@code alpha} is not between 0 and 1, there are no balls or fewer than three urns, or
     *     so few of them that all balls on one urn would pass
     */
    public static double critical(long balls, long urns, int rounds, double alpha) {
        double critical = deviation(rounds * variance(balls, urns), Alpha.exponent(alpha));
        if (critical >= rounds * (urns - 1 - mean(balls, urns))) {
            throw Alpha.tooFew(balls, "test of empty urns", alpha, "all on one of " + urns + " would pass");
        }
        return critical;
    }

    /**
     * The smallest share of urns that no ball ever falls on, on the others all the more often, that is found in 999 samples of 1,000, at
     * least; infinite if none is that leaves three. Few balls leave most urns empty anyway: to first order only {@code 1 - (1 + c)
     * exp(-c)} of such urns are empty in excess, c being the balls to an urn.
     *
     * @param rounds how many times the urns are emptied and the balls fall
     * @throws IllegalArgumentException as {@link #critical}
     */
    public static double detectableUnused(long balls, long urns, int rounds, double alpha) {
        double gate = rounds * mean(balls, urns) + critical(balls, urns, rounds, alpha);
        long unused = Bisection.firstCount(
                count -> {
                    long used = urns - count;
                    double empty = rounds * (count + mean(balls, used));
                    return empty - deviation(rounds * variance(balls, used), Power.EXPONENT) > gate;
                },
                1,
                urns - 3);
        return unused > urns - 3 ? Double.POSITIVE_INFINITY : (double) unused / urns;
    }

    private static double deviation(double variance, double exponent) {
        return exponent / 3 + Math.sqrt(exponent * exponent / 9 + 2 * exponent * variance);
    }

    private static long require(long balls, long urns) {
        if (balls < 1 || urns < 3) {
            throw new IllegalArgumentException(balls + " balls in " + urns + " urns, expected at least 1 in 3");
        }
        return urns;
    }
}
