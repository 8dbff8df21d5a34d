// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.gradients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.initium.verification.checks.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaylorRemainderTest {
    private static final double[] POINT = {0.3, -0.7, 0.2, 1.1};

    /** A sum: its gradient is 1 in each coordinate. */
    private static double sum(double[] x) {
        return Arrays.stream(x).sum();
    }

    private static Verdict verdict(ToDoubleFunction<double[]> f, float... gradient) {
        return TaylorRemainder.ofALayer(f, POINT, gradient);
    }

    /**
     * Relative errors of multiples of 2^-24, which floats hold exactly about 1: 18 are 1.07e-6 and 17 are 1.01e-6, which must be
     * found; 2, two roundings, turn the slope by log10(1.033 / 1.0033) = 0.013.
     */
    @ParameterizedTest
    @CsvSource({"0, true", "2, true", "-2, true", "18, false", "-17, false", "1000000, false", "-16777216, false"})
    void aRelativeErrorOfAMillionthIsFound(int errors, boolean passes) {
        float g = (float) (1 + errors * 0x1p-24);
        Verdict verdict = verdict(TaylorRemainderTest::sum, g, g, g, g);
        assertThat(verdict.passed()).as(verdict.toString()).isEqualTo(passes);
    }

    /** Whatever its own curvature is, c is what it should be. */
    @ParameterizedTest
    @ValueSource(doubles = {-100, -1, 0, 1, 100})
    void theCurvatureIsChosen(double k) {
        ToDoubleFunction<double[]> f = x -> {
            double squares = 0;
            for (int i = 0; i < x.length; i++) {
                squares += (x[i] - POINT[i]) * (x[i] - POINT[i]);
            }
            return sum(x) + k / 2 * squares;
        };
        // The slope is right but for rounding: of f, 1e-15 in 1.4e-10.
        assertThat(verdict(f, 1, 1, 1, 1).statistic()).isLessThan(1e-4);
        float g = 1 + 18 * 0x1p-24f;
        assertThat(verdict(f, g, g, g, g).passed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0, -1})
    void oneWrongDerivativeFails(float wrong) {
        assertThat(verdict(TaylorRemainderTest::sum, 1, 1, wrong, 1).passed()).isFalse();
    }

    /** Without a slope there is nothing to judge, and no verdict. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void aFlatFunctionFails(double value) {
        assertThat(verdict(x -> value, 0, 0, 0, 0).passed()).isFalse();
    }
}
