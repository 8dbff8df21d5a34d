// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(KolmogorovSmirnov.statistic(sample, x -> 0.5)).isNaN();
    }

    @Test
    void criticalValueIsMassarts() {
        // NumPy 2.4.6: np.sqrt(np.log(2 / 1e-9) / (2 * 1e5))
        assertThat(KolmogorovSmirnov.critical(100_000, 1e-9)).isCloseTo(0.01034804643821875, within(7e-18));
    }

    /** L. H. Miller (1956), "Table of Percentage Points of Kolmogorov Statistics", JASA 51(273), to its five digits. */
    @ParameterizedTest
    @CsvSource({
        "10, 0.05, 0.40925",
        "10, 0.01, 0.48893",
        "20, 0.05, 0.29408",
        "20, 0.01, 0.35241",
        "50, 0.01, 0.22604",
        "100, 0.01, 0.16081"
    })
    void smallCriticalValuesAreThePublishedOnes(int n, double alpha, double expected) {
        assertThat(KolmogorovSmirnov.critical(n, alpha)).isCloseTo(expected, within(6e-6));
    }

    /** SciPy 1.17.1: smirnovi(n, alpha / 2), for which kstwo.sf gives alpha to 1e-10; its kstwo.isf is off by 1e-5. */
    @ParameterizedTest
    @CsvSource({
        "64, 0.001, 0.23991432284081549",
        "64, 1e-09, 0.3994297215633449",
        "200, 1e-06, 0.18895770354519928",
        "1000, 0.001, 0.061462226219893994",
        "1000, 1e-09, 0.10320233444697423"
    })
    void exactCriticalValuesAgreeWithSciPy(int n, double alpha, double expected) {
        assertThat(KolmogorovSmirnov.critical(n, alpha)).isCloseTo(expected, within(1e-12));
    }

    /** One value: D+ = 1 - u; two: its law by hand, {@code P(D+ >= d) = (1 - d)^2 + 2 d (1/2 - d)} below 1/2. */
    @Test
    void oneSideIsInClosedForm() {
        for (double d = 0.05; d < 1; d += 0.1) {
            assertThat(KolmogorovSmirnov.oneSided(1, d)).isCloseTo(1 - d, within(1e-15));
            double two = (1 - d) * (1 - d) + (d < 0.5 ? 2 * d * (0.5 - d) : 0);
            assertThat(KolmogorovSmirnov.oneSided(2, d)).isCloseTo(two, within(1e-15));
        }
    }

    /** Marsaglia, Tsang and Wang's matrix, as commons-math3 has it: one minus it keeps 1e-12 of 1. */
    @ParameterizedTest
    @CsvSource({"15, 1e-3", "64, 1e-3", "64, 1e-6", "140, 1e-4"})
    void exactCriticalValuesAgreeWithCommonsMath(int n, double alpha) {
        double d = KolmogorovSmirnov.critical(n, alpha);
        double theirs = 1 - new org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest().cdf(d, n);
        assertThat(theirs).isCloseTo(alpha, within(1e-11));
    }

    @Test
    void criticalValuesFallWithNAndAlpha() {
        double last = 1;
        for (int n : new int[] {64, 200, 999, 1000, 2000, 100_000}) {
            double critical = KolmogorovSmirnov.critical(n, 1e-6);
            assertThat(critical).isLessThan(last).isLessThan(KolmogorovSmirnov.critical(n, 1e-7));
            last = critical;
        }
        // What Massart's bound costs at 1,000: 1 / (6 n c) + c^2 / 9 = 0.28 %.
        double exact = KolmogorovSmirnov.critical(1000, 1e-6);
        assertThat(Math.sqrt(Math.log(2e6) / 2000) / exact - 1).isBetween(0.0025, 0.003);
    }

    @Test
    void rightSamplesFailAsOftenAsStated() {
        double critical = KolmogorovSmirnov.critical(500, 0.01);
        Trials.assertExactSize(
                0.01, 2000, seed -> KolmogorovSmirnov.statistic(Samples.uniform(seed, 500), x -> x) > critical);
    }

    /** The distribution function that lies above by the detectable distance, in the middle where counts vary most. */
    @Test
    void theDetectableDistanceIsFound() {
        int n = 2000;
        double critical = KolmogorovSmirnov.critical(n, 1e-6);
        double distance = KolmogorovSmirnov.detectable(n, 1e-6);
        Trials.assertFound(1000, seed -> distance(bent(seed, n, distance)) > critical);
        Trials.assertMissed(200, seed -> distance(bent(seed, n, 0.5 * distance)) > critical);
    }

    private static double distance(float[] sample) {
        return KolmogorovSmirnov.statistic(sample, x -> x);
    }

    /** Two straight lines that meet at (1/2, 1/2 + distance). */
    private static float[] bent(int seed, int n, double distance) {
        float[] x = Samples.uniform(seed, n);
        for (int i = 0; i < n; i++) {
            double u = x[i];
            double corner = 0.5 + distance;
            x[i] = (float) (u < corner ? u / corner / 2 : 1 - (1 - u) / (1 - corner) / 2);
        }
        return x;
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

    @Test
    void aDistanceThatCannotBeIsNotDetectable() {
        // At 1e-3 of 10 values 0.58 and sqrt(ln(1000) / 20) = 0.59; of 20 values 0.42 and 0.42.
        assertThat(KolmogorovSmirnov.detectable(10, 1e-3)).isInfinite();
        assertThat(KolmogorovSmirnov.detectable(20, 1e-3)).isBetween(0.8, 0.9);
    }

    @Test
    void sizesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> KolmogorovSmirnov.critical(-5, 1e-3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("n is -5, expected 1 or more");
        assertThat(KolmogorovSmirnov.critical(1L << 40, 1e-3)).isCloseTo(0x1p-20 * 1.9494746, within(1e-13));
    }
}
