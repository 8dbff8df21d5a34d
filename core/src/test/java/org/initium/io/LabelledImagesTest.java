// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.initium.Shape;
import org.initium.Tensor;
import org.junit.jupiter.api.Test;

class LabelledImagesTest {
    @Test
    void refusesMoreOrFewerLabelsThanImages() {
        Tensor images = new Tensor(Shape.of(2, 3), new float[6]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LabelledImages(images, new int[3]))
                .withMessage("labels has 3 elements, images has shape (2, 3)");
        Tensor scalar = new Tensor(Shape.of(), new float[1]);
        assertThatIllegalArgumentException().isThrownBy(() -> new LabelledImages(scalar, new int[1]));
    }
}
