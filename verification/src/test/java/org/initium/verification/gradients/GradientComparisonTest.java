// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.initium.verification.checks.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientComparisonTest {
    private static final double[] NUMERIC = {4, -1, 0};
    private static final double[] TOLERANCE = {0.25, 0.5, 0.125};

    /** Twice the widest tolerance over the largest derivative; nothing larger passes, whichever component it is in. */
    @ParameterizedTest
    @CsvSource({"0, -0.25", "1, 0.5", "2, -0.125"})
    void theDetectableErrorIsFoundInEveryComponent(int component, float right) {
        float[] analytic = {4, -1, 0};
        analytic[component] += right;
        Verdict passed = GradientComparison.compare(analytic, NUMERIC, TOLERANCE);
        assertThat(passed.passed()).isTrue();
        assertThat(passed.detects().size()).isCloseTo(2 * 0.5 / 4, within(1e-15));
        // A right derivative at the edge of its tolerance, wrong by a little more than what is stated towards the other
        // edge.
        float error = Math.nextUp((float) (4 * passed.detects().size()));
        analytic[component] -= Math.signum(right) * error;
        assertThat(GradientComparison.compare(analytic, NUMERIC, TOLERANCE).passed())
                .isFalse();
    }
}
