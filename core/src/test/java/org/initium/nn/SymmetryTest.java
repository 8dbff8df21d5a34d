// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.initium.random.Key;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What becomes of a network whose hidden units all begin alike: they stay alike, to the bit. */
class SymmetryTest {
    private static final int HIDDEN = 19;
    private static final Loss LOSS = Loss.SPARSE_CATEGORICAL_CROSSENTROPY;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SOFTMAX")
    void equalUnitsStayEqual(Activation activation) {
        Sequential model = train(activation, 0.05, 20);
        float[] kernel = model.parameters().get(0).value(); // (64, HIDDEN)
        float[] bias = model.parameters().get(1).value(); // (HIDDEN)
        float[] next = model.parameters().get(2).value(); // (HIDDEN, 10)
        for (int unit = 1; unit < HIDDEN; unit++) {
            for (int i = 0; i < 64; i++) {
                assertThat(kernel[i * HIDDEN + unit]).isEqualTo(kernel[i * HIDDEN]);
            }
            assertThat(bias[unit]).isEqualTo(bias[0]);
            assertThat(Arrays.copyOfRange(next, unit * 10, unit * 10 + 10)).containsExactly(Arrays.copyOf(next, 10));
        }
        // They did move, each input and each output in its own way.
        assertThat(kernel[20 * HIDDEN]).isNotEqualTo(0.05f).isNotEqualTo(kernel[21 * HIDDEN]);
        assertThat(next[0]).isNotEqualTo(0.05f).isNotEqualTo(next[1]);
    }

    /** With zeros and relu nothing but the last bias ever gets a gradient: the network learns class frequencies only. */
    @ParameterizedTest
    @EnumSource(names = {"RELU", "LEAKY_RELU", "TANH", "GELU", "LINEAR"})
    void zerosStayZero(Activation activation) {
        Sequential model = train(activation, 0, 20);
        for (int p = 0; p < 3; p++) {
            assertThat(model.parameters().get(p).grad()).containsOnly(0);
            assertThat(model.parameters().get(p).value()).containsOnly(0);
        }
        assertThat(model.parameters().get(3).value()).doesNotContain(0);
    }

    private static Sequential train(Activation activation, double weight, int steps) {
        Dataset digits = Fixtures.digits();
        int[] order = new int[digits.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Sequential model = Sequential.mlp(
                new int[] {64, HIDDEN, 10},
                activation,
                TestInitializers.constant(weight),
                TestInitializers.constant(0),
                Key.of(1),
                32);
        Sgd sgd = new Sgd(SgdConfig.of(0.05).withMomentum(0.9), model.parameters());
        float[] x = new float[32 * 64];
        float[] labels = new float[32];
        for (int s = 0; s < steps; s++) {
            digits.gather(order, s * 32, 32, x, labels);
            model.lossAndGradients(32, x, labels, LOSS);
            sgd.step();
        }
        return model;
    }
}
