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
     * A multilayer perceptron.
     *
     * @param dense kernel (in, out) and bias (out,) of each dense layer in turn
     * @param hidden activation between the layers
     * @param last activation after the last one; linear for logits
     * @param maxBatch largest number of samples in a batch
     * @throws IllegalArgumentException if the shapes do not go together
     */
    public static Sequential mlp(List<Parameter> dense, Activation hidden, Activation last, int maxBatch) {
        List<Layer> layers = new ArrayList<>();
        addDense(layers, dense, hidden, last);
        return new Sequential(layers, maxBatch);
    }

    /**
     * An embedding, its average over the tokens of a sample, and a multilayer perceptron.
     *
     * @param table (vocabulary, dim)
     * @param tokens token ids per sample
     * @throws IllegalArgumentException if the shapes do not go together
     */
    public static Sequential embedding(
            Parameter table, int tokens, List<Parameter> dense, Activation hidden, Activation last, int maxBatch) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Embedding(table, tokens));
        addDense(layers, dense, hidden, last);
        return new Sequential(layers, maxBatch);
    }

    private static void addDense(List<Layer> layers, List<Parameter> dense, Activation hidden, Activation last) {
        for (int i = 0; i < dense.size(); i += 2) {
            Layer layer = new Dense(dense.get(i), dense.get(i + 1));
            Activation activation = i + 2 < dense.size() ? hidden : last;
            layers.add(layer);
            if (activation != Activation.LINEAR) {
                layers.add(activation.layer(layer.outputSize()));
            }
        }
    }
}
