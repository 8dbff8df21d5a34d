// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

/**
 * Functions from 0 to 1 of a tanh unit's sum, whose averages over a layer are what mean-field theory predicts.
 *
 * <p>With {@code t = tanh z} and so {@code t' = 1 - t^2}, their derivatives are polynomials in t, whose largest values on -1 to 1
 * are at {@code t = 0}.
 */
public enum UnitStatistic {
    /**
     * {@code tanh(z)^2}, the mean square of the activations. Its fourth derivative is {@code (-16 + 120 t^2 - 120 t^4) (1 -
     * t^2)}, that of its square {@code (24 - 456 t^2 + 1240 t^4 - 840 t^6) (1 - t^2)}.
     */
    MEAN_SQUARE("mean square of the activations", 16, 24) {
        @Override
        double of(double z) {
            double t = StrictMath.tanh(z);
            return t * t;
        }
    },
    /**
     * {@code tanh'(z)^2 = (1 - tanh(z)^2)^2}, the mean square of the slopes: how much of a small change passes. Its fourth
     * derivative is {@code (56 - 696 t^2 + 1480 t^4 - 840 t^6) (1 - t^2)}; that of its square, whose series begins {@code 1 - 4
     * z^2 + 26 z^4 / 3}, is 208 at 0.
     */
    SUSCEPTIBILITY("mean square of the slopes", 56, 208) {
        @Override
        double of(double z) {
            double t = StrictMath.tanh(z);
            return (1 - t * t) * (1 - t * t);
        }
    };

    private final String words;
    private final double fourth;
    private final double fourthOfSquare;

    UnitStatistic(String words, double fourth, double fourthOfSquare) {
        this.words = words;
        this.fourth = fourth;
        this.fourthOfSquare = fourthOfSquare;
    }

    /** The value of a unit with sum z. */
    abstract double of(double z);

    /** What its average over a layer is. */
    String words() {
        return words;
    }

    /** Largest fourth derivative in magnitude. */
    double fourth() {
        return fourth;
    }

    /** That of the square. */
    double fourthOfSquare() {
        return fourthOfSquare;
    }

    /** The law of the value at a normal sum. */
    Moments at(double stddev) {
        double mean = GaussianMean.of(z -> of(stddev * z));
        double second = GaussianMean.of(z -> {
            double value = of(stddev * z);
            return value * value;
        });
        return new Moments(mean, second);
    }

    /**
     * The first two moments of a number from 0 to 1.
     *
     * @param mean expected value
     * @param second expected square
     */
    record Moments(double mean, double second) {
        /**
         * G. Bennett's bound of log E exp(t (X - mean)), see {@link Transfer#cgf}: the law on two points, one of them the end that
         * X can reach on the side of t, with this mean and variance.
         *
         * @param slack how far the true mean may be off, either way
         * @param secondSlack how far the true expected square may be off
         */
        double cgf(double t, double slack, double secondSlack) {
            double reach = (t > 0 ? 1 - mean : mean) + slack;
            double variance = Math.max(0, second - mean * mean) + secondSlack + 2 * mean * slack;
            double s = Math.abs(t);
            double p = variance / (reach * reach + variance);
            double bound = p * StrictMath.expm1(s * reach) + (1 - p) * StrictMath.expm1(-s * variance / reach);
            return StrictMath.log1p(bound) + s * slack;
        }
    }
}
