// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonTestTest {
    /** Python 3.11, decimal with 60 digits: the sum of mean^k exp(-mean) / k!. */
    @ParameterizedTest
    @CsvSource({
        "0, 3, 0.049787068367863944, 1.0",
        "3, 3, 0.6472318887822313, 0.5768099188731565",
        "20, 3, 0.9999999999882095, 8.3144235881917e-11",
        "2, 40.5, 2.2201983441756604e-15, 0.9999999999999999",
        "100, 40.5, 0.999999999999999, 2.554443461364654e-15",
        "41, 40.5, 0.5724641944277389, 0.48952279010602995",
        "700, 1000.25, 6.428244703007761e-24, 1.0",
        "1300, 1000.25, 1.0, 7.429221557225554e-20"
    })
    void tailsAgreeWithDecimals(int count, double mean, double lower, double upper) {
        assertThat(PoissonTest.lowerTail(count, mean)).isCloseTo(lower, within(1e-12 * lower));
        assertThat(PoissonTest.upperTail(count, mean)).isCloseTo(upper, within(1e-12 * upper));
    }

    /** {@code P(X <= k) = Q(k + 1, mean)}; commons-math3's exponent has the size of the mean and is rounded to 1e-16 of it. */
    @ParameterizedTest
    @ValueSource(doubles = {0.7, 12, 345.6, 1e6})
    void agreesWithTheIncompleteGammaFunction(double mean) {
        for (int sigmas = -5; sigmas <= 5; sigmas++) {
            long count = Math.max(0, (long) (mean + sigmas * Math.sqrt(mean)));
            double lower = Gamma.regularizedGammaQ(count + 1, mean);
            double upper = count == 0 ? 1 : Gamma.regularizedGammaP(count, mean);
            assertThat(PoissonTest.lowerTail(count, mean)).isCloseTo(lower, within(1e-8 * lower));
            assertThat(PoissonTest.upperTail(count, mean)).isCloseTo(upper, within(1e-8 * upper));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 0.01", "40, 1e-6", "1000, 1e-9"})
    void sizeAndPowerAreExact(double mean, double alpha) {
        assertThat(rejected(mean, mean, alpha)).isLessThanOrEqualTo(alpha);
        double above = PoissonTest.detectableAbove(mean, alpha);
        assertThat(rejected(mean, above, alpha)).isGreaterThan(0.999 - 1e-12);
        assertThat(rejected(mean, mean + 0.99 * (above - mean), alpha)).isLessThan(0.999);
        double below = PoissonTest.detectableBelow(mean, alpha);
        if (mean > 3) {
            assertThat(rejected(mean, below, alpha)).isGreaterThan(0.999 - 1e-12);
            assertThat(rejected(mean, mean - 0.99 * (mean - below), alpha)).isLessThan(0.999);
        } else {
            // No event at all has probability exp(-3) = 0.05.
            assertThat(below).isZero();
        }
    }

    private static double rejected(double mean, double truth, double alpha) {
        double sum = 0;
        for (int count = 0; count <= 5 * mean + 100; count++) {
            sum += PoissonTest.pValue(count, mean) < alpha ? SaddlePoint.poisson(count, truth) : 0;
        }
        return sum;
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoissonTest.pValue(-1, 3))
                .withMessage("count is -1, expected 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoissonTest.pValue(1, 0))
                .withMessage("mean is 0.0, expected a positive number");
        assertThatIllegalArgumentException().isThrownBy(() -> PoissonTest.pValue(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> PoissonTest.upperTail(1, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> PoissonTest.detectableAbove(3, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> PoissonTest.detectableBelow(3, 0));
    }
}
