// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaddlePointTest {
    /** {@code C(n, k)} in whole numbers times powers of the probability in 60 digits. */
    @ParameterizedTest
    @CsvSource({"1, 0.5", "5, 0.125", "40, 0.3", "40, 1e-5", "400, 0.75"})
    void binomialProbabilitiesAreThoseOfWholeNumbers(int n, double p) {
        MathContext digits = new MathContext(60);
        BigDecimal exact = new BigDecimal(p);
        BigDecimal other = BigDecimal.ONE.subtract(exact);
        BigInteger choose = BigInteger.ONE;
        for (int k = 0; k <= n; k++) {
            double expected = new BigDecimal(choose)
                    .multiply(exact.pow(k, digits))
                    .multiply(other.pow(n - k, digits))
                    .doubleValue();
            // Exponents of up to 1,000 in the far tails, good to 1e-16 of themselves.
            assertThat(SaddlePoint.binomial(k, n, p)).isCloseTo(expected, within(3e-13 * expected));
            choose = choose.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1));
        }
    }

    /** commons-math3 has Loader's method too, with a table of Stirling's errors. */
    @ParameterizedTest
    @ValueSource(ints = {-3000, -50, -1, 0, 7, 500, 4000})
    void largeCountsAgreeWithCommonsMath(int off) {
        int n = 100_000_000;
        int k = 30_000_000 + off;
        double expected = new BinomialDistribution(null, n, 0.3).probability(k);
        assertThat(SaddlePoint.binomial(k, n, 0.3)).isCloseTo(expected, within(1e-13 * expected));
        expected = new PoissonDistribution(null, 3e7, 1e-12, 100).probability(k);
        assertThat(SaddlePoint.poisson(k, 3e7)).isCloseTo(expected, within(1e-13 * expected));
    }

    @Test
    void smallPoissonProbabilitiesAreThePowers() {
        double expected = Math.exp(-2.5);
        for (int k = 0; k < 40; k++) {
            assertThat(SaddlePoint.poisson(k, 2.5)).isCloseTo(expected, within(1e-13 * expected));
            expected *= 2.5 / (k + 1);
        }
    }
}
