// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializers;
import org.initium.nn.Activation;
import org.initium.nn.Dense;
import org.initium.nn.Embedding;
import org.initium.nn.Loss;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.gradients.ActivationGradientCheck;
import org.initium.verification.gradients.DenseGradientCheck;
import org.initium.verification.gradients.EmbeddingGradientCheck;
import org.initium.verification.gradients.LossGradientCheck;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Lazy;
import org.initium.verification.plan.PlannedCheck;

/** Which gradients are checked: every layer, activation and loss, on random inputs. */
public final class GradientGroups {
    /** Samples in a batch, and numbers per sample for activations and losses: small, odd and different. */
    private static final int BATCH = 4;

    private static final int COLUMNS = 5;

    /** Inputs are uniform on {@code [-RANGE, RANGE)}, where every activation curves. */
    private static final double RANGE = 3;

    /** Least magnitude of an input, 100 steps of the difference quotient away from the ReLUs' kink. */
    private static final float KINK = 1e-3f;

    private GradientGroups() {}

    public static List<CheckGroup> all() {
        List<CheckGroup> groups = new ArrayList<>();
        // One element; smaller than a tile of the matrix product; several tiles and ragged ends.
        groups.add((key, effort) -> dense(key, 1, 1, 1));
        groups.add((key, effort) -> dense(key, BATCH, 7, 5));
        groups.add((key, effort) -> dense(key, 9, 33, 19));
        groups.add((key, effort) -> List.of(embedding(key, 11, 6, 3)));
        for (Activation activation : Activation.values()) {
            groups.add((key, effort) -> List.of(activation(key, activation)));
        }
        for (Loss loss : Loss.values()) {
            groups.add((key, effort) -> List.of(loss(key, loss)));
        }
        return groups;
    }

    private static List<PlannedCheck> dense(Key key, int batch, int in, int out) {
        Lazy<DenseGradientCheck> check = new Lazy<>(() -> new DenseGradientCheck(
                Dense.create(in, out, Initializers.glorotUniform(), Initializers.of("random_normal"), key.child(0)),
                batch,
                uniform(key.child(1), batch * in, -RANGE, RANGE),
                uniform(key.child(2), batch * out, -1, 1)));
        String shape = Shape.of(in, out).toString();
        return List.of(
                new PlannedCheck(
                        DenseGradientCheck.NAME,
                        "dense kernel",
                        shape,
                        false,
                        alpha -> check.get().kernel()),
                new PlannedCheck(
                        DenseGradientCheck.NAME,
                        "dense bias",
                        shape,
                        false,
                        alpha -> check.get().bias()),
                new PlannedCheck(
                        DenseGradientCheck.NAME,
                        "dense input",
                        shape,
                        false,
                        alpha -> check.get().input()));
    }

    private static PlannedCheck embedding(Key key, int vocabulary, int dim, int tokens) {
        String shape = Shape.of(vocabulary, dim).toString();
        return new PlannedCheck(EmbeddingGradientCheck.NAME, "embedding table", shape, false, alpha -> {
            int[] ids = new int[BATCH * tokens];
            float[] draws = uniform(key.child(1), ids.length, 0, vocabulary);
            Arrays.setAll(ids, i -> (int) draws[i]);
            // An id twice in one sample, whose gradients add up, whatever the draws.
            ids[1] = ids[0];
            return EmbeddingGradientCheck.check(
                    Embedding.create(vocabulary, dim, tokens, key.child(0)),
                    BATCH,
                    ids,
                    uniform(key.child(2), BATCH * dim, -1, 1));
        });
    }

    private static PlannedCheck activation(Key key, Activation activation) {
        String name = activation.kerasName();
        String shape = Shape.of(BATCH, COLUMNS).toString();
        return new PlannedCheck(ActivationGradientCheck.NAME, name, shape, false, alpha -> {
            float[] x = uniform(key.child(0), BATCH * COLUMNS, -RANGE, RANGE);
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.copySign(Math.max(Math.abs(x[i]), KINK), x[i]);
            }
            float[] dy = uniform(key.child(1), BATCH * COLUMNS, -1, 1);
            return ActivationGradientCheck.check(name, activation.layer(COLUMNS), BATCH, x, dy);
        });
    }

    private static PlannedCheck loss(Key key, Loss loss) {
        String name = loss.kerasName();
        String shape = Shape.of(BATCH, COLUMNS).toString();
        return new PlannedCheck(LossGradientCheck.NAME, name, shape, false, alpha -> {
            boolean classes = loss.targetSize(COLUMNS) == 1;
            float[] targets = uniform(key.child(1), BATCH * loss.targetSize(COLUMNS), 0, classes ? COLUMNS : 1);
            for (int i = 0; classes && i < targets.length; i++) {
                targets[i] = (int) targets[i];
            }
            float[] z = uniform(key.child(0), BATCH * COLUMNS, -RANGE, RANGE);
            return LossGradientCheck.check(name, loss::evaluate, BATCH, COLUMNS, z, targets);
        });
    }

    private static float[] uniform(Key key, int n, double low, double high) {
        float[] x = new float[n];
        Samplers.of(key).uniform(low, high, Slice.all(n), x, 0);
        return x;
    }
}
