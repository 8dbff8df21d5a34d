// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.seeds;

/**
 * {@code x = factor y + shift}, by least squares.
 *
 * @param factor what y is multiplied by; 0 if it is constant
 * @param shift what is added
 */
record Affine(double factor, double shift) {
    /** The map that takes the first {@code count} elements of y nearest to those of x. */
    static Affine between(float[] y, float[] x, int count) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < count; i++) {
            meanX += x[i];
            meanY += y[i];
        }
        meanX /= count;
        meanY /= count;
        double both = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            both += (y[i] - meanY) * (x[i] - meanX);
            squares += (y[i] - meanY) * (y[i] - meanY);
        }
        double factor = squares > 0 ? both / squares : 0;
        return new Affine(factor, meanX - factor * meanY);
    }

    /** The like without a shift. */
    static Affine proportional(float[] y, float[] x, int count) {
        double both = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            both += (double) y[i] * x[i];
            squares += (double) y[i] * y[i];
        }
        return new Affine(squares > 0 ? both / squares : 0, 0);
    }

    /** How many of the first {@code count} elements it misses by more than {@code tolerance}; a NaN is missed. */
    int misses(float[] y, float[] x, int count, double tolerance) {
        int misses = 0;
        for (int i = 0; i < count; i++) {
            misses += Math.abs(factor * y[i] + shift - x[i]) <= tolerance ? 0 : 1;
        }
        return misses;
    }
}
