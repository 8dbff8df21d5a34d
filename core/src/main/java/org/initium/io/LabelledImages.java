// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import org.initium.Tensor;

/**
 * Grey images and the class of each. The array is not copied: whoever holds the record shares it.
 *
 * @param images one image per index of the first dimension
 * @param labels the class of each image, 0 or more
 */
public record LabelledImages(Tensor images, int[] labels) {
    /**
     * Checks that there is a label for each image.
     *
     * @throws IllegalArgumentException if there is not, or the images are a scalar
     */
    public LabelledImages {
        if (images.shape().rank() == 0 || images.shape().dim(0) != labels.length) {
            throw new IllegalArgumentException(
                    "labels has " + labels.length + " elements, images has shape " + images.shape());
        }
    }
}
