// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Averages of the Legendre polynomials {@code P_1 .. P_4} of {@code 2 F(x) - 1}, where F is the law's distribution function: J. Neyman (1937),
 * "Smooth test for goodness of fit", Skandinavisk Aktuarietidskrift 20. In a right sample each is 0 on average; they answer for
 * location, scale, skewness and kurtosis.
 *
 * <p>The skewness and the kurtosis themselves have no such test: of a normal law, cubes and fourth powers have no moment generating
 * function, and what is left, the central limit theorem, has an unknown error at 1e-9. The polynomials are bounded, so {@link Chernoff}'s
 * bound holds with their own cumulant generating functions, at every n. It costs 7 % of the threshold at 1e-9 against the normal
 * quantile. Values are judged by their ranks in the law, so a few that are absurdly large do not show: that is what bounds, tail counts and
 * {@link ChiSquaredVariance} are for.
 */
public final class LegendreMoments {
    /** How many polynomials. */
    public static final int ORDERS = 4;

    /** Both signs of each polynomial share the rate. */
    private static final int SIDES = 2 * ORDERS;

    /** Largest argument of a generating function. At n = 64 and 1e-9 the best is 3; only a sample that is absurd would want more. */
    private static final double LIMIT = 16;

    /** Gauss's rule for the interval; it is exact to degree 127, where the terms of {@code exp(16 P_4)} are 1e-15. */
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(64);

    /** Largest skewness of a Gram-Charlier series that is nowhere negative, with an excess kurtosis of 2.45. */
    private static final double MOST_SKEWNESS = 1.0493;

    /** Largest excess kurtosis of one without skewness. */
    private static final double MOST_KURTOSIS = 4;

    private LegendreMoments() {}

