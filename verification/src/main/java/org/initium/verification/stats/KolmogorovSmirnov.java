// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The largest distance between a sample's distribution function and a law's, and how large it may be.
 *
 * <p>Up to n = 1,000 the gate is twice the exact law of one side, {@code P(D+ >= d) = d sum_j C(n, j) (d + j/n)^(j-1) (1 - d - j/n)^(n-j)} over
 * {@code j <= n (1 - d)}: Z. W. Birnbaum, F. H. Tingey (1951), "One-sided Confidence Contours for Probability Distribution
 * Functions", Annals of Mathematical Statistics 22(4). All terms are positive, so small tails keep their digits. Twice
 * one side is a true bound of both, and more than their law by some {@code 2 exp(-8 n d^2)} only: 1e-13 at an alpha of 1e-3.
 *
 * <p>Above, it is the Dvoretzky-Kiefer-Wolfowitz inequality with Massart's constant, {@code P(D > c) <= 2 exp(-2 n c^2)}:
 * P. Massart (1990), "The tight constant in the Dvoretzky-Kiefer-Wolfowitz inequality", Annals of Probability 18(3). It costs {@code 1 /
 * (6 n c) + c^2 / 9} of the threshold: at 1e-6, 2 % for n = 64 (where it is not used), 0.3 % for 1,000 and 0.02 % for 10^5.
 *
 * <p>Both are bounds for every law, discrete ones included, and monotone in D; the p-values of commons-math3 3.6.1 are
 * neither below some 1e-8: for n = 10^6 it gives 2.7e-14 for D = 0.004 and 4.7e-9 for D = 0.9.
 */
public final class KolmogorovSmirnov {
    private static final int EXACT = 1000;

    private KolmogorovSmirnov() {}

    /**
     * {@code sup |F_n - F|}; NaN if the sample contains one.
     *
     * @param cdf the law's distribution function, continuous
     * @throws IllegalArgumentException if the sample is empty
     */
    public static double statistic(float[] sample, DoubleUnaryOperator cdf) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("sample is empty, expected at least one value");
        }
        float[] sorted = sample.clone();
        Arrays.sort(sorted);
        // NaN sorts last.
        return Float.isNaN(sorted[sorted.length - 1]) ? Double.NaN : Supremum.of(sorted, cdf);
    }

    /**
     * The value that the statistic exceeds with probability at most {@code alpha}; above n = 1,000 {@code sqrt(ln(2 / alpha) / (2
     * n))}.
     *
     * @throws IllegalArgumentException if n is below 1, {@code alpha} is not between 0 and 1, or if n is so small that Massart's
     *     bound would let every sample pass
     */
    public static double critical(long n, double alpha) {
        double critical = Math.sqrt(Alpha.exponent(alpha) / (2.0 * Alpha.requireSize(n)));
        if (critical >= 1) {
            throw Alpha.tooFew(n, "Kolmogorov-Smirnov test", alpha, "every sample would pass");
        }
        return n > EXACT ? critical : Bisection.first(d -> 2 * oneSided((int) n, d) <= alpha, 0, critical);
    }

    /**
     * The smallest {@code sup |G - F|} of a wrong law G that is found in 999 samples of 1,000, at least: the threshold and what W. Hoeffding's
     * inequality leaves to chance at the place where the two are farthest apart, {@code sqrt(ln(1000) / (2 n))}. It holds for every G
     * and n; at the edges of the law, where the counts vary less, smaller distances are found too. Infinite if it is more than 1.
     *
     * @throws IllegalArgumentException as {@link #critical}
     */
    public static double detectable(long n, double alpha) {
        return Power.possible(critical(n, alpha) + Math.sqrt(Power.EXPONENT / (2.0 * n)), 1);
    }

    /** {@code P(D+ >= d)} for a continuous law, d in 0 .. 1; with a relative error of some 1e-13 at n = 1,000. */
    static double oneSided(int n, double d) {
        double logChoose = 0;
        double sum = 0;
        for (int j = 0; j < n; j++) {
            double share = (double) j / n;
            double rest = 1 - d - share;
            if (rest <= 0) {
                break;
            }
            sum += StrictMath.exp(logChoose + (j - 1) * StrictMath.log(d + share) + (n - j) * StrictMath.log(rest));
            logChoose += StrictMath.log((n - j) / (j + 1.0));
        }
        return d * sum;
    }
}
