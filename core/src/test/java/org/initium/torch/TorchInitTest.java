// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.initium.Recording;
import org.initium.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class TorchInitTest {
    /**
     * Of orthogonal matrices, times the gain: PyTorch factors in single precision. Two single-precision factors of one matrix
     * were 3.8e-6 apart at most (64 x 64 with condition number 501).
     */
    private static final float SINGLE_PRECISION_QR = 1e-5f;

    /** PyTorch 2.13.0: 8 initializers, 4 shapes, 4 seeds, as the file's note gives their parameters. */
    @Test
    void tensorsAreThoseOfPyTorch() {
        JsonNode cases = Recording.read(TorchInitTest.class, "nn_init.json").get("cases");
        assertThat(cases).hasSize(128);
        for (JsonNode recorded : cases) {
            TorchGenerator generator = TorchGenerator.of(recorded.get("seed").asLong());
            assertMatches(first(recorded, generator), recorded, recorded);
        }
    }

    private static float[] first(JsonNode recorded, TorchGenerator generator) {
        Shape shape = shape(recorded);
        return switch (recorded.get("init").asString()) {
            case "uniform_" -> TorchInit.uniform(shape, -0.3, 0.7, generator);
            case "normal_" -> TorchInit.normal(shape, 0.1, 0.3, generator);
            case "xavier_uniform_" -> TorchInit.xavierUniform(shape, 1.5, generator);
            case "xavier_normal_" -> TorchInit.xavierNormal(shape, 1, generator);
            case "kaiming_uniform_" ->
                TorchInit.kaimingUniform(shape, Math.sqrt(5), FanMode.FAN_IN, Nonlinearity.LEAKY_RELU, generator);
            case "kaiming_normal_" -> TorchInit.kaimingNormal(shape, 0, FanMode.FAN_OUT, Nonlinearity.RELU, generator);
            case "trunc_normal_" -> TorchInit.truncNormal(shape, 0, 0.02, -2, 2, generator);
            case "orthogonal_" -> TorchInit.orthogonal(shape, 1, generator);
            default -> throw new IllegalArgumentException(recorded.toString());
        };
    }

    /** PyTorch 2.13.0: two tensors in a row, from src/test/python/torch_recordings.py. */
    @Test
    void secondTensorContinuesTheFirst() {
        JsonNode cases = Recording.read(TorchInitTest.class, "init.json").get("cases");
        assertThat(cases).hasSize(154);
        for (JsonNode recorded : cases) {
            TorchGenerator generator = TorchGenerator.of(recorded.get("seed").asLong());
            for (String turn : new String[] {"first", "second"}) {
                assertMatches(other(recorded, generator), recorded.get(turn), recorded);
            }
        }
    }

    private static float[] other(JsonNode recorded, TorchGenerator generator) {
        Shape shape = shape(recorded);
        return switch (recorded.get("init").asString()) {
            case "uniform_" -> TorchInit.uniform(shape, -1.25, 0.8, generator);
            case "normal_" -> TorchInit.normal(shape, -0.1, 0.3, generator);
            case "xavier_uniform_" -> TorchInit.xavierUniform(shape, 1, generator);
            case "xavier_normal_" -> TorchInit.xavierNormal(shape, 0.7, generator);
            case "kaiming_uniform_" ->
                TorchInit.kaimingUniform(shape, 0.2, FanMode.FAN_OUT, Nonlinearity.LEAKY_RELU, generator);
            case "kaiming_normal_" -> TorchInit.kaimingNormal(shape, 3, FanMode.FAN_IN, Nonlinearity.TANH, generator);
            case "trunc_normal_" -> TorchInit.truncNormal(shape, 0.1, 0.5, -0.2, 0.7, generator);
            case "orthogonal_" -> TorchInit.orthogonal(shape, -1.5, generator);
            case "sparse_" -> TorchInit.sparse(shape, 0.3, 0.5, generator);
            case "eye_" -> TorchInit.eye(shape);
            case "dirac_" -> TorchInit.dirac(shape, 2);
            default -> throw new IllegalArgumentException(recorded.toString());
        };
    }

    private static void assertMatches(float[] actual, JsonNode expected, JsonNode recorded) {
        if (!recorded.get("init").asString().equals("orthogonal_")) {
            assertThat(Recording.of(actual)).as("%s", recorded).isEqualTo(Recording.of(expected));
            return;
        }
        JsonNode head = expected.get("head");
        for (int i = 0; i < head.size(); i++) {
            float element =
                    Float.intBitsToFloat(Integer.parseUnsignedInt(head.get(i).asString(), 16));
            assertThat(actual[i])
                    .as("element %d of %s", i, recorded)
                    .isCloseTo(element, within(1.5f * SINGLE_PRECISION_QR));
        }
    }

    private static Shape shape(JsonNode recorded) {
        return Shape.of(
                recorded.get("shape").valueStream().mapToInt(JsonNode::asInt).toArray());
    }

    /** The table in {@code torch.nn.init.calculate_gain}'s documentation, and PyTorch 2.13.0's slope of 0.01. */
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
    void gains(String name, double gain) {
        Nonlinearity nonlinearity = Nonlinearity.of(name);
        assertThat(nonlinearity.gain()).isEqualTo(gain);
        // Only a leaky ReLU has a slope: sqrt(2 / (1 + 7^2)) = 1/5.
        assertThat(nonlinearity.gain(7)).isEqualTo(nonlinearity == Nonlinearity.LEAKY_RELU ? 0.2 : gain);
    }

    @Test
    void fansOfPyTorchsLayout() {
        Shape shape = Shape.of(64, 32, 3, 5);
        assertThat(FanMode.FAN_IN.fan(shape)).isEqualTo(32 * 15);
        assertThat(FanMode.FAN_OUT.fan(shape)).isEqualTo(64 * 15);
    }

    /** Values of the standard normal law, Abramowitz and Stegun, table 26.1. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.841344746068543",
        "-1, 0.158655253931457",
        "2, 0.977249868051821",
        "-5, 2.866516e-7",
        "8.9, 1",
        "40, 1",
        "-40, 0"
    })
    void distributionFunction(double x, double expected) {
        // The table has 15 decimals; of -5 fewer.
        assertThat(TruncatedNormal.cdf(x)).isCloseTo(expected, within(1e-13));
    }

    @ParameterizedTest
    @EnumSource(FanMode.class)
    void tensorsWithoutElementsDrawNothing(FanMode mode) {
        TorchGenerator generator = TorchGenerator.of(42);
        assertThat(TorchInit.kaimingNormal(Shape.of(0, 5), 0, mode, Nonlinearity.RELU, generator))
                .isEmpty();
        assertThat(TorchInit.xavierUniform(Shape.of(5, 0), 1, generator)).isEmpty();
        assertThat(TorchInit.orthogonal(Shape.of(3, 0), 1, generator)).isEmpty();
        assertThat(TorchInit.sparse(Shape.of(0, 3), 0.5, 1, generator)).isEmpty();
        assertThat(TorchInit.dirac(Shape.of(2, 2, 0), 1)).isEmpty();
        assertThat(generator.nextInt()).isEqualTo(0x5fe1dc66);
    }

    @Test
    void constants() {
        assertThat(TorchInit.zeros(Shape.of(2, 3))).isEqualTo(new float[6]);
        float[] expected = new float[6];
        Arrays.fill(expected, 1);
        assertThat(TorchInit.ones(Shape.of(6))).isEqualTo(expected);
        assertThat(TorchInit.constant(Shape.of(), 0.1)).containsExactly(0.1f);
    }

    @Test
    void badArgumentsAreRefusedBeforeAnythingIsDrawn() {
        TorchGenerator g = TorchGenerator.of(42);
        Shape shape = Shape.of(4, 6);
        Shape vector = Shape.of(4);
        assertRefused(() -> TorchInit.uniform(shape, 1, 0, g), "from 1.0 is above to 0.0");
        assertRefused(() -> TorchInit.normal(shape, 0, -1, g), "stddev is -1.0");
        assertRefused(() -> TorchInit.xavierUniform(vector, 1, g), "of rank 2 or more, got (4,)");
        assertRefused(() -> TorchInit.xavierNormal(shape, -1, g), "gain is -1.0, expected 0 or more");
        assertRefused(() -> TorchInit.xavierNormal(shape, Double.NaN, g), "gain is NaN");
        assertRefused(() -> TorchInit.xavierNormal(Shape.of(0, 0), 1, g), "no connections");
        assertRefused(
                () -> TorchInit.kaimingUniform(shape, Double.NaN, FanMode.FAN_IN, Nonlinearity.RELU, g), "a is NaN");
        assertRefused(
                () -> TorchInit.kaimingNormal(vector, 0, FanMode.FAN_IN, Nonlinearity.RELU, g), "of rank 2 or more");
        assertRefused(() -> TorchInit.truncNormal(shape, 0, 0, -1, 1, g), "stddev is 0.0");
        assertRefused(() -> TorchInit.truncNormal(shape, 0, 1, 1, -1, g), "expected more than 0.3");
        assertRefused(() -> TorchInit.truncNormal(shape, 0, 1, 2, 3, g), "bounds 2.0 and 3.0 hold 0.02");
        assertRefused(() -> TorchInit.truncNormal(shape, 0, 1, Double.NaN, 3, g), "a is NaN");
        assertRefused(() -> TorchInit.orthogonal(vector, 1, g), "orthogonal needs a shape of rank 2 or more");
        assertRefused(() -> TorchInit.orthogonal(shape, Double.NaN, g), "gain is NaN");
        assertRefused(() -> TorchInit.sparse(vector, 0.1, 1, g), "sparse needs a shape of rank 2, got (4,)");
        assertRefused(() -> TorchInit.sparse(shape, 1.1, 1, g), "sparsity is 1.1, expected 0 to 1");
        assertRefused(() -> TorchInit.sparse(shape, Double.NaN, 1, g), "sparsity is NaN");
        assertRefused(() -> TorchInit.eye(vector), "eye needs a shape of rank 2");
        assertRefused(() -> TorchInit.dirac(shape, 1), "dirac needs a shape of rank 3 to 5");
        assertRefused(() -> TorchInit.dirac(Shape.of(4, 4, 3), 3), "groups is 3, expected a divisor of the 4");
        assertRefused(() -> TorchInit.dirac(Shape.of(4, 4, 3), 0), "groups is 0");
        assertRefused(() -> TorchInit.constant(shape, 1e39), "value is 1.0E39");
        assertRefused(() -> Nonlinearity.of("gelu"), "nonlinearity 'gelu' is unknown, expected one of linear, ");
        assertThat(g.nextInt()).isEqualTo(0x5fe1dc66);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }
}
