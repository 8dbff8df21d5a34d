// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.replay;

/**
 * How far some numbers are from those they should be.
 *
 * @param largest the largest relative difference; infinite where a number is not finite
 * @param at index of the number, or of the tensor, with that difference
 */
record Difference(double largest, int at) {
    /** None at all. */
    static final Difference NONE = new Difference(0, 0);

    /** Each number's difference, relative to the magnitude that it should have. */
    static Difference ofEach(double[] expected, double[] found) {
        Difference worst = NONE;
        for (int i = 0; i < expected.length; i++) {
            worst = worst.max(relative(Math.abs(found[i] - expected[i]), Math.abs(expected[i])), i);
        }
        return worst;
    }

    /** The largest difference within a tensor, relative to the largest magnitude that the tensor should have. */
    static double ofTensor(double[] expected, double[] found) {
        double magnitude = 0;
        double error = 0;
        for (int i = 0; i < expected.length; i++) {
            magnitude = Math.max(magnitude, Math.abs(expected[i]));
            error = Math.max(error, Math.abs(found[i] - expected[i])); // NaN if one is.
        }
        return relative(error, magnitude);
    }

    /** This one or another, whichever is larger. */
    Difference max(double other, int where) {
        return other > largest ? new Difference(other, where) : this;
    }

    private static double relative(double error, double magnitude) {
        if (error == 0) {
            return 0;
        }
        double relative = error / magnitude;
        return Double.isNaN(relative) ? Double.POSITIVE_INFINITY : relative;
    }
}
