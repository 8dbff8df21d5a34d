// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FairBitsTest {
    @Test
    void statisticIsTheLargestDistance() {
        assertThat(FairBits.statistic(new long[] {50, 53, 45}, 100)).isEqualTo(5);
        assertThat(FairBits.statistic(new long[] {3}, 7)).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({"100, 1, 0.05", "1000, 32, 0.01", "5000, 32, 1e-6"})
    void boundHoldsExactly(int n, int bits, double alpha) {
        BinomialDistribution law = new BinomialDistribution(null, n, 0.5);
        double critical = FairBits.critical(n, bits, alpha);
        double tail = 2 * law.cumulativeProbability((int) Math.ceil(n / 2.0 - critical) - 1);
        assertThat(bits * tail).isGreaterThan(0).isLessThanOrEqualTo(alpha);
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FairBits.critical(40, 32, 1e-9))
                .withMessageContaining("40 values are too few for the test of fair bits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FairBits.critical(1000, 32, 1))
                .withMessageContaining("expected a rate between 0 and 1");
    }

    /** A fault of that size passes once in a thousand samples at most, summed exactly. */
    @ParameterizedTest
    @CsvSource({"100, 1, 0.05", "1000, 32, 0.01", "5000, 32, 1e-6"})
    void theDetectableBiasIsFound(int n, int bits, double alpha) {
        double p = 0.5 + FairBits.detectable(n, bits, alpha);
        BinomialDistribution law = new BinomialDistribution(null, n, p);
        assertThat(law.cumulativeProbability((int) Math.floor(n / 2.0 + FairBits.critical(n, bits, alpha))))
                .isGreaterThan(0)
                .isLessThanOrEqualTo(1e-3);
    }
}
