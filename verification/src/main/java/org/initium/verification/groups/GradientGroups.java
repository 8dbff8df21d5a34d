// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializers;
import org.initium.nn.Activation;
import org.initium.nn.Dense;
import org.initium.nn.Embedding;
import org.initium.nn.Layer;
import org.initium.nn.Loss;
import org.initium.nn.Sequential;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.gradients.ActivationGradientCheck;
import org.initium.verification.gradients.DenseGradientCheck;
import org.initium.verification.gradients.EmbeddingGradientCheck;
import org.initium.verification.gradients.LossGradientCheck;
import org.initium.verification.gradients.NetworkGradientCheck;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.Lazy;
import org.initium.verification.plan.PlannedCheck;

/** Which gradients are checked: every layer, activation and loss, and networks of them, on random inputs. */
public final class GradientGroups {
    /** Samples in a batch, and numbers per sample for activations and losses: small, odd and different. */
    private static final int BATCH = 4;

    private static final int COLUMNS = 5;

    /** Inputs are uniform on {@code [-RANGE, RANGE)}, where every activation curves. */
    private static final double RANGE = 3;

    /** Least magnitude of an input, away from the ReLUs' kink: twice the largest step of a Taylor remainder. */
    private static final float KINK = 0.02f;

    /** Numbers per sample that go into a perceptron, hidden ones, and those that come out: no two alike. */
    private static final int[] PERCEPTRON = {6, 9, 7, 4};

    private GradientGroups() {}

    /** The groups of an implementation's layers, activations and losses. */
    public static List<CheckGroup> of(Implementation implementation) {
        BiFunction<String, Layer, Layer> layers = implementation.layers();
        List<CheckGroup> groups = new ArrayList<>();
        // One element; smaller than a tile of the matrix product; several tiles and ragged ends.
        groups.add(new DenseGroup(layers, 1, 1, 1));
        groups.add(new DenseGroup(layers, BATCH, 7, 5));
        groups.add(new DenseGroup(layers, 9, 33, 19));
        groups.add(new EmbeddingGroup(layers, 11, 6, 3));
        for (Activation activation : Activation.values()) {
            groups.add(new ActivationGroup(layers, activation));
        }
        for (Loss loss : Loss.values()) {
            groups.add(new LossGroup(implementation.losses(), loss));
        }
        // Every loss and every smooth activation of a number once.
        groups.add(new NetworkGroup(layers, Activation.TANH, Loss.SPARSE_CATEGORICAL_CROSSENTROPY));
        groups.add(new NetworkGroup(layers, Activation.GELU, Loss.CATEGORICAL_CROSSENTROPY));
        groups.add(new NetworkGroup(layers, Activation.SIGMOID, Loss.BINARY_CROSSENTROPY));
        groups.add(new NetworkGroup(layers, Activation.LINEAR, Loss.MEAN_SQUARED_ERROR));
        return groups;
    }

    private record DenseGroup(BiFunction<String, Layer, Layer> layers, int batch, int in, int out)
            implements CheckGroup {
        @Override
        public List<PlannedCheck> plan(Key key, Effort effort) {
            Lazy<DenseGradientCheck> check = new Lazy<>(() -> new DenseGradientCheck(
                    layers.apply(
                            "dense",
                            Dense.create(
                                    in,
                                    out,
                                    Initializers.glorotUniform(),
                                    Initializers.of("random_normal"),
                                    key.child(0))),
                    batch,
                    uniform(key.child(1), batch * in, -RANGE, RANGE),
                    uniform(key.child(2), batch * out, -1, 1)));
            String name = DenseGradientCheck.NAME;
            String slope = DenseGradientCheck.SLOPE_NAME;
            String shape = Shape.of(in, out).toString();
            return List.of(
                    PlannedCheck.exact(
                            name, "dense kernel", shape, () -> check.get().kernel()),
                    PlannedCheck.exact(
                            slope, "dense kernel", shape, () -> check.get().kernelSlope()),
                    PlannedCheck.exact(
                            name, "dense bias", shape, () -> check.get().bias()),
                    PlannedCheck.exact(
                            slope, "dense bias", shape, () -> check.get().biasSlope()),
                    PlannedCheck.exact(
                            name, "dense input", shape, () -> check.get().input()),
                    PlannedCheck.exact(
                            slope, "dense input", shape, () -> check.get().inputSlope()));
        }
    }

