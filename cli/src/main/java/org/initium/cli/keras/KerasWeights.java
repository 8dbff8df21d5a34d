// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.keras;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.initium.Shape;
import org.initium.Tensor;
import org.initium.io.SafeTensors;

/**
 * The weights of a model's embedding and dense layers, in the order of the layers.
 *
 * @param file where they are from, for messages
 * @param layers by Keras's names
 * @param omitted names of tensors that are the optimizer's and not the model's
 */
record KerasWeights(Path file, SortedMap<LayerName, Layer> layers, List<String> omitted) {
    /** What {@code initium train} puts before the name of a weight for its velocity. */
    private static final String VELOCITY = "velocity/";

    /** A weight's path in Keras; the name of the model may stand before it. */
    private static final Pattern PATH = Pattern.compile("(?:sequential(?:_\\d+)?/)?([^/]+)/([^/]+)");

    /**
     * The weights of one layer.
     *
     * @param title what messages call the layer
     * @param tensors by Keras's names and in Keras's order: {@code kernel}, {@code bias}
     */
    record Layer(String title, Map<String, Tensor> tensors) {}

    /**
     * Reads a {@code .safetensors} file by its tensors' paths, or any other file as Keras's {@code .weights.h5}.
     *
     * @throws IOException if the file is malformed, or has weights that are of no dense or embedding layer
     */
    static KerasWeights read(Path file) throws IOException {
        return file.toString().endsWith(".safetensors") ? readSafeTensors(file) : WeightsH5.read(file);
    }

    private static KerasWeights readSafeTensors(Path file) throws IOException {
        Map<LayerName, Map<String, Tensor>> found = new TreeMap<>();
        List<String> omitted = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Map.Entry<String, Tensor> entry : SafeTensors.read(file).tensors().entrySet()) {
            String path = entry.getKey();
            Matcher matcher = PATH.matcher(path);
            Optional<LayerName> name = matcher.matches() ? LayerName.parse(matcher.group(1)) : Optional.empty();
            if (path.startsWith(VELOCITY)) {
                omitted.add(path);
            } else if (name.isEmpty() || !name.get().kind().weights().contains(matcher.group(2))) {
                unknown.add(path);
            } else if (found.computeIfAbsent(name.get(), n -> new LinkedHashMap<>())
                            .put(matcher.group(2), entry.getValue())
                    != null) {
                throw new IOException(
                        file + ": " + name.get() + "/" + matcher.group(2) + " is there twice, once as " + path);
            }
        }
        if (!unknown.isEmpty()) {
            throw new IOException(file + ": found " + String.join(", ", unknown)
                    + ", expected weights of dense and embedding layers by Keras's paths: dense/kernel, dense/bias,"
                    + " dense_1/kernel, embedding/embeddings");
        }
        SortedMap<LayerName, Layer> layers = new TreeMap<>();
        for (Map.Entry<LayerName, Map<String, Tensor>> entry : found.entrySet()) {
            layers.put(
                    entry.getKey(), layer(file, entry.getKey(), entry.getKey().toString(), entry.getValue()));
        }
        return of(file, layers, omitted);
    }

    /**
     * Weights that were read.
     *
     * @throws IOException if there are none
     */
    static KerasWeights of(Path file, SortedMap<LayerName, Layer> layers, List<String> omitted) throws IOException {
        if (layers.isEmpty()) {
            throw new IOException(file + ": found no weights, expected those of a dense layer or an embedding");
        }
        return new KerasWeights(file, layers, omitted);
    }

    /**
     * The weights of one layer, checked.
     *
     * @param title what messages call the layer
     * @param found its tensors in any order
     * @throws IOException if a weight is missing, or their shapes do not go together
     */
    static Layer layer(Path file, LayerName name, String title, Map<String, Tensor> found) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (String weight : name.kind().weights()) {
            Tensor tensor = found.get(weight);
            if (tensor == null) {
                throw new IOException(file + ": " + title + " has no " + weight + ", expected "
                        + name.kind().weights());
            }
            tensors.put(weight, tensor);
        }
        String first = name.kind().weights().get(0);
        Shape shape = tensors.get(first).shape();
        if (shape.rank() != 2 || shape.size() == 0) {
            throw new IOException(file + ": " + title + " has " + first + " of shape " + shape
                    + ", expected rank 2 and no dimension 0");
        }
        if (name.kind() == LayerName.Kind.DENSE) {
            Shape bias = tensors.get("bias").shape();
            if (!bias.equals(Shape.of(shape.dim(1)))) {
                throw new IOException(file + ": " + title + " has bias of shape " + bias + ", expected "
                        + Shape.of(shape.dim(1)) + " to go with its kernel of shape " + shape);
            }
        }
        return new Layer(title, tensors);
    }

    /** The layers of a kind, in order. */
    List<Layer> of(LayerName.Kind kind) {
        List<Layer> chosen = new ArrayList<>();
        layers.forEach((name, layer) -> {
            if (name.kind() == kind) {
                chosen.add(layer);
            }
        });
        return chosen;
    }
}
