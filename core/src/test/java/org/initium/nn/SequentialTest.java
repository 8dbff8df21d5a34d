// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.initium.init.Initializer;
import org.initium.random.Key;
import org.junit.jupiter.api.Test;

class SequentialTest {
    private static final Initializer UNIFORM = TestInitializers.uniform(0.5);
    private static final Key KEY = Key.of(9);

    private final Sequential model = Sequential.mlp(new int[] {4, 6, 3}, Activation.TANH, UNIFORM, UNIFORM, KEY, 5);

    @Test
    void buildsAPerceptron() {
        assertThat(model.layers()).extracting(Layer::name).containsExactly("dense", "activation", "dense");
        assertThat(model.layers()).extracting(Layer::outputSize).containsExactly(6, 6, 3);
        assertThat(model.named().keySet())
                .containsExactly("dense/kernel", "dense/bias", "dense_1/kernel", "dense_1/bias");
        assertThat(model.parameters()).containsExactlyElementsOf(model.named().values());
        assertThat(model.parameters().get(2).value())
                .containsExactly(Dense.create(6, 3, UNIFORM, UNIFORM, KEY.child(1))
                        .parameters()
                        .get(0)
                        .value());
    }

    /** The output of a batch is that of its samples one by one, whatever the model did before. */
    @Test
    void predictsSampleBySample() {
        int samples = 13; // Two full batches of 5 and one of 3.
        float[] x = Fixtures.random(41, samples * 4, 1);
        float[] y = new float[samples * 3 + 1];
        y[samples * 3] = 7;
        model.predict(samples, x, y);
        for (int i = 0; i < samples; i++) {
            float[] single = model.forward(1, Arrays.copyOfRange(x, i * 4, i * 4 + 4));
            assertThat(Arrays.copyOf(single, 3)).containsExactly(Arrays.copyOfRange(y, i * 3, i * 3 + 3));
        }
        assertThat(y[samples * 3]).isEqualTo(7);
    }

    /** One small step along the gradient lowers the loss by lr |g|^2, up to the curvature. */
    @Test
    void gradientPointsUphill() {
        float[] x = Fixtures.random(42, 5 * 4, 1);
        float[] labels = {0, 1, 2, 1, 0};
        Loss loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
        double before = model.lossAndGradients(5, x, labels, loss);
        double square = 0;
        for (Parameter parameter : model.parameters()) {
            for (float g : parameter.grad()) {
                square += (double) g * g;
            }
        }
        double lr = 1e-2;
        new Sgd(SgdConfig.of(lr), model.parameters()).step();
        double after = model.lossAndGradients(5, x, labels, loss);
        // The second-order term is lr/2 g'Hg / |g|^2 of the first; |H| < 10 for these sizes, so at most 5 percent.
        assertThat((before - after) / (lr * square)).isBetween(0.95, 1.05);
    }

    @Test
    void refusesLayersThatDoNotFit() {
        Layer relu = Activation.RELU.layer(6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sequential(List.of(relu, Activation.RELU.layer(5)), 1))
                .withMessage("layer 1 takes 5 numbers per sample, the one before it puts out 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sequential(List.of(relu, Embedding.create(9, 2, 6, KEY)), 1))
                .withMessage("layer 1 ('embedding') has no input gradient, expected it first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sequential(List.of(), 1))
                .withMessage("layers is empty, expected one or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sequential(List.of(relu), 0))
                .withMessage("maxBatch is 0, expected 1 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sequential(List.of(relu), 1 << 30))
                .withMessage("maxBatch is 1073741824, too many for a layer of 6 numbers per sample:"
                        + " 6442450944 elements do not fit one array");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sequential.mlp(new int[] {4}, Activation.RELU, UNIFORM, UNIFORM, KEY, 1))
                .withMessage("sizes is [4], expected the input, any hidden layers, the output");
    }

    @Test
    void refusesBatchesThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.forward(6, new float[24]))
                .withMessage("batch is 6, expected 1 to 5");
        assertThatIllegalArgumentException().isThrownBy(() -> model.forward(0, new float[24]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.forward(2, new float[7]))
                .withMessage("x has 7 elements, expected 4 for each of 2 samples");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.predict(2, new float[8], new float[5]))
                .withMessage("x has 8 elements and y has 5, expected 4 and 3 for each of 2 samples");
        assertThatIllegalArgumentException().isThrownBy(() -> model.predict(-1, new float[8], new float[6]));
    }
}
