// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import java.util.function.DoubleUnaryOperator;

/**
 * A test that sums of increments have the conditional means they should: a true bound at any number of increments, dependent
 * or not, for which the moment generating function of each, given those before it, is known or bounded.
 *
 * <p>If {@code log E exp(t (X - m)) <= c(t)} given the past, then {@code exp(t S - C)}, with S the sum of all {@code X - m} and
 * C that of all {@code c(t)}, has an expected value of at most 1 for every t that is chosen beforehand. So {@code t S - C}
 * exceeds {@code ln(2 / alpha)} with probability at most {@code alpha / 2}, by A. A. Markov's inequality, for a positive t and a
 * negative one each: D. A. Freedman (1975), "On tail probabilities for martingales", Annals of Probability 3(1), section 1. Where
 * c is the same for all increments this is H. Chernoff's bound, and no weaker than it: the t are the best for what is typical.
 *
 * <p>The statistic, the larger of both {@code t S - C}, is in nats of evidence against the means.
 */
final class ExponentialMartingale {
    /** What the natural logarithm of a rate can be: the best one at N increments is of the order of {@code 1 / sqrt(N)}. */
    private static final double LEAST_LOG_RATE = -30;

    private static final double LARGEST_LOG_RATE = 6;

    /** Narrows the interval to {@code (2/3)^50 = 1.6e-9} of its length; about the best rate the distance is flat to the square. */
    private static final int SEARCH_STEPS = 50;

    private final double critical;
    private final double up;
    private final double down;
    private double sum;
    private double logUp;
    private double logDown;

    /**
     * A test of {@code units} increments.
     *
     * @param typical c(t) of an increment, on average; infinite where it does not exist, and 0 at 0. It is used to choose t
     *     only, so that an approximation costs power and no false alarms
     */
    ExponentialMartingale(DoubleUnaryOperator typical, double units, double alpha) {
        this.critical = exponent(alpha);
        this.up = bestRate(typical, 1, units, critical);
        this.down = bestRate(typical, -1, units, critical);
    }

    /**
     * {@code ln(2 / alpha)}, what two tails of {@code alpha / 2} each leave.
     *
     * @throws IllegalArgumentException if {@code alpha} is not between 0 and 1
     */
    static double exponent(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha is " + alpha + ", expected a rate between 0 and 1");
        }
        return StrictMath.log(2 / alpha);
    }

    /**
     * Counts increments.
     *
     * @param deviation the sum of their {@code X - m}
     * @param units how many they are
     * @param cgf c(t) of each, a bound of log E exp(t (X - m)) for t of either sign
     */
    void add(double deviation, double units, DoubleUnaryOperator cgf) {
        sum += deviation;
        logUp += units * cgf.applyAsDouble(up);
        logDown += units * cgf.applyAsDouble(-down);
    }

    /** The evidence on either side; NaN if an increment was. */
    double statistic() {
        return Math.max(upward(), downward());
    }

    /** The evidence that the means are larger. */
    double upward() {
        return up * sum - logUp;
    }

    /** The evidence that the means are smaller. */
    double downward() {
        return -down * sum - logDown;
    }

    /** {@code ln(2 / alpha)}. */
    double critical() {
        return critical;
    }

    /**
     * The distance from its mean that the average of {@code units} increments exceeds, on one side, with probability at most
     * {@code exp(-exponent)}: the least {@code (exponent / units + c(t)) / |t|}.
     *
     * @param side 1 or -1, the sign of t
     */
    static double distance(DoubleUnaryOperator cgf, int side, double units, double exponent) {
        return distanceAt(bestRate(cgf, side, units, exponent), cgf, side, units, exponent);
    }

    private static double distanceAt(double t, DoubleUnaryOperator cgf, int side, double units, double exponent) {
        return (exponent / units + cgf.applyAsDouble(side * t)) / t;
    }

    /** The |t| that makes the distance least; the distance falls and then rises with it, for c is convex. */
    private static double bestRate(DoubleUnaryOperator cgf, int side, double units, double exponent) {
        double low = LEAST_LOG_RATE;
        double high = LARGEST_LOG_RATE;
        for (int step = 0; step < SEARCH_STEPS; step++) {
            double third = (high - low) / 3;
            double left = distanceAt(StrictMath.exp(low + third), cgf, side, units, exponent);
            double right = distanceAt(StrictMath.exp(high - third), cgf, side, units, exponent);
            if (left <= right) { // Both infinite: the end of c's domain is further left.
                high -= third;
            } else {
                low += third;
            }
        }
        return StrictMath.exp((low + high) / 2);
    }
}
