// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChiSquaredVarianceTest {
    private static final double ALPHA = 3e-9;

    /**
     * SciPy 1.17.1: 2 * min(chi2.cdf(c, n), chi2.sf(c, n)). Both sides take exp of a difference of terms of size n ln n, some
     * 1e7 at n = 10^6, each rounded to 1e-16 of it: a relative 1e-9.
     */
    @ParameterizedTest
    @CsvSource({
        "1000, 1100, 0.029228816252590384",
        "1000, 800, 1.621876215759829e-06",
        "100000, 103000, 3.0578260234604484e-11",
        "100000, 97500, 1.7409361935906367e-08",
        "1000000, 1008000, 1.6778325544975067e-08",
        "1000, 3000, 3.2873691687136028e-198",
    })
    void agreesWithSciPy(int n, double chiSquared, double expected) {
        double p = ChiSquaredVariance.pValue(new Moments(n, 0, chiSquared / n), 1, ALPHA);
        assertThat(p).isCloseTo(expected, withinPercentage(1e-7));
    }

    @Test
    void fallsOnBothSidesOfTheRightVariance() {
        // At 60 % the p-value is 1e-241, still above the smallest double.
        double last = 0;
        for (int percent = 60; percent <= 98; percent++) {
            double p = ChiSquaredVariance.pValue(new Moments(10_000, 0, percent / 100.0), 1, ALPHA);
            assertThat(p).isGreaterThan(last);
            last = p;
        }
        last = 1;
        for (int percent = 102; percent <= 140; percent++) {
            double p = ChiSquaredVariance.pValue(new Moments(10_000, 0, percent / 100.0), 1, ALPHA);
            assertThat(p).isLessThan(last);
            last = p;
        }
    }

    @Test
    void extremesAreExtreme() {
        assertThat(ChiSquaredVariance.pValue(new Moments(10_000, 0, 0), 1, ALPHA))
                .isZero();
        assertThat(ChiSquaredVariance.pValue(new Moments(10_000, 0, 1e6), 1, ALPHA))
                .isZero();
        assertThat(ChiSquaredVariance.pValue(new Moments(10_000, 0, Double.POSITIVE_INFINITY), 1, ALPHA))
                .isZero();
        assertThat(ChiSquaredVariance.pValue(new Moments(10_000, 0, Double.NaN), 1, ALPHA))
                .isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.2})
    void rightSamplesFailAsOftenAsStated(double alpha) {
        Trials.assertExactSize(
                alpha,
                2000,
                seed -> ChiSquaredVariance.pValue(Moments.about(0, Samples.normal(seed, 2, 500)), 2, alpha) < alpha);
    }

    @Test
    void tooSmallASampleIsRefused() {
        assertThatThrownBy(() -> ChiSquaredVariance.pValue(new Moments(20, 0, 1), 1, ALPHA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20 values are too few")
                .hasMessageContaining("half the variance would pass");
    }

    /** Exactly: of the two sides the harder one is missed once in a thousand. */
    @ParameterizedTest
    @CsvSource({"64, 1e-3", "1000, 1e-6", "1000000, 1e-9"})
    void theDetectableScaleIsMissedOnceInAThousand(int n, double alpha) {
        double fault = ChiSquaredVariance.detectable(n, alpha);
        double missedAbove = passes(n, alpha, 1 + fault);
        double missedBelow = passes(n, alpha, 1 - fault);
        assertThat(Math.max(missedAbove, missedBelow)).isCloseTo(1e-3, withinPercentage(0.1));
    }

    /** SciPy 1.17.1: sqrt(chi2.isf(alpha / 2, n) / chi2.ppf(1e-3, n)) - 1, within what the Javadoc states: 1e-6, and 1 % below 5. */
    @ParameterizedTest
    @CsvSource({
        "1, 1e-3, 2776.2410678631254, 1",
        "2, 1e-9, 145.3064273992843, 1",
        "5, 1e-3, 9.25460874863721, 1e-4",
        "5, 1e-9, 14.75227172287714, 1e-4",
        "64, 1e-3, 0.7648872613446125, 1e-4",
        "100000, 1e-9, 0.020737198301026938, 1e-4",
    })
    void theDetectableScaleIsAsExactAsStated(int n, double alpha, double expected, double percent) {
        assertThat(ChiSquaredVariance.detectable(n, alpha)).isCloseTo(expected, withinPercentage(percent));
    }

    /** Share of right samples times scale whose p-value is not below alpha, by the p-value itself. */
    private static double passes(int n, double alpha, double scale) {
        double mean = n;
        double from = Bisection.first(x -> p(x, n, alpha) >= alpha, 0, mean);
        double to = Bisection.first(x -> p(x, n, alpha) < alpha, mean, 10 * mean);
        double square = scale * scale;
        return Gamma.regularizedGammaP(n / 2.0, to / square / 2) - Gamma.regularizedGammaP(n / 2.0, from / square / 2);
    }

    private static double p(double chiSquared, int n, double alpha) {
        return ChiSquaredVariance.pValue(new Moments(n, 0, chiSquared / n), 1, alpha);
    }

    @Test
    void theDetectableScaleIsFound() {
        double fault = ChiSquaredVariance.detectable(500, 1e-6);
        Trials.assertFound(
                1000,
                seed -> ChiSquaredVariance.pValue(Moments.about(0, Samples.normal(seed, 1 + fault, 500)), 1, 1e-6)
                        < 1e-6);
        assertThatThrownBy(() -> ChiSquaredVariance.detectable(0, 0.01))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("n is 0, expected 1 or more");
    }
}
