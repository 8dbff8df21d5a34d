// SPDX-License-Identifier: Apache-2.0
package org.initium.results.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.results.Speedup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource({
        "0.001234, 0.00123",
        "0.9996, 1.00",
        "1, 1.00",
        "12.34, 12.3",
        "123.4, 123",
        "12345, '12,300'",
        "0, 0",
        "NaN, –",
        "Infinity, –"
    })
    void threeDigitsCount(double value, String text) {
        assertThat(Format.number(value)).isEqualTo(text);
    }

    @Test
    void aRatioWithoutAnIntervalIsBare() {
        assertThat(Format.speedup(new Speedup(2, Double.NaN, Double.NaN))).isEqualTo("2.00");
        assertThat(Format.speedup(new Speedup(2, 1.9, 2.1))).isEqualTo("2.00 (1.90 … 2.10)");
    }
}
