// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.keras;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.initium.Shape;
import org.initium.Tensor;
import org.initium.nn.Activation;
import org.initium.nn.Parameter;
import org.initium.nn.Sequential;

/**
 * The network that {@code predict} was asked for, around the weights that it was given.
 *
 * @param weights all of them; there may be an embedding
 * @param units of the dense layers, each 1 or more
 * @param hidden activation between the dense layers
 * @param last activation after the last one
 */
record WeightedNetwork(KerasWeights weights, int[] units, Activation hidden, Activation last) {
    /**
     * Puts the network together.
     *
     * @param features numbers per sample that go in: features, or tokens if there is an embedding
     * @param maxBatch largest number of samples in a batch
     * @throws IOException if the weights are not those of such a network; the message names layer, found and expected
     */
    Sequential model(int features, int maxBatch) throws IOException {
        List<KerasWeights.Layer> embeddings = weights.of(LayerName.Kind.EMBEDDING);
        List<KerasWeights.Layer> dense = weights.of(LayerName.Kind.DENSE);
        if (embeddings.size() > 1) {
            throw new IOException(weights.file() + ": has " + titles(embeddings) + ", expected one embedding at most");
        }
        if (dense.size() != units.length) {
            throw new IOException(weights.file() + ": has " + dense.size() + " dense layers" + list(dense)
                    + ", expected " + units.length + " by --layers " + join()
                    + " (units of the dense layers, without the inputs)");
        }
        Tensor table = embeddings.isEmpty() ? null : embeddings.get(0).tensors().get("embeddings");
        int in = table == null ? features : table.shape().dim(1);
        String source = table == null
                ? "--x has " + features + " features"
                : embeddings.get(0).title() + " has vectors of " + in;
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < units.length; i++) {
            KerasWeights.Layer layer = dense.get(i);
            check(layer, Shape.of(in, units[i]), i == 0 ? " and " + source : "");
            layer.tensors().forEach((name, tensor) -> parameters.add(parameter(name, tensor)));
            in = units[i];
        }
        return table == null
                ? Networks.mlp(parameters, hidden, last, maxBatch)
                : Networks.embedding(parameter("embeddings", table), features, parameters, hidden, last, maxBatch);
    }

    private void check(KerasWeights.Layer layer, Shape expected, String because) throws IOException {
        Shape found = layer.tensors().get("kernel").shape();
        if (!found.equals(expected)) {
            throw new IOException(weights.file() + ": " + layer.title() + " has kernel of shape " + found
                    + ", expected " + expected + ", as --layers is " + join() + because);
        }
    }

    private static Parameter parameter(String name, Tensor tensor) {
        return new Parameter(name, tensor.shape(), tensor.data());
    }

    private static String list(List<KerasWeights.Layer> layers) {
        return layers.isEmpty() ? "" : " (" + titles(layers) + ")";
    }

    private static String titles(List<KerasWeights.Layer> layers) {
        return layers.stream().map(KerasWeights.Layer::title).collect(Collectors.joining(", "));
    }

    private String join() {
        return Arrays.stream(units).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }
}
