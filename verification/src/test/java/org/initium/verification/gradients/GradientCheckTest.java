// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.gradients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.initium.Slice;
import org.initium.init.Initializers;
import org.initium.nn.Activation;
import org.initium.nn.Dense;
import org.initium.nn.Embedding;
import org.initium.nn.Layer;
import org.initium.nn.Loss;
import org.initium.nn.Parameter;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.checks.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Right gradients pass and planted faults fail, each as small as a fault gets: one component of one gradient. */
class GradientCheckTest {
    private static final int BATCH = 4;
    private static final int IN = 7;
    private static final int OUT = 5;

    /** A fault in an array of partial derivatives. */
    private enum Fault implements Consumer<float[]> {
        NONE(false, i -> i),
        SIGN(true, i -> -i),
        RELATIVE_1E_3(true, i -> i * 1.001f),
        RELATIVE_1E_5(true, i -> i * 1.00001f),
        ZERO(true, i -> 0),
        NOT_A_NUMBER(true, i -> Float.NaN);

        private interface Change {
            float of(float derivative);
        }

        final boolean wrong;
        private final Change change;

        Fault(boolean wrong, Change change) {
            this.wrong = wrong;
            this.change = change;
        }

        /** Changes the largest component, where a relative error is worth most. */
        @Override
        public void accept(float[] gradient) {
            int largest = 0;
            for (int i = 0; i < gradient.length; i++) {
                largest = Math.abs(gradient[i]) > Math.abs(gradient[largest]) ? i : largest;
            }
            gradient[largest] = change.of(gradient[largest]);
        }

        void expect(Verdict verdict) {
            assertThat(verdict.passed()).as(verdict.toString()).isEqualTo(!wrong);
        }
    }

    /** A layer with a fault: after its backward pass, in the gradient of parameter number {@code target}, or of the input. */
    private record Faulty(Layer layer, Consumer<float[]> fault, int target) implements Layer {
        private static final int INPUT = -1;

        @Override
        public String name() {
            return "faulty";
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
            fault.accept(target == INPUT ? dx : parameters().get(target).grad());
        }
    }

    private static float[] uniform(int key, int n, double low, double high) {
        float[] x = new float[n];
        Samplers.of(Key.of(key)).uniform(low, high, Slice.all(n), x, 0);
        return x;
    }

    private static DenseGradientCheck dense(Fault fault, int target) {
        Layer layer = Dense.create(IN, OUT, Initializers.heNormal(), Initializers.smallRandom(), Key.of(1));
        return new DenseGradientCheck(
                new Faulty(layer, fault, target), BATCH, uniform(2, BATCH * IN, -2, 2), uniform(3, BATCH * OUT, -1, 1));
    }

    @ParameterizedTest
    @EnumSource
    void kernelOfDense(Fault fault) {
        fault.expect(dense(fault, 0).kernel());
    }

    @ParameterizedTest
    @EnumSource
    void biasOfDense(Fault fault) {
        fault.expect(dense(fault, 1).bias());
    }

    @ParameterizedTest
    @EnumSource
    void inputOfDense(Fault fault) {
        fault.expect(dense(fault, Faulty.INPUT).input());
    }

    @ParameterizedTest
    @EnumSource
    void tableOfEmbedding(Fault fault) {
        Layer layer = Embedding.create(6, 3, 2, Key.of(1));
        int[] ids = {0, 0, 5, 1, 2, 3, 0, 1};
        fault.expect(
                EmbeddingGradientCheck.check(new Faulty(layer, fault, 0), BATCH, ids, uniform(3, BATCH * 3, -1, 1)));
    }

    /** A row of the table that no id names must have gradient 0, and not the rest of an earlier batch. */
    @Test
    void unusedRowsOfAnEmbeddingAreChecked() {
        Embedding layer = Embedding.create(6, 3, 2, Key.of(1));
        int[] ids = {0, 0, 5, 1, 2, 3, 0, 1};
        Layer stale = new Faulty(layer, gradient -> gradient[4 * 3] = 1e-6f, 0);
        assertThat(EmbeddingGradientCheck.check(stale, BATCH, ids, uniform(3, BATCH * 3, -1, 1))
                        .passed())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void activations(Activation activation) {
        for (Fault fault : Fault.values()) {
            Layer layer = new Faulty(activation.layer(OUT), fault, Faulty.INPUT);
            float[] x = uniform(4, BATCH * OUT, -3, 3);
            float[] dy = uniform(5, BATCH * OUT, -1, 1);
            fault.expect(ActivationGradientCheck.check(activation.kerasName(), layer, BATCH, x, dy));
        }
    }

    @Test
    void anActivationIsNotMistakenForAnother() {
        float[] x = uniform(4, BATCH * OUT, -3, 3);
        float[] dy = uniform(5, BATCH * OUT, -1, 1);
        for (Activation one : Activation.values()) {
            for (Activation other : Activation.values()) {
                Verdict verdict = ActivationGradientCheck.check(one.kerasName(), other.layer(OUT), BATCH, x, dy);
                assertThat(verdict.passed()).as(one + " " + other).isEqualTo(one == other);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void losses(Loss loss) {
        int targetSize = loss.targetSize(OUT);
        float[] targets = uniform(6, BATCH * targetSize, 0, targetSize == 1 ? OUT : 1);
        for (int i = 0; targetSize == 1 && i < targets.length; i++) {
            targets[i] = (int) targets[i];
        }
        float[] z = uniform(7, BATCH * OUT, -3, 3);
        for (Fault fault : Fault.values()) {
            LossGradientCheck.Gradient gradient = (batch, outputs, logits, wanted, dz) -> {
                loss.evaluate(batch, outputs, logits, wanted, dz);
                fault.accept(dz);
            };
            fault.expect(LossGradientCheck.check(loss.kerasName(), gradient, BATCH, OUT, z, targets));
        }
    }

    /** The commonest fault of a loss: a gradient of the sum and not of the mean. */
    @Test
    void aLossThatForgetsToAverageFails() {
        LossGradientCheck.Gradient sum = (batch, outputs, z, targets, dz) -> {
            Loss.MEAN_SQUARED_ERROR.evaluate(batch, outputs, z, targets, dz);
            for (int i = 0; i < dz.length; i++) {
                dz[i] *= batch;
            }
        };
        float[] z = uniform(7, BATCH * OUT, -3, 3);
        assertThat(LossGradientCheck.check("mean_squared_error", sum, BATCH, OUT, z, new float[BATCH * OUT])
                        .passed())
                .isFalse();
    }
}
