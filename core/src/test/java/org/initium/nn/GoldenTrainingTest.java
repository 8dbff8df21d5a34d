// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.initium.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fifty updates that Keras 3.15.1 (torch backend) made in double precision, made again; {@code golden/manifest.json}
 * describes the recording. Every layer, loss, activation and rule of SGD on the way has to be right for this to pass.
 */
class GoldenTrainingTest {
    private static final int BATCH = 32;
    private static final int STEPS = 50;
    private static final int TOKENS = 12;
    private static final int WORDS = 50;

    /**
     * Largest relative error of a loss. Keras's own float32 run is off by up to 9.2e-7 (decay_sigmoid), 15 roundings of
     * 2^-24; twice that for another order of the sums.
     */
    private static final double LOSS_TOLERANCE = 2e-6;
    /**
     * Largest error of a final weight, relative to the largest of its tensor. Keras's own float32 is off by up to 9.3e-7,
     * this code by up to 1.1e-6 (mse_tanh); four times that for another order of the sums.
     */
    private static final double WEIGHT_TOLERANCE = 4e-6;

    /**
     * @param name prefix of the files
     * @param activation of the hidden layers; null for embedding and one dense layer
     * @param sizes input, hidden and output sizes
     */
    record Case(String name, Activation activation, int[] sizes, Loss loss, SgdConfig sgd) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        Loss classes = Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
        int[] small = {64, 32, 10};
        return Stream.of(
                new Case("sgd_relu", Activation.RELU, small, classes, SgdConfig.of(0.1)),
                new Case(
                        "momentum_relu",
                        Activation.RELU,
                        new int[] {64, 32, 16, 10},
                        classes,
                        SgdConfig.of(0.05).withMomentum(0.9)),
                new Case(
                        "nesterov_tanh",
                        Activation.TANH,
                        small,
                        classes,
                        SgdConfig.of(0.05).withMomentum(0.9).withNesterov(true)),
                new Case(
                        "decay_sigmoid",
                        Activation.SIGMOID,
                        new int[] {64, 24, 10},
                        classes,
                        SgdConfig.of(0.5).withMomentum(0.5).withWeightDecay(0.001)),
                new Case(
                        "clipnorm_relu",
                        Activation.RELU,
                        small,
                        classes,
                        SgdConfig.of(0.2).withGlobalClipnorm(0.5)),
                new Case(
                        "mse_tanh",
                        Activation.TANH,
                        new int[] {64, 20, 10},
                        Loss.MEAN_SQUARED_ERROR,
                        SgdConfig.of(0.1).withMomentum(0.9)),
                new Case("embedding", null, new int[] {8, 4}, classes, SgdConfig.of(0.5)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void followsKeras(Case run) {
        Dataset data = run.activation() == null ? tokens() : digits(run.loss());
        Sequential model = model(run);
        Sgd sgd = new Sgd(run.sgd(), model.parameters());
        double[] expected = Fixtures.npy(run.name() + ".f64.losses");
        int[] order = new int[data.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        float[] x = new float[BATCH * data.featureSize()];
        float[] targets = new float[BATCH * data.targetSize()];
        assertThat(expected).hasSize(STEPS);
        for (int step = 0; step < STEPS; step++) {
            data.gather(order, step * BATCH, BATCH, x, targets);
            double loss = model.lossAndGradients(BATCH, x, targets, run.loss());
            assertThat(loss)
                    .as("loss of step %d", step)
                    .isCloseTo(expected[step], within(LOSS_TOLERANCE * expected[step]));
            sgd.step();
        }
        for (int w = 0; w < model.parameters().size(); w++) {
            Parameter parameter = model.parameters().get(w);
            double[] trained = Fixtures.npy(run.name() + ".f64.w" + w);
            double largest = 0;
            double error = 0;
            for (int i = 0; i < trained.length; i++) {
                largest = Math.max(largest, Math.abs(trained[i]));
                error = Math.max(error, Math.abs(parameter.value()[i] - trained[i]));
            }
            assertThat(trained).hasSameSizeAs(parameter.value());
            assertThat(error).as("w%d: %s", w, parameter).isLessThan(WEIGHT_TOLERANCE * largest);
        }
    }

    private static Sequential model(Case run) {
        List<Layer> layers = new ArrayList<>();
        int w = 0;
        if (run.activation() == null) {
            Shape shape = Shape.of(WORDS, run.sizes()[0]);
            layers.add(new Embedding(parameter("embeddings", shape, run, w++), TOKENS));
        }
        for (int i = 0; i + 1 < run.sizes().length; i++) {
            int in = run.sizes()[i];
            int out = run.sizes()[i + 1];
            if (i > 0) {
                layers.add(run.activation().layer(in));
            }
            layers.add(new Dense(
                    parameter("kernel", Shape.of(in, out), run, w++), parameter("bias", Shape.of(out), run, w++)));
        }
        return new Sequential(layers, BATCH);
    }

    private static Parameter parameter(String name, Shape shape, Case run, int number) {
        return new Parameter(name, shape, Fixtures.npyFloats(run.name() + ".w" + number));
    }

    private static Dataset tokens() {
        float[] labels = Fixtures.npyFloats("token_labels");
        return new Dataset(labels.length, Fixtures.npyFloats("tokens"), labels);
    }

    private static Dataset digits(Loss loss) {
        Dataset digits = Fixtures.digits();
        double[] recorded = Fixtures.npy("order");
        int[] order = new int[recorded.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) recorded[i];
        }
        float[] x = new float[order.length * 64];
        float[] labels = new float[order.length];
        digits.gather(order, 0, order.length, x, labels);
        return new Dataset(order.length, x, loss == Loss.MEAN_SQUARED_ERROR ? oneHot(labels) : labels);
    }

    private static float[] oneHot(float[] labels) {
        float[] rows = new float[labels.length * 10];
        for (int i = 0; i < labels.length; i++) {
            rows[i * 10 + (int) labels[i]] = 1;
        }
        return rows;
    }
}
