// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Correlation of two samples, or of one with itself some places on, of known laws. It is taken of {@code x = 2 F(value) - 1}, uniform on -1 .. 1
 * and so bounded: {@code 3 average(x y)}, Spearman's coefficient with ranks in the law instead of the sample.
 *
 * <p>The gate is {@link Chernoff}'s bound. Where each x occurs in two products, {@code x_i x_(i+lag)} and {@code x_(i-lag) x_i}, the
 * products are not independent; they make chains {@code x_i, x_(i+lag), x_(i+2 lag), ...} whose generating function is {@code <1, K^m 1>}
 * over m products, K being the integral operator with kernel {@code exp(3 s x y)}. As K is symmetric that is at most {@code lambda(s)^m},
 * lambda its largest eigenvalue; so is that of m independent products. One bound serves both, a true one at every m: lambda is {@code
 * 1 + s^2 / 2} and little more at the s of large m.
 */
public final class Correlation {
    /** Largest argument of the generating function; of a hundred products at 1e-9 the best is 0.6. */
    private static final double LIMIT = 2;

    /** Gauss's rule on 0 .. 1 with weights that add up to 1: with 24 points it is exact to degree 47. */
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(24, 0, 1);

    /** Steps of the power method. The next eigenvalue is less than a quarter of the first, even at the limit of s: 4^-60. */
    private static final int STEPS = 30;

    private Correlation() {}

    /**
     * {@code 2 F(value) - 1} of each value.
     *
     * @param cdf the law's distribution function F, continuous
     */
    public static double[] transform(float[] sample, DoubleUnaryOperator cdf) {
        double[] x = new double[sample.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = Float.isNaN(sample[i]) ? Double.NaN : 2 * cdf.applyAsDouble(sample[i]) - 1;
        }
        return x;
    }

    /**
     * {@code |3 average(x_i y_i)|}; NaN if there is a NaN.
     *
     * @param x transformed values
     * @param y as many of another sample
     * @throws IllegalArgumentException if there are none, or not as many of both
     */
    public static double cross(double[] x, double[] y) {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException(
                    x.length + " values and " + y.length + ", expected as many of both, and at least one");
        }
        return Math.abs(products(x, y, 0, x.length));
    }

    /**
     * The largest {@code |3 average(x_i x_(i+lag))|} of some lags, each of the same {@code x.length - largest lag} products;
     * NaN if there is a NaN.
     *
     * @param x transformed values
     * @param lags all different
     * @throws IllegalArgumentException if there are no lags, one is below 1, or there are not more values than the largest
     */
    public static double serial(double[] x, int... lags) {
        int largest = Arrays.stream(lags).max().orElse(0);
        if (lags.length == 0 || Arrays.stream(lags).min().orElse(0) < 1 || x.length <= largest) {
            throw new IllegalArgumentException(x.length + " values and lags " + Arrays.toString(lags)
                    + ", expected lags of 1 or more, at least one, and more values than the largest");
        }
        double worst = 0;
        for (int lag : lags) {
            worst = Math.max(worst, Math.abs(products(x, x, lag, x.length - largest)));
        }
        return worst;
    }

    private static double products(double[] x, double[] y, int lag, int count) {
        // Four sums side by side, as each waits for itself.
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i < count - 3; i += 4) {
            a += x[i] * y[i + lag];
            b += x[i + 1] * y[i + 1 + lag];
            c += x[i + 2] * y[i + 2 + lag];
            d += x[i + 3] * y[i + 3 + lag];
        }
        for (; i < count; i++) {
            a += x[i] * y[i + lag];
        }
        return 3 * (a + b + (c + d)) / count;
    }

    /**
     * The value that the largest of so many coefficients exceeds with probability at most {@code alpha}.
     *
     * @param products that each coefficient averages
     * @param coefficients how many lags, or pairs of samples
     * @throws IllegalArgumentException if there are no products or coefficients, {@code alpha} is not between 0 and 1, or the
     *     products are so few that equal samples would pass
     */
    public static double critical(long products, int coefficients, double alpha) {
        if (coefficients < 1) {
            throw new IllegalArgumentException("coefficients is " + coefficients + ", expected 1 or more");
        }
        double exponent = Alpha.exponent(Alpha.require(alpha) / coefficients);
        double critical = Chernoff.deviation(Correlation::cgf, exponent / Alpha.requireSize(products), LIMIT);
        if (!(critical < 1)) {
            throw Alpha.tooFew(products, "test of correlation", alpha, "equal samples would pass");
        }
        return critical;
    }

    /**
     * The smallest correlation that is found in 999 samples of 1,000, to first order in it: the threshold and what the bound
     * leaves to chance on its other side. Infinite if it is more than 1.
     *
     * @throws IllegalArgumentException as {@link #critical}
     */
    public static double detectable(long products, int coefficients, double alpha) {
        double critical = critical(products, coefficients, alpha);
        return Power.possible(critical + Chernoff.deviation(Correlation::cgf, Power.EXPONENT / products, LIMIT), 1);
    }

    /**
     * {@code ln lambda(s)}, by E. J. Nystrom's method: the eigenvector belongs to an even function, so half the interval and {@code
     * cosh} do.
     */
    static double cgf(double s) {
        int n = RULE.getNumberOfPoints();
        double[][] kernel = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                kernel[i][j] = StrictMath.cosh(3 * s * RULE.getPoint(i) * RULE.getPoint(j));
            }
        }
        double[] vector = new double[n];
        Arrays.fill(vector, 1);
        double quotient = 1;
        for (int step = 0; step < STEPS; step++) {
            double[] image = new double[n];
            double inner = 0;
            double square = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    image[i] += RULE.getWeight(j) * kernel[i][j] * vector[j];
                }
                inner += RULE.getWeight(i) * vector[i] * image[i];
                square += RULE.getWeight(i) * vector[i] * vector[i];
            }
            quotient = inner / square;
            for (int i = 0; i < n; i++) {
                vector[i] = image[i] / quotient;
            }
        }
        return StrictMath.log(quotient);
    }
}
