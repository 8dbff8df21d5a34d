// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClopperPearsonTest {
    @Test
    void noMissInThreeThousandProvesAPowerOf999InAThousand() {
        assertThat(ClopperPearson.upper(0, 3000, 0.05)).isCloseTo(1 - Math.pow(0.05, 1 / 3000.0), within(1e-16));
        assertThat(ClopperPearson.upper(0, 3000, 0.05)).isLessThan(1e-3);
        assertThat(ClopperPearson.upper(1, 3000, 0.05)).isGreaterThan(1e-3);
        assertThat(ClopperPearson.trialsWithout(1e-3, 0.05)).isEqualTo(2995);
        assertThat(ClopperPearson.upper(0, 2995, 0.05)).isLessThanOrEqualTo(1e-3);
        assertThat(ClopperPearson.upper(0, 2994, 0.05)).isGreaterThan(1e-3);
    }

    /** The bounds are quantiles of beta laws. SciPy 1.17.1: beta.ppf(error, k, n - k + 1), beta.isf(error, k + 1, n - k). */
    @ParameterizedTest
    @CsvSource({
        "10, 20, 0.025, 0.27195784956079183, 0.7280421504392082",
        "1, 3000, 0.05, 1.709761862990271e-05, 0.0015803018274587312",
        "7, 90, 0.01, 0.026437443708073598, 0.16902137550746085",
        "2990, 3000, 0.05, 0.9943524876099378, 0.9981904526216376",
        "50, 1000000, 1e-06, 2.3250964708859468e-05, 9.239372736412217e-05"
    })
    void agreesWithSciPy(int count, int n, double error, double lower, double upper) {
        // SciPy's quantiles are good to some 1e-13.
        assertThat(ClopperPearson.lower(count, n, error)).isCloseTo(lower, within(1e-12 * lower));
        assertThat(ClopperPearson.upper(count, n, error)).isCloseTo(upper, within(1e-12 * upper));
    }

    @Test
    void agreesWithCommonsMath() {
        // Its inverse has an accuracy of 1e-9.
        assertThat(ClopperPearson.upper(7, 90, 0.01))
                .isCloseTo(new BetaDistribution(null, 8, 83).inverseCumulativeProbability(0.99), within(2e-9));
        assertThat(ClopperPearson.lower(7, 90, 0.01))
                .isCloseTo(new BetaDistribution(null, 7, 84).inverseCumulativeProbability(0.01), within(2e-9));
    }

    @Test
    void theEndsAreClosed() {
        assertThat(ClopperPearson.lower(0, 50, 0.05)).isZero();
        assertThat(ClopperPearson.upper(50, 50, 0.05)).isEqualTo(1);
        // p^50 = 0.05.
        assertThat(ClopperPearson.lower(50, 50, 0.05)).isCloseTo(Math.pow(0.05, 0.02), within(1e-14));
    }

    /** Whatever the probability, a bound is wrong with probability error at most: summed over all counts. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.02, 0.3, 0.5, 0.77, 0.999})
    void boundsAreWrongNoMoreOftenThanStated(double p) {
        double tooLow = 0;
        double tooHigh = 0;
        for (int count = 0; count <= 60; count++) {
            double probability = SaddlePoint.binomial(count, 60, p);
            tooLow += ClopperPearson.upper(count, 60, 0.05) < p ? probability : 0;
            tooHigh += ClopperPearson.lower(count, 60, 0.05) > p ? probability : 0;
        }
        assertThat(tooLow).isLessThanOrEqualTo(0.05);
        assertThat(tooHigh).isLessThanOrEqualTo(0.05);
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClopperPearson.upper(3, 2, 0.05))
                .withMessageContaining("count is 3 of 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClopperPearson.lower(1, 2, 0))
                .withMessage("error is 0.0, expected a rate between 0 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> ClopperPearson.upper(0, 0, 0.05));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClopperPearson.trialsWithout(Double.NaN, 0.05))
                .withMessageContaining("probability is NaN");
    }
}
