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
     * @param predicted what nets of infinite width would have
     */
    public record Point(int depth, double measured, double predicted) {}

    /** A profile of two arrays with an element for each depth from {@code first} on; {@code sums} are over {@code nets} nets. */
    static PropagationProfile of(String quantity, int first, double[] sums, int nets, double[] predicted) {
        Point[] points = new Point[predicted.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Point(first + i, sums[i] / nets, predicted[i]);
        }
        return new PropagationProfile(quantity, List.of(points));
    }
}
