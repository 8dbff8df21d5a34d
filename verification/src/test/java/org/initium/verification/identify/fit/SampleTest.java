// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.initium.Shape;
import org.initium.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {
    private static final Sample SAMPLE = sample(3, -1, 0.5f, -4, 2);

    @Test
    void figures() {
        assertThat(SAMPLE.mean()).isCloseTo(0.1, within(1e-16));
        // 9 + 1 + 0.25 + 16 + 4; about 1: 4 + 4 + 0.25 + 25 + 1.
        assertThat(SAMPLE.squares(0)).isCloseTo(30.25, within(1e-13));
        assertThat(SAMPLE.squares(1)).isCloseTo(34.25, within(1e-13));
        assertThat(SAMPLE.largest()).isEqualTo(4);
        assertThat(SAMPLE.isConstant()).isFalse();
        assertThat(sample(-0f, 0).isConstant()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "1, 3", "2, 2", "3, 1", "4, 0.5"})
    void magnitudesInOrder(int count, double magnitude) {
        assertThat(SAMPLE.magnitude(count)).isEqualTo(magnitude);
        assertThat(SAMPLE.outside(0, magnitude)).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "0.75, 2", "-3, 2", "1.0000001, 24", "1.4e-45, 1", "1.40625, 6"})
    void significantBits(float x, int bits) {
        assertThat(sample(x, 0).bits()).isEqualTo(bits);
    }

    @Test
    void thinnedSamplesKeepEachElementOnce() {
        float[] x = new float[(1 << 20) + 1];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        float[] thinned = sample(x).thinned();
        assertThat(thinned).hasSize((1 << 19) + 1).startsWith(0, 2, 4).endsWith(1 << 20);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesWhatIsNotFinite(float x) {
        assertThatThrownBy(() -> sample(1, x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("element 1 is " + x);
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> Sample.of(new Tensor(Shape.of(3, 0), new float[0])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weights of shape (3, 0) have no elements");
    }

    private static Sample sample(float... x) {
        return Sample.of(new Tensor(Shape.of(x.length), x));
    }
}
