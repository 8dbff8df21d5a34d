// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.keras;

import java.util.ArrayList;
import java.util.List;
import org.initium.nn.Activation;
import org.initium.nn.Dense;
import org.initium.nn.Embedding;
import org.initium.nn.Layer;
import org.initium.nn.Parameter;
import org.initium.nn.Sequential;

/** Networks around weights that exist already. */
public final class Networks {
    private Networks() {}

    /**
     * A multilayer perceptron with logits at the end.
     *
     * @param dense kernel (in, out) and bias (out,) of each dense layer in turn
     * @param hidden activation between the layers
     * @param maxBatch largest number of samples in a batch
     * @throws IllegalArgumentException if the shapes do not go together
     */
    public static Sequential mlp(List<Parameter> dense, Activation hidden, int maxBatch) {
        return new Sequential(layers(dense, hidden), maxBatch);
    }

    /**
     * An embedding, its average over the tokens of a sample, and dense layers.
     *
     * @param table (vocabulary, dim)
     * @param tokens token ids per sample
     * @param dense as for {@link #mlp}
     * @param hidden activation between the dense layers; null if there is but one
     * @throws IllegalArgumentException if the shapes do not go together
     */
    public static Sequential embedding(
            Parameter table, int tokens, List<Parameter> dense, Activation hidden, int maxBatch) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Embedding(table, tokens));
        layers.addAll(layers(dense, hidden));
        return new Sequential(layers, maxBatch);
    }

    private static List<Layer> layers(List<Parameter> dense, Activation hidden) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < dense.size(); i += 2) {
            if (i > 0) {
                layers.add(hidden.layer(layers.get(layers.size() - 1).outputSize()));
            }
            layers.add(new Dense(dense.get(i), dense.get(i + 1)));
        }
        return layers;
    }
}
