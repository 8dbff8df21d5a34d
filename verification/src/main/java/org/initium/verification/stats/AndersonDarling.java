// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * The square distance between a sample's distribution function and a law's, weighted so that the tails count as much as the
 * middle: {@code A^2 = n integral (F_n - F)^2 / (F (1 - F)) dF}. T. W. Anderson, D. A. Darling (1952), "Asymptotic Theory of Certain
 * Goodness of Fit Criteria Based on Stochastic Processes", Annals of Mathematical Statistics 23(2). Against a normal law it
 * sees an error of the scale with half the sample that {@link KolmogorovSmirnov} needs.
 *
 * <p><b>The limit.</b> As n grows A^2 becomes {@code sum Z_j^2 / (j (j + 1))} with normal Z_j, and {@link #limitTail} is exact for it.
 *
 * <p><b>Finite n.</b> On the scale of log odds, {@code x = ln(F / (1 - F))}, the right law is the logistic, {@code A^2 = n integral
 * (F_n - F)^2 dx}, and a little algebra of {@code A^2 = -n - average((2i - 1) ln F(x_i) + (2n - 2i + 1) ln(1 - F(x_i)))} shows the
 * density of a sample to be, exactly and at every n,
 *
 * <pre>product f(x_i) = exp(-A^2) exp(-n - sum_(i&lt;j) |x_i - x_j| / n)</pre>
 *
 * <p>The second factor does not see a shift of the sample. So, given the gaps of the ordered sample, its place has density {@code
 * exp(-A^2)} but for a constant: with {@code -ln P(A^2 > z)} growing as z itself, the tail has the limit's decay at every n, where
 * other statistics turn heavy. Only the factor in front depends on n: {@code dA^2 = n dc} for a shift by t with {@code c = t
 * coth(t / 2) - 2} instead of {@code t^2 / 6}, so there are {@code 1 + 0.15 z / n} times as many shifts to each value. That is the
 * correction in {@link #critical}. Measured through the same identity, with gaps drawn as the independent exponentials of rates
 * {@code i (n - i) / n} that they are under the second factor, the probability to exceed the critical value is alpha to within
 * 1 % for n from 64 and alpha from 1e-3 to 1e-12.
 */
public final class AndersonDarling {
    /** Chebyshev nodes of {@link #limitTail}: they leave exp(-46) of the sum at z = 700, where the tail itself is exp(-700). */
    private static final int NODES = 128;

    /** Terms of {@link #limitTail}: the next is exp(-45) of the sum at z = 1. */
    private static final int TERMS = 4;

    private AndersonDarling() {}

    /**
     * {@code A^2}; NaN if the sample contains one, infinite if it contains a value that the law says has probability 0.
     *
     * <p>Values on a grid should have their law evaluated in the middle of their cells, as a uniform sampler's lowest value, 0, has
     * probability 0 in the law and not in the grid. Cells of probability h then move A^2 by some {@code n h^2 ln(1/h) / 6}: by 1e-6
     * for n = 10^8 and h = 2^-24.
     *
     * @param logCdf logarithm of the law's distribution function F, continuous
     * @param logSurvival logarithm of {@code 1 - F}, computed for itself: the upper tail has no digits left in F
     * @throws IllegalArgumentException if the sample is empty
     */
    public static double statistic(float[] sample, DoubleUnaryOperator logCdf, DoubleUnaryOperator logSurvival) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("sample is empty, expected at least one value");
        }
        float[] sorted = sample.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        if (Float.isNaN(sorted[n - 1])) {
            return Double.NaN;
        }
        return ofSorted(n, i -> logCdf.applyAsDouble(sorted[i]), i -> logSurvival.applyAsDouble(sorted[i]));
    }

    /**
     * The same of values that have been transformed by their law, without logarithms of their own: for {@code x = 2 F - 1} between -1
     * and 1, F is good to 2^-54 in either tail, so its logarithm to 1e-8 where it is 1e-9. Sorts the array.
     *
     * @param centred {@code 2 F(value) - 1} of each value
     * @throws IllegalArgumentException if there are none
     */
    public static double statistic(double[] centred) {
        if (centred.length == 0) {
            throw new IllegalArgumentException("sample is empty, expected at least one value");
        }
        Arrays.sort(centred);
        int n = centred.length;
        if (Double.isNaN(centred[n - 1])) {
            return Double.NaN;
        }
        return ofSorted(n, i -> StrictMath.log((1 + centred[i]) / 2), i -> StrictMath.log((1 - centred[i]) / 2));
    }

    private static double ofSorted(int n, IntToDoubleFunction logCdf, IntToDoubleFunction logSurvival) {
        // The average is nearly -n, so a plain sum's rounding would weigh as much as A^2 from n = 10^7 on. A. Neumaier
        // (1974).
        double sum = 0;
        double rest = 0;
        for (int i = 0; i < n; i++) {
            double below = (2.0 * i + 1) * logCdf.applyAsDouble(i);
            double above = (2.0 * (n - i) - 1) * logSurvival.applyAsDouble(i);
            double term = below + above;
            double next = sum + term;
            rest += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
            sum = next;
        }
        if (sum == Double.NEGATIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        return -n - (sum + rest) / n;
    }

    /**
     * The value that the statistic exceeds with probability {@code alpha}, 12.5 at 1e-6; 1 for an {@code alpha} above 0.35.
     *
     * @throws IllegalArgumentException if {@code alpha} is not between 0 and 1, or if n is so small that n medians would pass
     */
    public static double critical(long n, double alpha) {
        Alpha.require(alpha);
        double critical = Bisection.first(z -> limitTail(z) * (1 + 0.15 * z / n) <= alpha, 1, 700);
        // n medians have A^2 = n (2 ln 2 - 1).
        if (critical >= n * (2 * StrictMath.log(2) - 1)) {
            throw Alpha.tooFew(n, "Anderson-Darling test", alpha, "equal values throughout would pass");
        }
        return critical;
    }

    /**
     * The smallest {@code sqrt(integral (G - F)^2 / (F (1 - F)) dF)} of a wrong law G that is found in 999 samples of 1,000.
     *
     * <p>{@code sqrt(A^2 / n)} is a norm of {@code F_n - F}, so by the triangle inequality it is at least that of {@code G - F} less
     * that of {@code F_n - G}. The latter follows the law of A^2: exactly for G shifted in log odds against F, where a shift by t is
     * {@code sqrt(t coth(t / 2) - 2)} of this unit, and to first order in the fault for others. A normal law that is wrong by e of
     * its standard deviation is 0.69 |e| if its mean is wrong, and 0.52 |e| if its standard deviation is.
     *
     * @throws IllegalArgumentException as {@link #critical}
     */
    public static double detectable(long n, double alpha) {
        return (Math.sqrt(critical(n, alpha)) + Math.sqrt(critical(n, Power.MISS))) / Math.sqrt(n);
    }

    /**
     * {@code P(sum Z_j^2 / (j (j + 1)) > z)} for z of 1 or more, with a relative error of some 1e-14: it is near {@code sqrt(3)
     * erfc(sqrt(z))}.
     *
     * <p>N. V. Smirnov's formula for positive quadratic forms, {@code (1 / pi) sum (-1)^(k+1) integral exp(-z y / 2) / (y sqrt(|D(y)|)) dy} over
     * {@code (2k - 1) 2k .. 2k (2k + 1)}, with Anderson's and Darling's determinant {@code D(y) = -cos(pi s / 2) / (pi y)}, {@code s =
     * sqrt(1 + 4 y)}. In {@code s = 4k + u} the integral runs from u = -1 to 1 and ends on both sides as {@code 1 / sqrt(1 - u^2)},
     * which is the weight of Chebyshev's quadrature; one minus a distribution function would have no digits left at 1e-15.
     */
    static double limitTail(double z) {
        double sum = 0;
        for (int k = 1; k <= TERMS; k++) {
            double integral = 0;
            for (int i = 0; i < NODES; i++) {
                double u = StrictMath.cos((2 * i + 1) * Math.PI / (2 * NODES));
                double s = 4 * k + u;
                double square = s * s - 1;
                double ends = Math.sqrt((1 - u * u) / StrictMath.cos(u * Math.PI / 2));
                integral += StrictMath.exp(-z * square / 8) * s / Math.sqrt(square) * ends;
            }
            sum += (k % 2 == 1 ? integral : -integral) * (Math.PI / NODES);
        }
        return sum / Math.sqrt(Math.PI);
    }
}
