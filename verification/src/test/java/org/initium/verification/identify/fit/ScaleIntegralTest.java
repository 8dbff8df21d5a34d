// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleIntegralTest {
    /** Simpson's rule in ln s, whose integrand is s^-n e^(-squares / 2 s^2); its error at 20,001 points is far below 1e-9. */
    @ParameterizedTest
    @CsvSource({"4, 3.7, 0", "50, 12.5, 0", "50, 12.5, 0.45", "50, 12.5, 0.6", "1000, 0.77e3, 1", "1000, 3e2, 0.2"})
    void agreesWithQuadrature(int n, double squares, double least) {
        double from = StrictMath.log(Math.max(least, 1e-3 * Math.sqrt(squares / n)));
        double to = StrictMath.log(1e4 * Math.sqrt(squares / n));
        double peak = logIntegrand(n, squares, Math.max(Math.max(least, 1e-300), Math.sqrt(squares / n)));
        int steps = 200_000;
        double h = (to - from) / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * StrictMath.exp(logIntegrand(n, squares, StrictMath.exp(from + i * h)) - peak);
        }
        double expected = peak + StrictMath.log(sum * h / 3);
        assertThat(ScaleIntegral.log(n, squares, least)).isCloseTo(expected, within(1e-6));
    }

    private static double logIntegrand(int n, double squares, double s) {
        return -n * StrictMath.log(s) - squares / (2 * s * s);
    }

    /** On either side of x = a, against commons-math's regularized function where that has not underflowed. */
    @ParameterizedTest
    @CsvSource({"2, 0.5", "25, 24.9", "25, 25", "25, 40", "2048, 1600", "2048, 2048", "2048, 4000"})
    void logLowerGammaAgreesWithCommonsMath(double a, double x) {
        double expected = Gamma.logGamma(a) + StrictMath.log(Gamma.regularizedGammaP(a, x));
        // Their continued fraction and series stop at 1e-15 relative, on logarithms up to 1.4e4.
        assertThat(ScaleIntegral.logLowerGamma(a, x)).isCloseTo(expected, within(1e-10 * (1 + Math.abs(expected))));
    }

    /** A million elements: P(5e5, 3.87e5) is some e^-15000; the leading term bounds the series from both sides. */
    @Test
    void doesNotUnderflow() {
        double a = 5e5;
        double x = 3.87e5;
        double leading = a * StrictMath.log(x) - x - StrictMath.log(a);
        // 1 + r + r^2 + ... with r = x / a at most.
        assertThat(ScaleIntegral.logLowerGamma(a, x)).isBetween(leading, leading - StrictMath.log(1 - x / a));
    }

    /** Wilson and Hilferty's approximation against commons-math's chi-squared quantiles; see the figure for 4 in its Javadoc. */
    @ParameterizedTest
    @CsvSource({"4, 0.17", "100, 0.001", "5000, 0.00001"})
    void intervalsAreThoseOfChiSquared(int freedom, double relative) {
        ChiSquaredDistribution law = new ChiSquaredDistribution(null, freedom);
        Interval interval = ScaleIntegral.interval(freedom, 7.5, 0.005);
        assertClose(interval.low(), Math.sqrt(7.5 / law.inverseCumulativeProbability(0.995)), relative);
        assertClose(interval.estimate(), Math.sqrt(7.5 / law.inverseCumulativeProbability(0.5)), relative);
        assertClose(interval.high(), Math.sqrt(7.5 / law.inverseCumulativeProbability(0.005)), relative);
    }

    private static void assertClose(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(relative * expected));
    }
}
