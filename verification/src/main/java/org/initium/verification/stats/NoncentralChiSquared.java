// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import org.apache.commons.math3.special.Gamma;

/**
 * The law of Pearson's statistic of a wrong sample: chi-squared with {@code degrees + 2 J} degrees of freedom, J of Poisson's law with mean
 * {@code noncentrality / 2}. N. L. Johnson, S. Kotz, N. Balakrishnan (1995), "Continuous Univariate Distributions" 2, chapter
 * 29.
 */
final class NoncentralChiSquared {
    private NoncentralChiSquared() {}

    /** {@code P(X <= x)}, with an absolute error of some 1e-13. */
    static double cdf(double x, int degrees, double noncentrality) {
        double mean = noncentrality / 2;
        double half = x / 2;
        double shape = degrees / 2.0;
        // P(a + 1, half) = P(a, half) - half^a exp(-half) / Gamma(a + 1).
        double central = Gamma.regularizedGammaP(shape, half);
        double step = StrictMath.exp(shape * StrictMath.log(half) - half - Gamma.logGamma(shape + 1));
        double weight = StrictMath.exp(-mean);
        double sum = 0;
        // Ten standard deviations and more above the mean the weights that are left add up to less than 1e-20.
        int terms = (int) Math.ceil(mean + 10 * Math.sqrt(mean) + 50);
        for (int j = 0; j < terms; j++) {
            sum += weight * central;
            central = Math.max(0, central - step);
            step *= half / (shape + j + 1);
            weight *= mean / (j + 1);
        }
        return sum;
    }

    /** The noncentrality with which x is exceeded but for a share {@link Power#MISS}. */
    static double detectable(double x, int degrees) {
        // At 4 x + 100 the mean lies four standard deviations and more above x.
        return Bisection.first(noncentrality -> cdf(x, degrees, noncentrality) <= Power.MISS, 0, 4 * x + 100);
    }
}
