// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.util.List;

/**
 * What becomes of a signal layer by layer, beside theory.
 *
 * @param quantity what the curves have in common, {@code "mean square of the activations"}
 * @param nets the nets in words
 * @param logarithmic whether equal ratios are of equal interest
 * @param curves one for each initializer
 */
public record DepthData(String quantity, String nets, boolean logarithmic, List<Curve> curves) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no curve
     */
    public DepthData {
        curves = List.copyOf(curves);
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("profile of the " + quantity + ": expected one curve at least");
        }
    }

    /**
     * One initializer.
     *
     * @param name the initializer
     * @param points by depth
     */
    public record Curve(String name, List<Point> points) {
        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if there is no point
         */
        public Curve {
            points = List.copyOf(points);
            if (points.isEmpty()) {
                throw new IllegalArgumentException("profile of " + name + ": expected one point at least");
            }
        }
    }

    /**
     * The quantity after some layers.
     *
     * @param depth number of layers passed
     * @param measured average over the nets
     * @param error its standard error; NaN if it is not known
     * @param predicted what nets of infinite width would have
     */
    public record Point(int depth, double measured, double error, double predicted) {}
}
