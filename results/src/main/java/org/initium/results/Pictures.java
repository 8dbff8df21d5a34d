// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.util.List;

/**
 * What a report draws beside histograms.
 *
 * @param quantiles one per initializer that draws
 * @param eigenphases of orthogonal matrices
 * @param depths signals by depth
 */
public record Pictures(List<QuantileData> quantiles, List<EigenphaseData> eigenphases, List<DepthData> depths) {
    /** No pictures. */
    public static final Pictures NONE = new Pictures(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Pictures {
        quantiles = List.copyOf(quantiles);
        eigenphases = List.copyOf(eigenphases);
        depths = List.copyOf(depths);
    }
}
