// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.initium.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FansTest {
    /** keras.src.initializers.random_initializers.compute_fans(shape), Keras 3.15.1. */
    @ParameterizedTest
    @CsvSource({
        "'7', 7, 7",
        "'784,128', 784, 128",
        "'3,16,32', 48, 96",
        "'3,5,7,11', 105, 165",
        "'2,3,5,7,11', 210, 330",
    })
    void kerasRule(String shape, double in, double out) {
        assertThat(Fans.of(Shape.parse(shape))).isEqualTo(new Fans(in, out));
    }

    @Test
    void scalarHasFansOfOne() {
        assertThat(Fans.of(Shape.of())).isEqualTo(new Fans(1, 1));
    }

    /** An attention projection (model, heads, head size), which the rule would take for a convolution. */
    @Test
    void explicitAxes() {
        Shape attention = Shape.of(32, 8, 16);
        assertThat(Fans.of(attention, new int[] {0}, new int[] {1, 2})).isEqualTo(new Fans(32, 128));
        assertThat(Fans.of(attention, new int[] {-3}, new int[] {-2, -1})).isEqualTo(new Fans(32, 128));
        assertThat(Fans.of(attention)).isEqualTo(new Fans(256, 512));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fans.of(attention, new int[] {0}, new int[] {3}))
                .withMessage("outputAxes [3]: axis 3 is outside shape (32, 8, 16) of rank 3");
    }
}
