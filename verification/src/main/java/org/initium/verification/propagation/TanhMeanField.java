// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

/**
 * Nets of tanh layers in the limit of infinite width: B. Poole et al. (2016), "Exponential expressivity in deep neural networks
 * through transient chaos", NeurIPS, and S. S. Schoenholz et al. (2017), "Deep Information Propagation", ICLR.
 *
 * @param weightVariance variance of a weight times the number of inputs, 0 or more
 * @param biasVariance variance of a bias, 0 or more
 */
public record TanhMeanField(double weightVariance, double biasVariance) {
    /** Halves the interval of the fixed point to a rounding. */
    private static final int HALVINGS = 60;

    /**
     * Checks the variances.
     *
     * @throws IllegalArgumentException if one is negative or not finite
     */
    public TanhMeanField {
        if (!(weightVariance >= 0 && weightVariance + biasVariance < Double.POSITIVE_INFINITY && biasVariance >= 0)) {
            throw new IllegalArgumentException("weight variance is " + weightVariance + " and bias variance is "
                    + biasVariance + ", expected finite ones of 0 or more");
        }
    }

    /** The variance of the next layer's sums, from that of this one's: {@code sw^2 E tanh(sqrt(q) z)^2 + sb^2}. */
    public double next(double q) {
        double s = Math.sqrt(q);
        return weightVariance * GaussianMean.of(z -> UnitStatistic.MEAN_SQUARE.of(s * z)) + biasVariance;
    }

    /**
     * The variance q* at which it stays: the only one above 0, for {@link #next} is concave; 0 if there is none, without biases at
     * a weight variance of at most 1.
     */
    public double fixedPoint() {
        if (biasVariance == 0 && weightVariance <= 1) {
            return 0;
        }
        double grows = 0;
        double shrinks = weightVariance + biasVariance;
        for (int i = 0; i < HALVINGS; i++) {
            double q = (grows + shrinks) / 2;
            if (next(q) > q) {
                grows = q;
            } else {
                shrinks = q;
            }
        }
        return (grows + shrinks) / 2;
    }

    /**
     * By what a small difference of two inputs, squared, is multiplied in a layer whose sums have variance q: {@code sw^2 E
     * tanh'(sqrt(q) z)^2}. At {@link #fixedPoint} it is chi_1; below 1 signals become alike, above 1 chaotic.
     */
    public double susceptibility(double q) {
        double s = Math.sqrt(q);
        return weightVariance * GaussianMean.of(z -> UnitStatistic.SUSCEPTIBILITY.of(s * z));
    }
}
