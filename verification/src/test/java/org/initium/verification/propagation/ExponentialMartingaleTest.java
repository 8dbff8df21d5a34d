// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialMartingaleTest {
    private static final DoubleUnaryOperator NORMAL = t -> t * t / 2;

    /** Of the normal law the best t is {@code sqrt(2 e / n)} and so is the distance. A minimum is flat, so 1e-10 is ample. */
    @ParameterizedTest
    @CsvSource({"64, 1e-3", "1000, 1e-7", "1e8, 1e-9"})
    void theDistanceIsChernoffs(double n, double alpha) {
        double exponent = ExponentialMartingale.exponent(alpha);
        for (int side = -1; side <= 1; side += 2) {
            assertThat(ExponentialMartingale.distance(NORMAL, side, n, exponent))
                    .isCloseTo(Math.sqrt(2 * exponent / n), withinPercentage(1e-8));
        }
    }

    /** Poisson's law with mean 1: {@code n ((1 + d) ln(1 + d) - d)} is the exponent. */
    @Test
    void theDistanceSolvesItsEquation() {
        DoubleUnaryOperator poisson = t -> StrictMath.expm1(t) - t;
        double above = ExponentialMartingale.distance(poisson, 1, 500, 15);
        double below = ExponentialMartingale.distance(poisson, -1, 500, 15);
        assertThat(500 * ((1 + above) * Math.log1p(above) - above)).isCloseTo(15, withinPercentage(1e-7));
        assertThat(500 * ((1 - below) * Math.log1p(-below) + below)).isCloseTo(15, withinPercentage(1e-7));
    }

    /** The statistic is at the gate where the average is at the distance, for each side. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void theGateIsTheDistance(int side) {
        double gate = ExponentialMartingale.distance(NORMAL, side, 100, ExponentialMartingale.exponent(1e-6));
        for (double share = 0.99; share < 1.02; share += 0.02) {
            ExponentialMartingale martingale = new ExponentialMartingale(NORMAL, 100, 1e-6);
            martingale.add(side * share * gate * 60, 60, NORMAL);
            martingale.add(side * share * gate * 40, 40, NORMAL);
            assertThat(martingale.statistic() > martingale.critical()).isEqualTo(share > 1);
        }
    }

    @Test
    void aNaNStays() {
        ExponentialMartingale martingale = new ExponentialMartingale(NORMAL, 100, 1e-6);
        martingale.add(Double.NaN, 50, NORMAL);
        martingale.add(0, 50, NORMAL);
        assertThat(martingale.statistic()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 1.5, -1, Double.NaN})
    void aRateThatIsNoneIsRefused(double alpha) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExponentialMartingale(NORMAL, 100, alpha))
                .withMessageContaining("alpha is " + alpha);
    }
}
