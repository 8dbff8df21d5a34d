// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellDivergenceTest {
    @Test
    void statisticIsThatOfTheWorstCell() {
        // 10 values on 4 cells, 2.5 expected; 7 of 10: 7 ln(7 / 2.5) + 3 ln(3 / 7.5), two logarithms and their sum.
        assertThat(CellDivergence.statistic(new long[] {2, 7, 1, 0}))
                .isCloseTo(7 * Math.log(7 / 2.5) + 3 * Math.log(3 / 7.5), within(1e-14));
        // An empty cell: 10 ln(10 / 7.5).
        assertThat(CellDivergence.statistic(new long[] {4, 3, 3, 0})).isCloseTo(10 * Math.log(4 / 3.0), within(1e-14));
        assertThat(CellDivergence.statistic(new long[] {5, 5, 5})).isZero();
    }

    /** Half of d^2 / (n p (1 - p)) for a small deviation d, which it nears as d / (n p); here 1e-6, so 1e-5 is ample. */
    @Test
    void smallDeviationsKeepTheirDigits() {
        long n = 1L << 34;
        long[] counts = new long[4096];
        java.util.Arrays.fill(counts, n / 4096);
        counts[7] += 4;
        counts[8] -= 4;
        double expected = 16 / 2.0 / (n / 4096.0 * (1 - 1 / 4096.0));
        assertThat(CellDivergence.statistic(counts)).isCloseTo(expected, within(1e-5 * expected));
    }

    /** One cell's exact binomial tails beyond the threshold, times the cells, are at most alpha. */
    @ParameterizedTest
    @CsvSource({"200, 3, 0.05", "1000, 16, 0.01", "5000, 64, 1e-6"})
    void boundHoldsExactly(int n, int cells, double alpha) {
        BinomialDistribution law = new BinomialDistribution(null, n, 1.0 / cells);
        double critical = CellDivergence.critical(n, cells, alpha);
        double tail = 0;
        for (int count = 0; count <= n; count++) {
            double p = 1.0 / cells;
            double x = (double) count / n;
            double divergence = n
                    * ((count == 0 ? 0 : x * Math.log(x / p))
                            + (count == n ? 0 : (1 - x) * Math.log((1 - x) / (1 - p))));
            tail += divergence > critical ? law.probability(count) : 0;
        }
        assertThat(cells * tail).isGreaterThan(0).isLessThanOrEqualTo(alpha);
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CellDivergence.statistic(new long[4]))
                .withMessage("0 values in 4 cells, expected at least 1 in 2");
        assertThatIllegalArgumentException().isThrownBy(() -> CellDivergence.statistic(new long[] {3}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CellDivergence.critical(20, 4, 1e-9))
                .withMessageContaining("20 values are too few for the test of 4 cells");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CellDivergence.critical(1000, 4, Double.NaN))
                .withMessageContaining("alpha is NaN");
    }

    /** The worst cell is found but for one sample in a thousand, summed exactly; and it alone is at fault. */
    @ParameterizedTest
    @CsvSource({"200, 3, 0.05", "1000, 16, 0.01", "5000, 64, 1e-6"})
    void theDetectableExcessIsFound(int n, int cells, double alpha) {
        double p = (1 + CellDivergence.detectable(n, cells, alpha)) / cells;
        BinomialDistribution law = new BinomialDistribution(null, n, p);
        double critical = CellDivergence.critical(n, cells, alpha);
        double miss = 0;
        for (int count = 0; count <= n; count++) {
            double x = (double) count / n;
            double divergence = n
                    * ((count == 0 ? 0 : x * Math.log(x * cells))
                            + (count == n ? 0 : (1 - x) * Math.log((1 - x) / (1 - 1.0 / cells))));
            miss += divergence > critical ? 0 : law.probability(count);
        }
        assertThat(miss).isGreaterThan(1e-6).isLessThanOrEqualTo(1e-3);
    }
}
