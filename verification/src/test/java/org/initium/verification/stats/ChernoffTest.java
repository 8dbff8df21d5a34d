// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChernoffTest {
    /** A normal value of variance 1 has cgf {@code s^2 / 2} and rate {@code t^2 / 2}. */
    private static final DoubleUnaryOperator NORMAL = s -> s * s / 2;

    /** A fair coin's sign has cgf {@code ln cosh(s)} and rate {@code ((1 + t) ln(1 + t) + (1 - t) ln(1 - t)) / 2}. */
    private static final DoubleUnaryOperator SIGN = s -> StrictMath.log(StrictMath.cosh(s));

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.01, 0.3, 0.9})
    void ratesAreInClosedForm(double t) {
        assertThat(Chernoff.rate(NORMAL, t, 4)).isCloseTo(t * t / 2, within(1e-14));
        double sign = ((1 + t) * Math.log1p(t) + (1 - t) * Math.log1p(-t)) / 2;
        assertThat(Chernoff.rate(SIGN, t, 4)).isCloseTo(sign, within(1e-14));
        assertThat(Chernoff.deviation(NORMAL, t * t / 2, 4)).isCloseTo(t, within(1e-12));
        // The cgf is good to 1e-16 where it is 1e-8.
        assertThat(Chernoff.deviation(SIGN, sign, 4)).isCloseTo(t, within(1e-11));
    }

    @Test
    void aLimitMakesTheBoundWeakerAndNotWrong() {
        // The best s is t = 3: with 2 the rate is 2 t - 2.
        assertThat(Chernoff.rate(NORMAL, 3, 2)).isCloseTo(4, within(1e-12));
        assertThat(Chernoff.deviation(NORMAL, 4.5, 2)).isCloseTo(3.25, within(1e-12));
    }

    @Test
    void nothingIsRareAboutTheMeanAndANanStays() {
        assertThat(Chernoff.rate(NORMAL, 0, 4)).isCloseTo(0, within(1e-20));
        assertThat(Chernoff.rate(NORMAL, -1, 4)).isZero();
        assertThat(Chernoff.rate(NORMAL, Double.NaN, 4)).isNaN();
    }
}
