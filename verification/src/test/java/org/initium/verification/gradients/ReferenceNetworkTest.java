// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceNetworkTest {
    /** A few roundings of figures about 1. */
    private static final double ROUNDING = 8e-16;

    @Test
    void denseIsAMatrixProductAndABias() {
        // (1 2) (1 2 3; 4 5 6) + (10 20 30) = (19 32 45)
        double[] y = ReferenceNetwork.dense(
                1, 2, 3, new double[] {1, 2}, new double[] {1, 2, 3, 4, 5, 6}, new double[] {10, 20, 30});
        assertThat(y).containsExactly(19, 32, 45);
    }

    @Test
    void embeddingIsTheAverageOfRows() {
        double[] table = {1, 2, 3, 4, 5, 6};
        assertThat(ReferenceNetwork.embedding(2, 2, 2, new int[] {0, 2, 1, 1}, table))
                .containsExactly(3, 4, 3, 4);
    }

    /** SciPy 1.17.1 and NumPy 2.4.6: x * norm.cdf(x), expit(x), np.tanh(x). */
    @ParameterizedTest
    @CsvSource({
        "linear, -1.5, -1.5",
        "relu, -1.5, 0",
        "relu, 0.5, 0.5",
        "leaky_relu, -1.5, -0.30000000000000004",
        "leaky_relu, 0.5, 0.5",
        "tanh, -1.5, -0.9051482536448665",
        "sigmoid, -1.5, 0.18242552380635635",
        "gelu, -1.5, -0.1002108019032871",
        "gelu, 0.5, 0.34573123063700656",
    })
    void activationsAreTheFunctionsOfTheirNames(String name, double x, double expected) {
        assertThat(ReferenceNetwork.activation(name, 1, 1, new double[] {x})[0]).isCloseTo(expected, within(ROUNDING));
    }

    @Test
    void softmaxIsTakenOverEachSample() {
        // scipy.special.softmax([0, log 2, log 5]) = (1, 2, 5) / 8.
        double[] x = {0, Math.log(2), Math.log(5), 1, 1, 1};
        double[] y = ReferenceNetwork.activation("softmax", 2, 3, x);
        double[] expected = {0.125, 0.25, 0.625, 1 / 3.0, 1 / 3.0, 1 / 3.0};
        for (int i = 0; i < y.length; i++) {
            assertThat(y[i]).isCloseTo(expected[i], within(ROUNDING));
        }
    }

    @Test
    void lossesAreTheMeansOfTheirFormulas() {
        double[] z = {0, Math.log(3), 0, 0};
        // Softmaxes (1/4, 3/4) and (1/2, 1/2): -log 3/4 and -log 1/2.
        assertThat(ReferenceNetwork.loss("sparse_categorical_crossentropy", 2, 2, z, new double[] {1, 0}))
                .isCloseTo((Math.log(4 / 3.0) + Math.log(2)) / 2, within(ROUNDING));
        assertThat(ReferenceNetwork.loss("categorical_crossentropy", 2, 2, z, new double[] {0.5, 0.5, 0, 1}))
                .isCloseTo((Math.log(4) / 2 + Math.log(4 / 3.0) / 2 + Math.log(2)) / 2, within(ROUNDING));
        // Logistic function 1/2, 3/4, 1/2, 1/2; targets 1, 1, 0, 0.5.
        assertThat(ReferenceNetwork.loss("binary_crossentropy", 2, 2, z, new double[] {1, 1, 0, 0.5}))
                .isCloseTo((3 * Math.log(2) + Math.log(4 / 3.0)) / 4, within(ROUNDING));
        assertThat(ReferenceNetwork.loss(
                        "mean_squared_error", 2, 2, new double[] {1, 2, 3, 4}, new double[] {0, 0, 3, 2}))
                .isEqualTo((1 + 4 + 0 + 4) / 4.0);
    }

    @Test
    void aNameWithoutReferenceIsRefused() {
        assertThatThrownBy(() -> ReferenceNetwork.activation("swish", 1, 1, new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'swish'");
        assertThatThrownBy(() -> ReferenceNetwork.loss("hinge", 1, 1, new double[1], new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'hinge'");
    }
}
