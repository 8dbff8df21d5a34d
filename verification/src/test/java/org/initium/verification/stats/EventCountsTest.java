// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventCountsTest {
    @Test
    void statisticIsTheLargestDistance() {
        assertThat(EventCounts.statistic(new long[] {50, 53, 45}, 100, 0.5)).isEqualTo(5);
        assertThat(EventCounts.statistic(new long[] {3}, 7, 0.5)).isEqualTo(0.5);
        assertThat(EventCounts.statistic(new long[] {20, 31, 25}, 100, 0.25)).isEqualTo(6);
    }

    /** The union of the exact tails of one count. */
    @ParameterizedTest
    @CsvSource({
        "100, 0.5, 1, 0.05",
        "1000, 0.5, 32, 0.01",
        "5000, 0.5, 32, 1e-6",
        "500, 0.1, 20, 1e-3",
        "500, 0.8, 5, 1e-3"
    })
    void boundHoldsExactly(int n, double p, int counts, double alpha) {
        BinomialDistribution law = new BinomialDistribution(null, n, p);
        double critical = EventCounts.critical(n, p, counts, alpha);
        double low = law.cumulativeProbability((int) Math.ceil(n * p - critical) - 1);
        double high = 1 - law.cumulativeProbability((int) Math.floor(n * p + critical));
        assertThat(counts * (low + high)).isGreaterThan(0).isLessThanOrEqualTo(alpha);
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCounts.critical(40, 0.5, 32, 1e-9))
                .withMessageContaining("40 values are too few for the test of counts");
        // At 1e-3 ln(2e4) / 2 = 4.95, and one of 10 rows may be zero throughout where it should be in one column of 10.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCounts.critical(6, 0.1, 10, 1e-3))
                .withMessageContaining("every count would pass");
        assertThat(EventCounts.critical(7, 0.1, 10, 1e-3)).isLessThan(0.9 * 7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCounts.critical(1000, 0.5, 32, 1))
                .withMessageContaining("expected a rate between 0 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCounts.critical(-5, 0.5, 1, 0.1))
                .withMessage("n is -5, expected 1 or more");
    }

    /** A fault of that size passes once in a thousand samples at most, summed exactly. */
    @ParameterizedTest
    @CsvSource({"100, 0.5, 1, 0.05", "1000, 0.5, 32, 0.01", "5000, 0.5, 32, 1e-6", "500, 0.1, 20, 1e-3"})
    void theDetectableFaultIsFound(int n, double p, int counts, double alpha) {
        BinomialDistribution law = new BinomialDistribution(null, n, p + EventCounts.detectable(n, p, counts, alpha));
        assertThat(law.cumulativeProbability((int) Math.floor(n * p + EventCounts.critical(n, p, counts, alpha))))
                .isGreaterThan(0)
                .isLessThanOrEqualTo(1e-3);
    }

    /** 20 bits at 1e-3: sqrt(ln(2000) / 40) + sqrt(ln(1000) / 40) = 0.85, and no probability is so far from 1/2. */
    @Test
    void aFaultThatCannotBeIsNotDetectable() {
        assertThat(EventCounts.detectable(20, 0.5, 1, 1e-3)).isInfinite();
        assertThat(EventCounts.detectable(20, 0.1, 1, 1e-3)).isCloseTo(0.8515, within(1e-4));
    }
}
