// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GainTest {
    /** torch.nn.init.calculate_gain of PyTorch 2.13.0. */
    @ParameterizedTest
    @CsvSource({
        "linear, 1",
        "conv1d, 1",
        "conv2d, 1",
        "conv3d, 1",
        "conv_transpose1d, 1",
        "conv_transpose2d, 1",
        "conv_transpose3d, 1",
        "sigmoid, 1",
        "tanh, 1.6666666666666667",
        "relu, 1.4142135623730951",
        "leaky_relu, 1.4141428569978354",
        "selu, 0.75"
    })
    void equalsPyTorch(String name, double gain) {
        assertThat(Gain.of(name)).isEqualTo(gain);
    }

    @Test
    void slopes() {
        assertThat(Gain.leakyRelu(0.2)).isEqualTo(1.3867504905630728);
        assertThat(Gain.leakyRelu(0)).isEqualTo(Gain.relu());
        assertThat(Gain.leakyRelu(1)).isEqualTo(Gain.linear());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gain.leakyRelu(Double.NaN))
                .withMessageStartingWith("slope is NaN");
    }

    @Test
    void refusesOtherNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gain.of("gelu"))
                .withMessage("gain 'gelu' is unknown, expected one of conv1d, conv2d, conv3d, conv_transpose1d,"
                        + " conv_transpose2d, conv_transpose3d, leaky_relu, linear, relu, selu, sigmoid, tanh");
    }
}
