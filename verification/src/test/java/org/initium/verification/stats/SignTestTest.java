// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignTestTest {
    /** SciPy 1.17.1: binomtest(k, n).pvalue. SciPy's incomplete beta function is good to some 1e-12 here. */
    @ParameterizedTest
    @CsvSource({
        "8, 64, 5.562672242319724e-10",
        "56, 64, 5.562672242319724e-10",
        "20, 64, 0.0036899642765400487",
        "32, 64, 1.0",
        "64, 64, 1.0842021724855044e-19",
        "300, 640, 0.12310113072196793",
    })
    void agreesWithSciPy(int positive, int n, double expected) {
        assertThat(SignTest.pValue(positive, n, 1e-9)).isCloseTo(expected, withinPercentage(1e-8));
    }

    @Test
    void tooSmallASampleIsRefused() {
        // Thirty equal signs have p = 2^-29 = 1.9e-9.
        assertThat(SignTest.pValue(31, 31, 1e-9)).isLessThan(1e-9);
        assertThatThrownBy(() -> SignTest.pValue(30, 30, 1e-9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("30 values are too few for the sign test");
    }

    @ParameterizedTest
    @CsvSource({"-1, 64", "65, 64"})
    void moreSignsThanMatricesAreRefused(int positive, int n) {
        assertThatThrownBy(() -> SignTest.pValue(positive, n, 1e-9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 0 to 64");
    }

    @Test
    void theDetectableBiasIsMissedOnceInAThousand() {
        // Of 64 signs at 1e-6 those with 52 positive ones and more, or 12 and fewer, fail.
        double p = 0.5 + SignTest.detectable(64, 1e-6);
        assertThat(BinomialTest.lowerTail(51, 64, p) - BinomialTest.lowerTail(12, 64, p))
                .isCloseTo(1e-3, withinPercentage(1e-6));
        assertThat(SignTest.pValue(52, 64, 1e-6)).isLessThan(1e-6);
        assertThat(SignTest.pValue(51, 64, 1e-6)).isGreaterThan(1e-6);
    }
}
