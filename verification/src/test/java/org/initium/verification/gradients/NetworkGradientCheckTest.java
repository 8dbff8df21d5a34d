// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.initium.Slice;
import org.initium.init.Initializers;
import org.initium.nn.Activation;
import org.initium.nn.Layer;
import org.initium.nn.Loss;
import org.initium.nn.Parameter;
import org.initium.nn.Sequential;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.checks.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class NetworkGradientCheckTest {
    private static final int[] SIZES = {6, 9, 7, 4};
    private static final int BATCH = 5;

    /** A layer that changes what it hands back by a factor, or by handing back what came. */
    private record Faulty(Layer layer, double factor, boolean passedThrough) implements Layer {
        @Override
        public String name() {
            return layer.name();
        }

        @Override
        public int inputSize() {
            return layer.inputSize();
        }

        @Override
        public int outputSize() {
            return layer.outputSize();
        }

        @Override
        public List<Parameter> parameters() {
            return layer.parameters();
        }

        @Override
        public void forward(int batch, float[] x, float[] y) {
            layer.forward(batch, x, y);
        }

        @Override
        public void backward(int batch, float[] x, float[] y, float[] dy, float[] dx) {
            layer.backward(batch, x, y, dy, dx);
            for (int i = 0; dx != null && i < batch * inputSize(); i++) {
                dx[i] = passedThrough ? dy[i] : (float) (dx[i] * factor);
            }
        }
    }

    private static Sequential model(Activation hidden, int seed) {
        return Sequential.mlp(
                SIZES, hidden, Initializers.glorotUniform(), Initializers.smallRandom(), Key.of(seed), BATCH);
    }

    private static Verdict verdict(Sequential model, Activation hidden, Loss loss, int seed) {
        float[] x = new float[BATCH * SIZES[0]];
        Samplers.of(Key.of(seed).child(100)).uniform(-1, 1, Slice.all(x.length), x, 0);
        float[] targets = new float[BATCH * loss.targetSize(SIZES[3])];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = loss == Loss.SPARSE_CATEGORICAL_CROSSENTROPY ? i % SIZES[3] : i % 3 / 2f;
        }
        return NetworkGradientCheck.slope(model, SIZES, hidden, loss, BATCH, x, targets);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"RELU", "LEAKY_RELU"})
    void rightNetworksPass(Activation hidden) {
        for (Loss loss : Loss.values()) {
            for (int seed = 0; seed < 10; seed++) {
                Verdict verdict = verdict(model(hidden, seed), hidden, loss, seed);
                assertThat(verdict.passed()).as(loss + ": " + verdict).isTrue();
            }
        }
    }

    /** In one of the five layers: dense, tanh, dense, tanh, dense. The first hands nothing back. */
    @ParameterizedTest
    @CsvSource({"1, 1.001, false", "2, 0.999, false", "3, 1.001, false", "4, 0.999, false", "1, 1, true", "3, 1, true"})
    void aWrongLayerFails(int at, double factor, boolean passedThrough) {
        for (Loss loss : Loss.values()) {
            List<Layer> layers = new ArrayList<>(model(Activation.TANH, 1).layers());
            layers.set(at, new Faulty(layers.get(at), factor, passedThrough));
            Verdict verdict = verdict(new Sequential(layers, BATCH), Activation.TANH, loss, 1);
            assertThat(verdict.passed()).as(loss + ": " + verdict).isFalse();
        }
    }

    @Test
    void kinksAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> verdict(model(Activation.RELU, 1), Activation.RELU, Loss.MEAN_SQUARED_ERROR, 1))
                .withMessageContaining("relu has a kink");
    }
}
