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

class PoissonTailsTest {
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
        assertThat(PoissonTails.lowerTail(count, mean)).isCloseTo(lower, within(1e-12 * lower));
        assertThat(PoissonTails.upperTail(count, mean)).isCloseTo(upper, within(1e-12 * upper));
    }

    /** {@code P(X <= k) = Q(k + 1, mean)}; commons-math3's exponent has the size of the mean and is rounded to 1e-16 of it. */
    @ParameterizedTest
    @ValueSource(doubles = {0.7, 12, 345.6, 1e6})
    void agreesWithTheIncompleteGammaFunction(double mean) {
        for (int sigmas = -5; sigmas <= 5; sigmas++) {
            long count = Math.max(0, (long) (mean + sigmas * Math.sqrt(mean)));
            double lower = Gamma.regularizedGammaQ(count + 1, mean);
            double upper = count == 0 ? 1 : Gamma.regularizedGammaP(count, mean);
            assertThat(PoissonTails.lowerTail(count, mean)).isCloseTo(lower, within(1e-8 * lower));
            assertThat(PoissonTails.upperTail(count, mean)).isCloseTo(upper, within(1e-8 * upper));
        }
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoissonTails.lowerTail(-1, 3))
                .withMessage("count is -1, expected 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoissonTails.lowerTail(1, 0))
                .withMessage("mean is 0.0, expected a positive number");
        assertThatIllegalArgumentException().isThrownBy(() -> PoissonTails.upperTail(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> PoissonTails.upperTail(1, Double.POSITIVE_INFINITY));
    }
}
