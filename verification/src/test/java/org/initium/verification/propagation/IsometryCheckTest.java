// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.initium.init.Orthogonal;
import org.initium.verification.checks.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsometryCheckTest {
    private static final int N = 24;
    private static final int NETS = 10;

    private static int[] square(int depth) {
        int[] widths = new int[depth + 1];
        Arrays.fill(widths, N);
        return widths;
    }

    private static Verdict check(WeightSource weights, double gain, int... widths) {
        return IsometryCheck.check(weights, gain, widths, NETS, TestNets.input(1, widths[0]));
    }

    private static WeightSource orthogonal(double gain) {
        return TestNets.weights(new Orthogonal(gain), 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100})
    void orthogonalNetsKeepLengthsAtAnyDepth(int depth) {
        Verdict verdict = check(orthogonal(1), 1, square(depth));
        assertThat(verdict.passed()).as(verdict.toString()).isTrue();
        assertThat(verdict.detail()).contains("nets of " + depth + " layers");
    }

    @Test
    void gainsAndWideningLayersAreAllowedFor() {
        assertThat(check(orthogonal(1.7), 1.7, 5, 5, 9, 30).passed()).isTrue();
        assertThat(check(orthogonal(1.7), 1, 5, 5, 9, 30).passed()).isFalse();
    }

    /** A gain that is wrong by what is stated, either way, at any depth. */
    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void whatIsDetectableIsDetected(int depth) {
        double fault = IsometryCheck.detectable(N);
        assertThat(fault).isLessThan(1e-4);
        assertThat(check(TestNets.scaled(orthogonal(1), 1 + fault), 1, square(depth))
                        .passed())
                .isFalse();
        assertThat(check(TestNets.scaled(orthogonal(1), 1 - fault), 1, square(depth))
                        .passed())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, 0.5f})
    void oneWrongWeightFails(float wrong) {
        WeightSource weights = (net, layer, shape) -> {
            float[] w = orthogonal(1).draw(net, layer, shape);
            w[3] = net == 2 && layer == 1 ? wrong : w[3];
            return w;
        };
        assertThat(check(weights, 1, square(3)).passed()).isFalse();
    }

    @Test
    void normalWeightsAndZerosFail() {
        assertThat(check(TestNets.weights(TestNets.normal(1), 1), 1, square(2)).passed())
                .isFalse();
        assertThat(check((net, layer, shape) -> new float[shape.intSize()], 1, square(2))
                        .passed())
                .isFalse();
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(orthogonal(1), 1, 5, 4))
                .withMessageContaining("has 4 units for 5 inputs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(orthogonal(1), 0, 5, 5))
                .withMessageContaining("gain is 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> check(orthogonal(1), Double.NaN, 5, 5));
    }
}
