// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.gradients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The slope is 2.00 for every layer, activation and loss of the engine, and not for gradients that are wrong. */
class TaylorSlopeTest {
    private static final int BATCH = 4;
    private static final int IN = 7;
    private static final int OUT = 5;

    /** What is done to every component of a gradient. */
    private enum Fault {
        NONE(g -> g),
        /** Found from 1e-6 on; a float that is off by 3e-6 has that within its rounding of 6e-8. */
        RELATIVE_3E_6(g -> (float) (g * (1 + 3e-6))),
        RELATIVE_MINUS_3E_6(g -> (float) (g * (1 - 3e-6))),
        FACTOR(g -> 4 * g),
        SIGN(g -> -g),
        ZERO(g -> 0f),
        NOT_A_NUMBER(g -> Float.NaN);

        private final UnaryOperator<Float> change;

        Fault(UnaryOperator<Float> change) {
            this.change = change;
        }

        void in(float[] gradient) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = change.apply(gradient[i]);
            }
        }

        void expect(Verdict verdict) {
            assertThat(verdict.passed()).as(this + ": " + verdict).isEqualTo(this == NONE);
        }
    }

    /** A layer whose backward pass has a fault in all gradients. */
    private record Faulty(Layer layer, Fault fault) implements Layer {
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
            parameters().forEach(parameter -> fault.in(parameter.grad()));
            if (dx != null) {
                fault.in(dx);
            }
        }
    }

    /** Uniform on [-range, range), and further than 0.02 from 0. */
    private static float[] uniform(int key, int n, double range) {
        float[] x = new float[n];
        Samplers.of(Key.of(key)).uniform(-range, range, Slice.all(n), x, 0);
        for (int i = 0; i < n; i++) {
            x[i] = Math.copySign(Math.max(Math.abs(x[i]), 0.02f), x[i]);
        }
        return x;
    }

    @ParameterizedTest
    @EnumSource
    void dense(Fault fault) {
        for (int seed = 0; seed < 20; seed++) {
            Layer layer = Dense.create(IN, OUT, Initializers.heNormal(), Initializers.smallRandom(), Key.of(seed));
            DenseGradientCheck check = new DenseGradientCheck(
                    new Faulty(layer, fault), BATCH, uniform(seed, BATCH * IN, 2), uniform(seed + 1, BATCH * OUT, 1));
            fault.expect(check.kernelSlope());
            fault.expect(check.biasSlope());
            fault.expect(check.inputSlope());
        }
    }

    @ParameterizedTest
    @EnumSource
    void embedding(Fault fault) {
        int[] ids = {0, 0, 5, 1, 2, 3, 0, 1};
        for (int seed = 0; seed < 20; seed++) {
            Layer layer = new Faulty(Embedding.create(6, 3, 2, Key.of(seed)), fault);
            fault.expect(EmbeddingGradientCheck.slope(layer, BATCH, ids, uniform(seed, BATCH * 3, 1)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void activations(Activation activation) {
        for (int seed = 0; seed < 20; seed++) {
            for (Fault fault : Fault.values()) {
                fault.expect(ActivationGradientCheck.slope(
                        activation.kerasName(),
                        new Faulty(activation.layer(OUT), fault),
                        BATCH,
                        uniform(2 * seed, BATCH * OUT, 3),
                        uniform(2 * seed + 1, BATCH * OUT, 1)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void losses(Loss loss) {
        int targetSize = loss.targetSize(OUT);
        for (int seed = 0; seed < 20; seed++) {
            float[] targets = uniform(2 * seed, BATCH * targetSize, 0.5);
            for (int i = 0; i < targets.length; i++) {
                targets[i] = targetSize == 1 ? i % OUT : targets[i] + 0.5f;
            }
            float[] z = uniform(2 * seed + 1, BATCH * OUT, 3);
            for (Fault fault : Fault.values()) {
                LossGradientCheck.Gradient gradient = (batch, outputs, logits, wanted, dz) -> {
                    loss.evaluate(batch, outputs, logits, wanted, dz);
                    fault.in(dz);
                };
                fault.expect(LossGradientCheck.slope(loss.kerasName(), gradient, BATCH, OUT, z, targets));
            }
        }
    }
}
