// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import java.util.List;

/**
 * A quantity by depth, averaged over nets, beside what theory says of it: for a report to draw.
 *
 * @param quantity what it is, {@code "mean square of the activations"}
 * @param points by depth, from the input or the first layer down
 */
public record PropagationProfile(String quantity, List<Point> points) {
    /** Copies the points. */
    public PropagationProfile {
        points = List.copyOf(points);
    }

    /**
     * The quantity after some layers.
     *
     * @param depth number of layers passed
     * @param measured average over the nets
     * @param error its standard error, from the spread between the nets; NaN if there is one net only
     * @param predicted what nets of infinite width would have
     */
    public record Point(int depth, double measured, double error, double predicted) {}

    /**
     * Averages over nets, one for each depth. Updated in place, as B. P. Welford (1962), "Note on a Method for Calculating
     * Corrected Sums of Squares and Products", Technometrics 4(3): a sum of squares would leave nothing of a spread of 1e-8.
     */
    static final class Averages {
        private final long[] count;
        private final double[] mean;
        private final double[] squares;

        Averages(int depths) {
            this.count = new long[depths];
            this.mean = new double[depths];
            this.squares = new double[depths];
        }

        /** The value of one more net. */
        void add(int index, double value) {
            double before = value - mean[index];
            count[index]++;
            mean[index] += before / count[index];
            squares[index] += before * (value - mean[index]);
        }

        /** The profile whose first point is at depth {@code first}; with an element of {@code predicted} for each depth. */
        PropagationProfile profile(String quantity, int first, double[] predicted) {
            Point[] points = new Point[predicted.length];
            for (int i = 0; i < points.length; i++) {
                double n = count[i];
                double error = n > 1 ? Math.sqrt(squares[i] / (n - 1) / n) : Double.NaN;
                points[i] = new Point(first + i, mean[i], error, predicted[i]);
            }
            return new PropagationProfile(quantity, List.of(points));
        }
    }
}
