// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

import java.util.List;
import org.initium.verification.propagation.PropagationProfile;

/**
 * What becomes of a signal layer by layer, beside theory.
 *
 * @param quantity what the curves have in common, {@code "mean square of the activations"}
 * @param nets the nets in words, {@code "100 relu nets of 20 layers with 128 units"}
 * @param logarithmic whether equal ratios are of equal interest
 * @param curves one for each initializer
 */
public record DepthData(String quantity, String nets, boolean logarithmic, List<Curve> curves) implements Picture {
    /** Copies the list. */
    public DepthData {
        curves = List.copyOf(curves);
    }

    /**
     * One initializer.
     *
     * @param name the initializer, {@code "he_normal"}
     * @param points by depth
     */
    public record Curve(String name, List<PropagationProfile.Point> points) {
        /** Copies the list. */
        public Curve {
            points = List.copyOf(points);
        }
    }
}
