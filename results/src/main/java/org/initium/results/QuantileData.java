// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

/**
 * Some order statistics of a sample beside the quantiles of its law, and a band that holds all of them for a right sample.
 *
 * @param initializer its name
 * @param law the law in words
 * @param values size of the sample
 * @param confidence probability, at least, that a right sample is within the band at every point
 * @param expected quantiles of the law, ascending
 * @param measured the order statistics; may be NaN or infinite
 * @param lower lower ends of the band
 * @param upper upper ends of the band
 */
public record QuantileData(
        String initializer,
        String law,
        long values,
        double confidence,
        double[] expected,
        double[] measured,
        double[] lower,
        double[] upper) {
    /**
     * Copies the arrays.
     *
     * @throws IllegalArgumentException if there are no points or the arrays differ in length, if {@code expected} does not
     *     ascend or an end of the band is not finite or on the wrong side of the other, or if {@code confidence} is not in 0 .. 1
     */
    public QuantileData {
        expected = expected.clone();
        measured = measured.clone();
        lower = lower.clone();
        upper = upper.clone();
        int points = expected.length;
        if (points == 0 || measured.length != points || lower.length != points || upper.length != points) {
            throw new IllegalArgumentException("quantiles of " + initializer + " have " + points + ", "
                    + measured.length + ", " + lower.length + " and " + upper.length
                    + " points: expected as many of each, at least one");
        }
        boolean orderly = confidence >= 0 && confidence <= 1;
        for (int i = 0; i < points; i++) {
            orderly &= i == 0 || expected[i - 1] < expected[i];
            orderly &= lower[i] <= upper[i] && Double.isFinite(expected[i] + lower[i] + upper[i]);
        }
        if (!orderly) {
            throw new IllegalArgumentException("quantiles of " + initializer
                    + ": expected ascending ones, finite bands with lower <= upper and a confidence in 0 .. 1");
        }
    }

    /** A copy of the law's quantiles. */
    @Override
    public double[] expected() {
        return expected.clone();
    }

    /** A copy of the order statistics. */
    @Override
    public double[] measured() {
        return measured.clone();
    }

    /** A copy of the lower ends. */
    @Override
    public double[] lower() {
        return lower.clone();
    }

    /** A copy of the upper ends. */
    @Override
    public double[] upper() {
        return upper.clone();
    }

    /** The number of points outside the band; what is not a number is outside. */
    public int outside() {
        int outside = 0;
        for (int i = 0; i < expected.length; i++) {
            outside += measured[i] >= lower[i] && measured[i] <= upper[i] ? 0 : 1;
        }
        return outside;
    }
}
