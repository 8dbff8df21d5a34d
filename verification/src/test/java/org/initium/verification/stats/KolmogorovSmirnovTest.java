// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.junit.jupiter.api.Test;

class KolmogorovSmirnovTest {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    @Test
    void agreesWithSciPy() {
        // SciPy 1.17.1: kstest(np.float32([0.1, 0.9, 0.35, 0.4, 0.77]).astype(float), 'uniform').statistic
        assertThat(KolmogorovSmirnov.statistic(new float[] {0.1f, 0.9f, 0.35f, 0.4f, 0.77f}, x -> x))
                .isCloseTo(0.1999999940395355, within(2e-16));
        // kstest([-1.5, -0.25, 0, 0.5, 2, 0.5], 'norm').statistic, with a tie; two erfc of 1e-15 each.
        float[] tied = {-1.5f, -0.25f, 0f, 0.5f, 2f, 0.5f};
        assertThat(KolmogorovSmirnov.statistic(tied, NORMAL::cumulativeProbability))
                .isCloseTo(0.23462700765040964, within(2e-15));
    }

    @Test
    void agreesWithCommonsMath() {
        float[] sample = Samples.uniform(7, 5000);
        double[] wide = new double[sample.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = sample[i];
        }
        double theirs = new org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest()
                .kolmogorovSmirnovStatistic(new UniformRealDistribution(null, 0, 1), wide);
        // The same differences of the same figures; both divide i by n.
        assertThat(KolmogorovSmirnov.statistic(sample, x -> x)).isCloseTo(theirs, within(2e-16));
    }

    @Test
    void aNanIsNotLost() {
        float[] sample = Samples.normal(1, 1, 1000);
        sample[500] = Float.NaN;
        assertThat(KolmogorovSmirnov.statistic(sample, NORMAL::cumulativeProbability))
                .isNaN();
    }

    @Test
    void criticalValueIsMassarts() {
        // NumPy 2.4.6: np.sqrt(np.log(2 / 1e-9) / (2 * 1e5))
        assertThat(KolmogorovSmirnov.critical(100_000, 1e-9)).isCloseTo(0.01034804643821875, within(7e-18));
    }

    @Test
    void rightSamplesFailNoMoreOftenThanStated() {
        int failures = 0;
        for (int seed = 0; seed < 400; seed++) {
            double d = KolmogorovSmirnov.statistic(Samples.uniform(seed, 500), x -> x);
            failures += d > KolmogorovSmirnov.critical(500, 0.01) ? 1 : 0;
        }
        // As in SubGaussianMeanTest; Massart's bound is nearly exact, so some must fail too.
        assertThat(failures).isBetween(1, 14);
    }

    @Test
    void tooSmallASampleIsRefused() {
        // ln(2e9) / 2 = 10.7.
        assertThat(KolmogorovSmirnov.critical(11, 1e-9)).isLessThan(1);
        assertThatThrownBy(() -> KolmogorovSmirnov.critical(10, 1e-9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10 values are too few for the Kolmogorov-Smirnov test");
        assertThatThrownBy(() -> KolmogorovSmirnov.statistic(new float[0], x -> x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty");
    }
}
