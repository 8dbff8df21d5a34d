// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.QuantileData;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    private static final ExpectedLaw.Normal NORMAL = new ExpectedLaw.Normal(0, 1);
    private static final ExpectedLaw.Uniform UNIFORM = new ExpectedLaw.Uniform(-1, 1);

    /**
     * At least 99.9 % of right samples are within the band everywhere. Of 2,000 so many leave it as a binomial count of 2,000 and
     * 1e-3 at most, which is above 13 with a probability of 1e-7.
     */
    @Test
    void rightSamplesAreWithinTheBand() {
        int left = 0;
        for (int i = 0; i < 2000; i++) {
            left += outside(Quantiles.of("right", normal(i, 500, 1), NORMAL)) > 0 ? 1 : 0;
        }
        assertThat(left).isLessThanOrEqualTo(13);
    }

    /**
     * A standard deviation 10 % too large, of 20,000 values: at the quantile of 0.1 the values are off by 0.128, and the band
     * is as narrow as 4.3 times 1.71 / sqrt(20,000) = 0.052.
     */
    @Test
    void wrongSamplesLeaveTheBand() {
        assertThat(outside(Quantiles.of("wide", normal(1, 20_000, 1.1), NORMAL)))
                .isGreaterThan(5);
        assertThat(outside(Quantiles.of("flat", uniform(1, 20_000), NORMAL))).isGreaterThan(5);
        float[] broken = normal(1, 20_000, 1);
        Arrays.fill(broken, 0, 2000, Float.NaN);
        assertThat(outside(Quantiles.of("broken", broken, NORMAL))).isGreaterThan(5);
    }

    /** Of a uniform law quantiles are known, and of the least of n values the band too: 1 - (1 - u)^n is its distribution. */
    @Test
    void quantilesAndBandAreThoseOfTheLaw() {
        int n = 1000;
        QuantileData data = Quantiles.of("uniform", uniform(3, n), UNIFORM);
        double miss = (1 - Quantiles.CONFIDENCE) / (2 * data.expected().length);
        assertThat(data.values()).isEqualTo(n);
        assertThat(data.expected()[0]).isCloseTo(-1 + 2.0 / (n + 1), within(1e-12));
        assertThat(data.expected()[data.expected().length - 1]).isCloseTo(1 - 2.0 / (n + 1), within(1e-12));
        // The bounds of Clopper and Pearson are found by halving, here to nine digits.
        assertThat(data.lower()[0]).isCloseTo(-1 + 2 * -StrictMath.expm1(StrictMath.log1p(-miss) / n), within(1e-9));
        assertThat(data.upper()[0]).isCloseTo(-1 + 2 * (1 - StrictMath.pow(miss, 1.0 / n)), within(1e-9));
    }

    /** The first entry of a 3 x 3 Haar matrix is uniform on [-1, 1], by Archimedes: the k-th of n has k / (n + 1) of it below. */
    @Test
    void firstEntriesOfSmallMatricesAreUniform() {
        int n = 2000;
        QuantileData data = Quantiles.of("orthogonal", uniform(5, n), new ExpectedLaw.Haar(3, 3, 1));
        for (double quantile : data.expected()) {
            double rank = (quantile + 1) / 2 * (n + 1);
            assertThat(rank).isCloseTo(Math.rint(rank), within(1e-6));
        }
        assertThat(outside(data)).isZero();
    }

    private static int outside(QuantileData data) {
        int outside = 0;
        for (int i = 0; i < data.expected().length; i++) {
            boolean inside = data.measured()[i] >= data.lower()[i] && data.measured()[i] <= data.upper()[i];
            outside += inside ? 0 : 1;
        }
        return outside;
    }

    private static float[] normal(long seed, int n, double stddev) {
        float[] x = new float[n];
        Samplers.of(Key.of(seed)).normal(0, stddev, Slice.all(n), x, 0);
        return x;
    }

    private static float[] uniform(long seed, int n) {
        float[] x = new float[n];
        Samplers.of(Key.of(seed)).uniform(-1, 1, Slice.all(n), x, 0);
        return x;
    }
}
