// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import static org.initium.verification.mutants.Mutant.PLANTED;

import java.util.Arrays;
import java.util.List;
import org.initium.nn.Layer;
import org.initium.nn.Loss;
import org.initium.nn.Parameter;
import org.initium.verification.plan.Implementation;

/** Layers, activations and losses that are right forward and wrong backward. */
final class GradientMutants {
    /** The two checks that claim them all. */
    private static final String[] BOTH = {"gradient", "taylor_slope"};

    private GradientMutants() {}

    static List<Mutant> all() {
        return List.of(
                layer(
                        "dense_without_bias",
                        "dense",
                        "a dense layer's bias has no gradient",
                        (layer, pass) -> Arrays.fill(layer.parameters().get(1).grad(), 0)),
                layer(
                        "dense_mean",
                        "dense",
                        "a dense layer averages its kernel's gradient over the batch",
                        (layer, pass) -> scale(
                                1f / pass.batch(), layer.parameters().get(0).grad())),
                layer(
                        "dense_input",
                        "dense",
                        "a dense layer's input gradient is that of the first sample",
                        (layer, pass) -> {
                            for (int i = layer.inputSize(); i < pass.dx().length; i++) {
                                pass.dx()[i] = pass.dx()[i - layer.inputSize()];
                            }
                        }),
                // The first batch that a layer sees is right: only a network shows it, on its second.
                new Mutant(
                        "stale_gradient",
                        "a dense layer hands back the input gradient of the batch before",
                        PLANTED,
                        Implementation.INITIUM.withLayers(
                                (name, right) -> name.equals("dense") ? new Damaged(right, new Stale()) : right),
                        "taylor_slope 6-9-7-4"),
                layer(
                        "embedding_overwrites",
                        "embedding",
                        "an id that occurs twice counts once",
                        GradientMutants::once),
                activation("relu_passes_all", "relu", "relu's derivative is 1 below 0 as well", (x, y) -> 1),
                activation(
                        "leaky_relu_slope",
                        "leaky_relu",
                        "leaky_relu's derivative is 0.01 below 0, where it is 0.2",
                        (x, y) -> x > 0 ? 1 : 0.01),
                activation("tanh_not_squared", "tanh", "tanh's derivative is 1 - y", (x, y) -> 1 - y),
                activation(
                        "tanh_in_the_sixth_digit",
                        "tanh",
                        "tanh's derivative is wrong by one in 100,000",
                        (x, y) -> 1.00001 * (1 - y * y)),
                activation(
                        "sigmoid_of_the_input",
                        "sigmoid",
                        "the logistic function's derivative is x (1 - x)",
                        (x, y) -> x * (1 - x)),
                activation("gelu_approximated", "gelu", "gelu's derivative is that of x sigmoid(1.702 x)", (x, y) -> {
                    double s = 1 / (1 + StrictMath.exp(-1.702 * x));
                    return s + 1.702 * x * s * (1 - s);
                }),
                activation(
                        "softmax_without_neighbours",
                        "softmax",
                        "softmax's derivative is y (1 - y) and nothing else",
                        (x, y) -> y * (1 - y)),
                loss(
                        "loss_summed",
                        "the losses' gradients are those of the sum over the batch",
                        (loss, batch, outputs) -> batch),
                loss(
                        "loss_averaged_twice",
                        "the losses' gradients are averaged over the outputs once more",
                        (loss, batch, outputs) -> 1.0 / outputs),
                loss(
                        "half_a_square",
                        "the gradient of the squared error is that of half of it",
                        (loss, batch, outputs) -> loss == Loss.MEAN_SQUARED_ERROR ? 0.5 : 1));
    }

    /**
     * One backward pass.
     *
     * @param batch number of samples
     * @param x the layer's input
     * @param y its output
     * @param dy gradient with respect to the output
     * @param dx gradient with respect to the input; null if it was not asked for
     */
    record Pass(int batch, float[] x, float[] y, float[] dy, float[] dx) {}

    /** What happens after a backward pass that was right. */
    @FunctionalInterface
    interface Damage {
        void to(Layer layer, Pass pass);
    }

    /** A derivative, element by element, by input and output. */
    @FunctionalInterface
    private interface Derivative {
        double of(double x, double y);
    }

    /** A factor of a loss's gradient. */
    @FunctionalInterface
    private interface Factor {
        double of(Loss loss, int batch, int outputs);
    }

    /** Right layers, damaged. */
    record Damaged(Layer right, Damage damage) implements Layer {
        @Override
        public String name() {
            return right.name();
        }

        @Override
        public int inputSize() {
            return right.inputSize();
        }

        @Override
        public int outputSize() {
            return right.outputSize();
        }

        @Override
        public List<Parameter> parameters() {
            return right.parameters();
        }

        @Override
        public boolean hasInputGradient() {
            return right.hasInputGradient();
        }

        @Override
        public void forward(int batch, float[] x, float[] y) {
            right.forward(batch, x, y);
        }

        @Override
        public void backward(int batch, float[] x, float[] y, float[] dy, float[] dx) {
            right.backward(batch, x, y, dy, dx);
            damage.to(right, new Pass(batch, x, y, dy, dx));
        }
    }

    /** A buffer that is handed on before it is filled. */
    private static final class Stale implements Damage {
        private float[] before;

        @Override
        public void to(Layer layer, Pass pass) {
            if (pass.dx() != null) {
                float[] now = pass.dx().clone();
                System.arraycopy(before == null ? now : before, 0, pass.dx(), 0, now.length);
                before = now;
            }
        }
    }

    private static Mutant layer(String name, String layer, String fault, Damage damage) {
        return new Mutant(
                name,
                fault,
                PLANTED,
                Implementation.INITIUM.withLayers(
                        (kerasName, right) -> kerasName.equals(layer) ? new Damaged(right, damage) : right),
                BOTH);
    }

    private static Mutant activation(String name, String activation, String fault, Derivative derivative) {
        return layer(name, activation, fault, (layer, pass) -> {
            for (int i = 0; i < pass.dx().length; i++) {
                pass.dx()[i] = (float) (pass.dy()[i] * derivative.of(pass.x()[i], pass.y()[i]));
            }
        });
    }

    private static Mutant loss(String name, String fault, Factor factor) {
        return new Mutant(
                name,
                fault,
                PLANTED,
                Implementation.INITIUM.withLosses(loss -> (batch, outputs, z, targets, dz) -> {
                    loss.evaluate(batch, outputs, z, targets, dz);
                    scale((float) factor.of(loss, batch, outputs), dz);
                }),
                BOTH);
    }

    private static void scale(float factor, float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    /** The table's gradient with the last occurrence of an id in place of the sum over all. */
    private static void once(Layer layer, Pass pass) {
        float[] grad = layer.parameters().get(0).grad();
        int dim = layer.outputSize();
        int tokens = layer.inputSize();
        for (int at = 0; at < pass.batch() * tokens; at++) {
            for (int j = 0; j < dim; j++) {
                grad[(int) pass.x()[at] * dim + j] = pass.dy()[at / tokens * dim + j] / tokens;
            }
        }
    }
}
