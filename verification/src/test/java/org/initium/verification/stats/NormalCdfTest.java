// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalCdfTest {
    /** z and {@code mpmath.ncdf(z)} of mpmath 1.3.0 at 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "-37, 5.725571222524577e-300",
        "-20, 2.7536241186062337e-89",
        "-8.5, 9.479534822203318e-18",
        "-6, 9.86587645037698e-10",
        "-5.656854, 7.708640151118107e-09",
        "-4.3, 8.539905470991811e-06",
        "-2, 0.02275013194817921",
        "-1, 0.15865525393145705",
        "-0.6629126, 0.2536932657488081",
        "-0.66, 0.25462691467133614",
        "-0.1, 0.460172162722971",
        "-0.0009765625, 0.4996104079912195",
        "0.3, 0.6179114221889527",
        "0.663, 0.7463347229613835",
        "1.5, 0.9331927987311419",
        "2.5, 0.9937903346742238",
        "5.7, 0.9999999940096286",
        "8, 0.9999999999999993"
    })
    void isThatOfFortyDigits(double z, double expected) {
        assertThat(NormalCdf.of(z)).isCloseTo(expected, withinPercentage(1e-13));
    }

    /** commons-math3 3.6.1 says 1e-15 absolutely; 3e-14 relatively is what its continued fraction leaves far out. */
    @Test
    void agreesWithCommonsMath() {
        for (int i = -8000; i <= 8000; i++) {
            double z = i / 1000.0;
            double expected = 0.5 * Erf.erfc(-z / Math.sqrt(2));
            assertThat(NormalCdf.of(z)).as("z = %s", z).isCloseTo(expected, withinPercentage(3e-12));
        }
    }

    @Test
    void neverFalls() {
        double previous = 0;
        for (int i = -40_000; i <= 10_000; i++) {
            double p = NormalCdf.of(i / 1000.0);
            // Rounding: two neighbours of a thousandth differ by 1e-3 densities, which beyond 8 is less than half a
            // unit of 1.
            assertThat(p).as("at %s", i / 1000.0).isGreaterThanOrEqualTo(previous);
            previous = p;
        }
    }

    @Test
    void endsAtZeroAndOneAndPassesOnNaN() {
        assertThat(NormalCdf.of(0)).isEqualTo(0.5);
        assertThat(NormalCdf.of(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(NormalCdf.of(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(NormalCdf.of(-60)).isZero();
        assertThat(NormalCdf.of(60)).isEqualTo(1);
        assertThat(NormalCdf.of(Double.NaN)).isNaN();
    }
}
