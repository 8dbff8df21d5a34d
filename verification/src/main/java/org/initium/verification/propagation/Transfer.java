// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import org.apache.commons.math3.special.Gamma;

/**
 * What becomes of the length of a signal in a layer of n units.
 *
 * <p>Of an input {@code a}, a unit whose weights are independent with mean 0 and standard deviation s makes a sum with mean 0
 * and standard deviation {@code s |a|}. With g the sum in these units, {@code Y = g^2} or, after a rectifier, {@code Y = 2 g^2}
 * where g is positive and 0 elsewhere; its expected value is 1, for a symmetric g is positive half of the time. The ratio {@code
 * R} is the average of Y over the units: how much longer the signal has become than expected. It does not depend on the input, so
 * the ratios of all layers are independent. For normal weights g is normal, whence {@code n R} is chi-squared with n degrees of
 * freedom, and after a rectifier {@code n R / 2} with as many as there are active units.
 *
 * <p>B. Hanin, D. Rolnick (2018), "How to Start Training: The Effect of Initialization and Architecture", NeurIPS, has the
 * variance of a product of such R grow with the sum of {@code 1 / n}.
 */
public enum Transfer {
    /** The sums themselves. */
    LINEAR(1),
    /** Negative sums become 0; K. He et al. (2015), "Delving Deep into Rectifiers", section 2.2. */
    RELU(0.5);

    /** Least weight of a number of active units that counts: less than the digits of the sum. */
    private static final double NEGLIGIBLE = 1e-20;

    /** How many of the units pass their sum on, on average; also the share of the squares. */
    private final double share;

    Transfer(double share) {
        this.share = share;
    }

    /** The share of the squared length that passes, on average. */
    double share() {
        return share;
    }

    /** What a unit puts out. */
    double of(double z) {
        return this == LINEAR ? z : Math.max(z, 0); // Math.max keeps a NaN.
    }

    /**
     * Variance of R: {@code (kurtosis / share - 1) / n}, which for normal weights is {@code 2 / n}, and {@code 5 / n} after a
     * rectifier; so E R^2 over L layers is the product of their {@code 1 + 5 / n}.
     *
     * @param kurtosis of the sums: 3 for normal weights, otherwise {@link #kurtosis}
     */
    double variance(int n, double kurtosis) {
        return (kurtosis / share - 1) / n;
    }

    /**
     * Kurtosis of the sum of inputs times weights: {@code 3 + (k - 3) sum a^4 / (sum a^2)^2}, as fourth cumulants add up.
     *
     * @param k kurtosis of the weights
     */
    static double kurtosis(double k, double[] a) {
        double square = ForwardPass.square(a);
        return 3 + (k - 3) * ForwardPass.fourth(a) / (square * square);
    }

    /**
     * A bound of {@code log E exp(t (Y - 1))}; infinite where there is none.
     *
     * <p>For {@code t >= 0} it is that of normal weights, {@code 1 - share + share (1 - 2 t / share)^(-1/2)}. It bounds all
     * weights whose even moments are at most those of the normal law with their variance, and sums of such: multiplied out, the
     * even moments of a sum are sums of positive terms in theirs. The uniform law is one, and the truncated normal: if m is the
     * largest value in standard deviations, {@code E x^(2k+2) <= m^2 E x^(2k)}, and the normal's moments grow by {@code 2k + 1}.
     * Of the uniform, m^2 is 3. Of the normal cut at 2 it is 5.17, the fourth moment is 2.37 of 3 and the sixth so at most 12.2 of
     * 15, and from there on 2k + 1 is 7 or more.
     *
     * <p>For {@code t < 0} it is G. Bennett's, of all Y above 0 with expected value 1 and second moment b: {@code 1 - (1 -
     * exp(b t)) / b}, which grows with b; b is at most the normal's {@code 3 / share}. G. Bennett (1962), "Probability
     * Inequalities for the Sum of Independent Random Variables", Journal of the American Statistical Association 57(297).
     */
    double cgf(double t) {
        if (t < 0) {
            double b = 3 / share;
            return StrictMath.log1p(StrictMath.expm1(b * t) / b) - t;
        }
        double x = 2 * t / share;
        if (x >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        return StrictMath.log1p(share * StrictMath.expm1(-0.5 * StrictMath.log1p(-x))) - t;
    }

    /**
     * The distribution function of R for normal weights: chi-squared's, and after a rectifier its average over the binomial law
     * of the number of active units.
     *
     * @param n number of units
     * @param ratio a value of R; a NaN gives NaN
     */
    double cdf(int n, double ratio) {
        if (Double.isNaN(ratio)) {
            return Double.NaN;
        }
        if (ratio <= 0) {
            return 0;
        }
        double x = n * ratio * share / 2;
        if (x == Double.POSITIVE_INFINITY) {
            return 1;
        }
        if (this == LINEAR) {
            return Gamma.regularizedGammaP(n / 2.0, x);
        }
        double logWeight = -n * StrictMath.log(2);
        double sum = StrictMath.exp(logWeight); // No unit is active.
        for (int k = 1; k <= n; k++) {
            logWeight += StrictMath.log((n - k + 1.0) / k);
            double weight = StrictMath.exp(logWeight);
            if (weight > NEGLIGIBLE) {
                sum += weight * Gamma.regularizedGammaP(k / 2.0, x);
            }
        }
        return Math.min(1, sum);
    }
}