    /**
     * The averages of {@code P_1 .. P_4}, in this order; NaN if the sample contains one.
     *
     * @param cdf the law's distribution function, continuous
     * @throws IllegalArgumentException if the sample is empty
     */
    public static double[] averages(float[] sample, DoubleUnaryOperator cdf) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("sample is empty, expected at least one value");
        }
        return averages(Correlation.transform(sample, cdf));
    }

    /**
     * The same of values that have been transformed by their law.
     *
     * @param centred {@code 2 F(value) - 1} of each value
     * @throws IllegalArgumentException if there are none
     */
    public static double[] averages(double[] centred) {
        if (centred.length == 0) {
            throw new IllegalArgumentException("sample is empty, expected at least one value");
        }
        double[] sums = new double[ORDERS];
        for (double x : centred) {
            for (int order = 1; order <= ORDERS; order++) {
                sums[order - 1] += legendre(order, x);
            }
        }
        for (int i = 0; i < ORDERS; i++) {
            sums[i] /= centred.length;
        }
        return sums;
    }

    /**
     * The largest {@code n rate(average)} of the four, {@code rate} as in {@link Chernoff}: near {@code n (2j + 1) average^2 / 2} for
     * {@code P_j}. NaN if an average is.
     *
     * @throws IllegalArgumentException if there are not four averages
     */
    public static double statistic(double[] averages, long n) {
        if (averages.length != ORDERS) {
            throw new IllegalArgumentException(averages.length + " averages, expected " + ORDERS);
        }
        double worst = 0;
        for (int order = 1; order <= ORDERS; order++) {
            double average = averages[order - 1];
            worst = Math.max(worst, n * Chernoff.rate(cgf(order, average < 0 ? -1 : 1), Math.abs(average), LIMIT));
        }
        return worst;
    }

    /**
     * The value that the statistic exceeds with probability at most {@code alpha}: {@code ln(8 / alpha)}.
     *
     * @throws IllegalArgumentException if {@code alpha} is not between 0 and 1, or if n is so small that n medians would pass
     */
    public static double critical(long n, double alpha) {
        double critical = StrictMath.log(SIDES / Alpha.require(alpha));
        double[] medians = new double[ORDERS];
        for (int order = 1; order <= ORDERS; order++) {
            medians[order - 1] = legendre(order, 0);
        }
        if (statistic(medians, n) <= critical) {
            throw Alpha.tooFew(n, "test of Legendre moments", alpha, "equal values throughout would pass");
        }
        return critical;
    }

    /**
     * The smallest {@code |E P_order|} of a wrong law that is found in 999 samples of 1,000, to first order in the fault: the threshold
     * and what the bound leaves to chance on its other side. Infinite if it is more than 1.
     *
     * @param order 1 to 4
     * @throws IllegalArgumentException if it is not, and as {@link #critical}
     */
    public static double detectable(int order, long n, double alpha) {
        if (order < 1 || order > ORDERS) {
            throw new IllegalArgumentException("order is " + order + ", expected 1 to " + ORDERS);
        }
        double critical = critical(n, alpha);
        double worst = 0;
        for (int sign = -1; sign <= 1; sign += 2) {
            double threshold = Chernoff.deviation(cgf(order, sign), critical / n, LIMIT);
            double chance = Chernoff.deviation(cgf(order, -sign), Power.EXPONENT / n, LIMIT);
            worst = Math.max(worst, threshold + chance);
        }
        return Power.possible(worst, 1);
    }

    /**
     * The smallest skewness that is found where the law is normal: of the density {@code phi(z) (1 + skewness He_3(z) / 6)}, J. P. Gram's
     * and C. Charlier's series. Infinite if it is more than 1.0493, beyond which the series is negative somewhere whatever the term of the
     * kurtosis: D. E. Barton, K. E. Dennis (1952), "The Conditions under which Gram-Charlier and Edgeworth Curves are Positive Definite
     * and Unimodal", Biometrika 39.
     *
     * @throws IllegalArgumentException as {@link #critical}
     */
    public static double detectableSkewness(long n, double alpha) {
        double first = detectable(1, n, alpha) / Math.abs(hermite(3, 1));
        double third = detectable(3, n, alpha) / Math.abs(hermite(3, 3));
        return Power.possible(6 * Math.min(first, third), MOST_SKEWNESS);
    }

    /**
     * The smallest excess kurtosis that is found where the law is normal: of the density {@code phi(z) (1 + excess He_4(z) / 24)}.
     * Infinite if it is more than 4, beyond which that is negative at {@code z = sqrt(3)}, where He_4 is -6.
     *
     * @throws IllegalArgumentException as {@link #critical}
     */
    public static double detectableKurtosis(long n, double alpha) {
        double second = detectable(2, n, alpha) / Math.abs(hermite(4, 2));
        double fourth = detectable(4, n, alpha) / Math.abs(hermite(4, 4));
        return Power.possible(24 * Math.min(second, fourth), MOST_KURTOSIS);
    }

    /** Logarithm of {@code E exp(sign s P_order)}; by expm1, as the expected value of the exponent is 0 and s may be small. */
    private static DoubleUnaryOperator cgf(int order, int sign) {
        return s -> StrictMath.log1p(RULE.integrate(x -> StrictMath.expm1(sign * s * legendre(order, x))) / 2);
    }

    /** {@code E He_degree(Z) P_order(2 Phi(Z) - 1)}, Z normal, by the trapezoidal rule, exact here to some 1e-15. */
    static double hermite(int degree, int order) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double step = 1 / 16.0;
        double sum = 0;
        for (int i = -160; i <= 160; i++) {
            double z = i * step;
            double polynomial = degree == 3 ? z * (z * z - 3) : z * z * (z * z - 6) + 3;
            sum += polynomial * legendre(order, 2 * normal.cumulativeProbability(z) - 1) * normal.density(z) * step;
        }
        return sum;
    }

    private static double legendre(int order, double x) {
        double square = x * x;
        return switch (order) {
            case 1 -> x;
            case 2 -> (3 * square - 1) / 2;
            case 3 -> x * (5 * square - 3) / 2;
            default -> (square * (35 * square - 30) + 3) / 8;
        };
    }
}
