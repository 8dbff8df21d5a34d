// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.initium.Slice;
import org.initium.init.Constant;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.Orthogonal;
import org.initium.init.RandomNormal;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LsuvTest {
    private static final Key KEY = Key.of(3);
    private static final int BATCH = 50;
    private static final int[] SIZES = {20, 30, 30, 30, 5};

    private static float[] batch() {
        float[] x = new float[BATCH * SIZES[0]];
        Samplers.of(Key.of(9)).normal(0.3, 2, Slice.all(x.length), x, 0);
        return x;
    }

    private static Sequential model(Activation activation, Initializer bias) {
        return Sequential.mlp(SIZES, activation, Initializers.glorotUniform(), bias, Key.of(1), BATCH);
    }

    private static double variance(float[] y) {
        double mean = 0;
        double squares = 0;
        for (float value : y) {
            mean += value / (double) y.length;
        }
        for (float value : y) {
            squares += (value - mean) * (value - mean) / y.length;
        }
        return squares;
    }

    /** Measured here by an own pass through the layers, and to be what the records say. */
    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"LINEAR", "RELU", "TANH", "SIGMOID"})
    void outputsOfDenseLayersHaveVarianceOne(Activation activation) {
        Sequential model = model(activation, Initializers.zeros());
        List<Lsuv.Scaling> scalings = new Lsuv(0.001, 10).apply(model, KEY, BATCH, batch());
        assertThat(scalings)
                .extracting(Lsuv.Scaling::kernel)
                .containsExactly("dense/kernel", "dense_1/kernel", "dense_2/kernel", "dense_3/kernel");
        int dense = 0;
        float[] input = batch();
        for (Layer layer : model.layers()) {
            float[] output = new float[BATCH * layer.outputSize()];
            layer.forward(BATCH, input, output);
            if (layer instanceof Dense) {
                Lsuv.Scaling scaling = scalings.get(dense++);
                // Two sums of 1500 terms in different orders.
                assertThat(scaling.after()).isCloseTo(variance(output), within(4 * 1500 * 0x1p-53));
                assertThat(scaling.after()).isCloseTo(1, within(0.001));
                // Without biases the output is linear in the kernel.
                assertThat(scaling.iterations()).isLessThanOrEqualTo(1);
            }
            input = output;
        }
        assertThat(dense).isEqualTo(4);
    }

    /** Biases do not shrink with the kernel: more than one division, and still within the tolerance. */
    @Test
    void biasesTakeMoreIterations() {
        Sequential model = model(Activation.TANH, new RandomNormal(0, 0.5));
        List<Lsuv.Scaling> scalings = new Lsuv(0.001, 20).apply(model, KEY, BATCH, batch());
        assertThat(scalings).allSatisfy(scaling -> assertThat(scaling.after()).isCloseTo(1, within(0.001)));
        assertThat(scalings)
                .anySatisfy(scaling -> assertThat(scaling.iterations()).isGreaterThan(1));
        List<Lsuv.Scaling> hasty = new Lsuv(0.001, 1).apply(model, KEY, BATCH, batch());
        assertThat(hasty).allSatisfy(scaling -> assertThat(scaling.iterations()).isLessThanOrEqualTo(1));
        assertThat(hasty)
                .anySatisfy(scaling -> assertThat(Math.abs(scaling.after() - 1)).isGreaterThan(0.001));
    }

    /** Each kernel is that of an orthogonal MLP of the same key over the square root of the variance. */
    @Test
    void kernelsAreOrthogonalOnes() {
        Sequential model = model(Activation.RELU, Initializers.zeros());
        List<Lsuv.Scaling> scalings = Lsuv.DEFAULT.apply(model, KEY, BATCH, batch());
        Sequential orthogonal =
                Sequential.mlp(SIZES, Activation.RELU, new Orthogonal(1), Initializers.zeros(), KEY, BATCH);
        for (Lsuv.Scaling scaling : scalings) {
            float[] expected = orthogonal.named().get(scaling.kernel()).value();
            float[] w = model.named().get(scaling.kernel()).value();
            assertThat(scaling.iterations()).isEqualTo(1);
            for (int i = 0; i < w.length; i++) {
                assertThat(w[i]).isEqualTo((float) (expected[i] / Math.sqrt(scaling.before())));
            }
        }
    }

    @Test
    void sameBitsAgainAndWhateverTheKernelsWere() {
        Sequential one = model(Activation.RELU, Initializers.zeros());
        Sequential two =
                Sequential.mlp(SIZES, Activation.RELU, Initializers.ones(), Initializers.zeros(), Key.of(2), BATCH);
        List<Lsuv.Scaling> first = Lsuv.DEFAULT.apply(one, KEY, BATCH, batch());
        assertThat(Lsuv.DEFAULT.apply(two, KEY, BATCH, batch())).isEqualTo(first);
        assertThat(Lsuv.DEFAULT.apply(two, KEY, BATCH, batch())).isEqualTo(first);
        for (String path : one.named().keySet()) {
            assertThat(two.named().get(path).value())
                    .isEqualTo(one.named().get(path).value());
        }
    }

    @Test
    void refusesBatchesThatDoNotVary() {
        Sequential model = model(Activation.RELU, Initializers.zeros());
        float[] x = batch();
        float[] alike = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            alike[i] = x[i % SIZES[0]];
        }
        assertRefused(model, alike, BATCH, "x has 50 samples that are all alike, expected a batch that varies");
        assertRefused(model, new float[x.length], BATCH, "x has 50 samples that are all alike");
        assertRefused(model, x, 1, "batch is 1, expected 2 or more");
        assertRefused(model, Arrays.copyOf(x, x.length - 1), BATCH, "x has 999 elements, expected 20 for each of 50");
        x[77] = Float.NaN;
        assertRefused(model, x, BATCH, "x[77] is NaN, expected a finite number");
    }

    /** A bias of -100 lets no ReLU through: the second layer sees zeros, after the first was scaled. */
    @Test
    void refusesDeadLayersAndRestoresTheKernels() {
        Sequential model = model(Activation.RELU, new Constant(-100));
        assertRefused(model, batch(), BATCH, "the output of dense_1/kernel has variance 0.0 on this batch");
        float[] huge = batch();
        Arrays.fill(huge, 0, SIZES[0], 3e38f);
        assertRefused(
                model(Activation.LINEAR, Initializers.zeros()), huge, BATCH, "the output of dense/kernel has variance");
    }

    @Test
    void refusesModelsWithoutDenseLayersAndBadLimits() {
        Sequential model = new Sequential(List.of(Activation.RELU.layer(20)), BATCH);
        assertRefused(model, batch(), BATCH, "model has no dense layer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lsuv(0, 1))
                .withMessage("tolerance is 0.0, expected a finite number above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lsuv(Double.NaN, 1))
                .withMessageStartingWith("tolerance is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lsuv(0.1, 0))
                .withMessage("maxIterations is 0, expected 1 or more");
    }

    private static void assertRefused(Sequential model, float[] x, int batch, String message) {
        List<float[]> before = model.parameters().stream()
                .map(parameter -> parameter.value().clone())
                .toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lsuv.DEFAULT.apply(model, KEY, batch, x))
                .withMessageStartingWith(message);
        for (int i = 0; i < before.size(); i++) {
            assertThat(model.parameters().get(i).value()).isEqualTo(before.get(i));
        }
    }
}