    private record EmbeddingGroup(BiFunction<String, Layer, Layer> layers, int vocabulary, int dim, int tokens)
            implements CheckGroup {
        private static final String SUBJECT = "embedding table";

        @Override
        public List<PlannedCheck> plan(Key key, Effort effort) {
            String shape = Shape.of(vocabulary, dim).toString();
            return List.of(
                    PlannedCheck.exact(
                            EmbeddingGradientCheck.NAME,
                            SUBJECT,
                            shape,
                            () -> EmbeddingGradientCheck.check(layer(key), BATCH, ids(key), cotangent(key))),
                    PlannedCheck.exact(
                            EmbeddingGradientCheck.SLOPE_NAME,
                            SUBJECT,
                            shape,
                            () -> EmbeddingGradientCheck.slope(layer(key), BATCH, ids(key), cotangent(key))));
        }

        private Layer layer(Key key) {
            return layers.apply("embedding", Embedding.create(vocabulary, dim, tokens, key.child(0)));
        }

        private int[] ids(Key key) {
            int[] ids = new int[BATCH * tokens];
            float[] draws = uniform(key.child(1), ids.length, 0, vocabulary);
            Arrays.setAll(ids, i -> (int) draws[i]);
            // An id twice in one sample, whose gradients add up, whatever the draws.
            ids[1] = ids[0];
            return ids;
        }

        private float[] cotangent(Key key) {
            return uniform(key.child(2), BATCH * dim, -1, 1);
        }
    }

    private record ActivationGroup(BiFunction<String, Layer, Layer> layers, Activation activation)
            implements CheckGroup {
        @Override
        public List<PlannedCheck> plan(Key key, Effort effort) {
            String name = activation.kerasName();
            String shape = Shape.of(BATCH, COLUMNS).toString();
            return List.of(
                    PlannedCheck.exact(
                            ActivationGradientCheck.NAME,
                            name,
                            shape,
                            () -> ActivationGradientCheck.check(name, layer(), BATCH, inputs(key), cotangent(key))),
                    PlannedCheck.exact(
                            ActivationGradientCheck.SLOPE_NAME,
                            name,
                            shape,
                            () -> ActivationGradientCheck.slope(name, layer(), BATCH, inputs(key), cotangent(key))));
        }

        private static float[] cotangent(Key key) {
            return uniform(key.child(1), BATCH * COLUMNS, -1, 1);
        }

        private Layer layer() {
            return layers.apply(activation.kerasName(), activation.layer(COLUMNS));
        }

        private static float[] inputs(Key key) {
            float[] x = uniform(key.child(0), BATCH * COLUMNS, -RANGE, RANGE);
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.copySign(Math.max(Math.abs(x[i]), KINK), x[i]);
            }
            return x;
        }
    }

    private record LossGroup(Function<Loss, LossGradientCheck.Gradient> losses, Loss loss) implements CheckGroup {
        @Override
        public List<PlannedCheck> plan(Key key, Effort effort) {
            String name = loss.kerasName();
            String shape = Shape.of(BATCH, COLUMNS).toString();
            LossGradientCheck.Gradient gradient = losses.apply(loss);
            return List.of(
                    PlannedCheck.exact(
                            LossGradientCheck.NAME,
                            name,
                            shape,
                            () -> LossGradientCheck.check(name, gradient, BATCH, COLUMNS, outputs(key), targets(key))),
                    PlannedCheck.exact(
                            LossGradientCheck.SLOPE_NAME,
                            name,
                            shape,
                            () -> LossGradientCheck.slope(name, gradient, BATCH, COLUMNS, outputs(key), targets(key))));
        }

        private static float[] outputs(Key key) {
            return uniform(key.child(0), BATCH * COLUMNS, -RANGE, RANGE);
        }

        private float[] targets(Key key) {
            return GradientGroups.targets(loss, COLUMNS, key.child(1));
        }
    }

    private record NetworkGroup(BiFunction<String, Layer, Layer> layers, Activation hidden, Loss loss)
            implements CheckGroup {
        @Override
        public List<PlannedCheck> plan(Key key, Effort effort) {
            int outputs = PERCEPTRON[PERCEPTRON.length - 1];
            return List.of(PlannedCheck.exact(
                    NetworkGradientCheck.SLOPE_NAME,
                    "perceptron, " + hidden.kerasName() + ", " + loss.kerasName(),
                    Arrays.stream(PERCEPTRON).mapToObj(Integer::toString).collect(Collectors.joining("-")),
                    () -> NetworkGradientCheck.slope(
                            model(key),
                            PERCEPTRON,
                            hidden,
                            loss,
                            BATCH,
                            uniform(key.child(1), BATCH * PERCEPTRON[0], -1, 1),
                            targets(loss, outputs, key.child(2)))));
        }

        private Sequential model(Key key) {
            Sequential right = Sequential.mlp(
                    PERCEPTRON, hidden, Initializers.glorotUniform(), Initializers.smallRandom(), key.child(0), BATCH);
            return new Sequential(
                    right.layers().stream()
                            .map(layer ->
                                    layers.apply(layer.parameters().isEmpty() ? hidden.kerasName() : "dense", layer))
                            .toList(),
                    BATCH);
        }
    }

    /** Classes, or numbers from 0 to 1. */
    private static float[] targets(Loss loss, int outputs, Key key) {
        boolean classes = loss.targetSize(outputs) == 1;
        float[] targets = uniform(key, BATCH * loss.targetSize(outputs), 0, classes ? outputs : 1);
        for (int i = 0; classes && i < targets.length; i++) {
            targets[i] = (int) targets[i];
        }
        return targets;
    }

    private static float[] uniform(Key key, int n, double low, double high) {
        float[] x = new float[n];
        Samplers.of(key).uniform(low, high, Slice.all(n), x, 0);
        return x;
    }
}
