// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
    @ParameterizedTest
    @CsvSource({"0, 87, 4, 0, 100, 50", "0, 4, 4, 0, 4, 1", "0, 0.0061, 5, 0, 0.008, 0.002", "1, 20, 8, 0, 20, 5"})
    void linearAxesEndOnRoundNumbers(double low, double high, int ticks, double first, double last, double step) {
        Axis axis = Axis.linear(low, high, ticks);
        assertThat(axis.low()).isEqualTo(first);
        assertThat(axis.high()).isCloseTo(last, Offset.offset(1e-15));
        assertThat(axis.step()).isCloseTo(step, Offset.offset(1e-15));
        assertThat(axis.position(first)).isZero();
        assertThat(axis.position(axis.high())).isEqualTo(1);
        assertThat(axis.position(-1e9)).isZero();
        assertThat(axis.position(1e9)).isEqualTo(1);
    }

    @Test
    void logarithmicAxesSpanPowersOfTen() {
        Axis axis = Axis.log(0.2, 14);
        assertThat(axis.logarithmic()).isTrue();
        assertThat(axis.ticks()).containsExactly(new Double[] {0.1, 1.0, 10.0, 100.0});
        assertThat(axis.position(1)).isCloseTo(1 / 3.0, Offset.offset(1e-15));
    }

    @Test
    void aSingleValueStillHasAnAxis() {
        assertThat(Axis.linear(0, 0, 4).high()).isPositive();
        assertThat(Axis.linear(3, 3, 4).ticks()).hasSizeGreaterThan(1);
        assertThat(Axis.log(10, 10)).isEqualTo(new Axis(1, 10, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "0.20849, 0.2085",
        "84.431, 84.43",
        "102456.7, 102500",
        "0, 0",
        "5, 5",
        "-1.5, -1.5",
        "0.00012344, 1.234e-04",
        "3.0e-9, 3e-09",
        "12345678, 1.235e+07",
        "NaN, –",
        "Infinity, ∞"
    })
    void figuresHaveFourSignificantDigits(double value, String text) {
        assertThat(Figures.of(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.30000000000000004, 0.3", "100, 100", "50000, 50000", "0.0001, 1e-04", "1.25, 1.25"})
    void ticksAreShort(double value, String text) {
        assertThat(Figures.tick(value)).isEqualTo(text);
    }
}
