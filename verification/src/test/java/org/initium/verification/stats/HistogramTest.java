// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramTest {
    @Test
    void countsEveryValueOnce() {
        float[] sample = {-2, -1, -0.51f, -0.5f, 0, 0.99f, 1, 1.5f, Float.NaN, Float.NEGATIVE_INFINITY};
        Histogram histogram = Histogram.of(sample, -1, 1, 4);
        assertThat(histogram.counts()).containsExactly(2, 1, 1, 2);
        assertThat(histogram.below()).isEqualTo(2);
        assertThat(histogram.above()).isEqualTo(2);
    }

    @Test
    void aValueThatRoundingPutOnTheEdgeIsInside() {
        // 0.1f lies above 0.1.
        Histogram histogram = Histogram.of(new float[] {0.1f, -0.1f}, -0.1, 0.1, 10);
        assertThat(histogram.counts()).containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 10", "2, 1, 10", "0, NaN, 10", "0, Infinity, 10", "0, 1, 0"})
    void anEmptyRangeIsRefused(double lower, double upper, int bins) {
        assertThatThrownBy(() -> Histogram.of(new float[1], lower, upper, bins))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected one or more over a finite range");
    }
}
