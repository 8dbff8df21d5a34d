// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.keras;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.initium.Shape;
import org.initium.Tensor;

/**
 * Keras 3's {@code .weights.h5}: a group per layer, {@code /layers/dense_1}, in it a group {@code vars} with the attribute
 * {@code name}, the layer's name in the model, and in that the weights by number, {@code 0} the kernel and {@code 1} the
 * bias. Groups are named after the class of the layer and numbered in the order of the model.
 *
 * <p>Layers without weights are listed there too. Those that change nothing in a prediction, or that are computed besides
 * the weights, are passed over, and so is what the optimizer keeps. Any other layer is refused: without it the outputs would
 * be wrong.
 */
final class WeightsH5 {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final String LAYERS = "layers";
    private static final String VARS = "vars";
    private static final String NAME = "name";

    /**
     * Layers that nothing is lost by passing over: input and flattening of what is flat, the noise of training, activations,
     * which the caller names, and the average that follows an embedding. {@code LeakyReLU} is none of them: its slope is 0.3
     * unless given, that of the activation {@code leaky_relu} is 0.2.
     */
    private static final Set<String> PASSED_OVER = Set.of(
            "input_layer",
            "flatten",
            "identity",
            "dropout",
            "spatial_dropout1d",
            "alpha_dropout",
            "gaussian_dropout",
            "gaussian_noise",
            "activity_regularization",
            "activation",
            "re_lu",
            "softmax",
            "global_average_pooling1d");

    private final Path file;

    private WeightsH5(Path file) {
        this.file = file;
    }

    /**
     * Reads the weights of all dense and embedding layers; those of 64 bits are rounded to the nearest float.
     *
     * @throws IOException if the file is of another kind or damaged, or has weights that are of no such layer
     */
    static KerasWeights read(Path file) throws IOException {
        byte[] bytes = bytes(file);
        // From memory, where jHDF cannot reach beyond the end of a damaged file, nor be made to allocate.
        try (HdfFile hdf = HdfFile.fromBytes(bytes)) {
            return new WeightsH5(file).weights(hdf);
        } catch (RuntimeException | StackOverflowError e) { // jHDF throws whatever a damaged file leads it to.
            String reason = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
            throw new IOException(
                    file + ": damaged, or of a kind that cannot be read, such as weights in bfloat16" + reason, e);
        }
    }

    /** The layout of {@link #read} for these weights, with layers numbered from 0. */
    static Hdf5Group layout(KerasWeights weights) {
        Hdf5Group layers = new Hdf5Group();
        for (LayerName.Kind kind : LayerName.Kind.values()) {
            int number = 0;
            for (KerasWeights.Layer layer : weights.of(kind)) {
                String name = new LayerName(kind, number++).toString();
                Hdf5Group vars = new Hdf5Group().withAttribute(NAME, name);
                int weight = 0;
                for (Tensor tensor : layer.tensors().values()) {
                    vars.put(Integer.toString(weight++), tensor);
                }
                layers.put(name, new Hdf5Group().put(VARS, vars));
            }
        }
        return new Hdf5Group().put(LAYERS, layers).put(VARS, new Hdf5Group().withAttribute(NAME, "sequential"));
    }

    private static byte[] bytes(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": is no regular file, expected weights");
        }
        if (Files.size(file) > Integer.MAX_VALUE - 8) { // The longest array that HotSpot makes.
            throw new IOException(file + ": has " + Files.size(file) + " bytes, expected less than 2 GiB");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (startsWith(bytes, ZIP)) {
            throw new IOException(file + ": is a zip archive, as whole models in .keras files are; expected weights,"
                    + " as model.save_weights('m.weights.h5') writes them");
        }
        if (!startsWith(bytes, SIGNATURE)) {
            throw new IOException(file + ": is no HDF5 file, expected one that ends in .safetensors or weights, as"
                    + " model.save_weights('m.weights.h5') writes them");
        }
        return bytes;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private KerasWeights weights(HdfFile hdf) throws IOException {
        Map<String, Node> children = hdf.getChildren();
        if (children.containsKey("model_weights") || hdf.getAttributes().containsKey("layer_names")) {
            throw new IOException(file + ": is in Keras's legacy HDF5 format, expected weights, as Keras 3's"
                    + " model.save_weights('m.weights.h5') writes them");
        }
        if (!children.containsKey(LAYERS)) {
            throw new IOException(file + ": found no group /layers, expected Keras 3's layout of weights");
        }
        if (children.get(VARS) instanceof Group own) {
            refuseWeights(own, "the model itself");
        }
        refuseOthers(children);
        SortedMap<LayerName, KerasWeights.Layer> layers = new TreeMap<>();
        for (Node node : group(children.get(LAYERS)).getChildren().values()) {
            Group layer = group(node);
            Optional<LayerName> name = LayerName.parse(layer.getName());
            if (name.isPresent()) {
                layers.put(name.get(), layer(layer, name.get()));
            } else {
                refuseWeights(layer, title(layer));
                refuseUnknown(layer);
            }
        }
        refuseShared(layers.keySet());
        return KerasWeights.of(file, layers, List.of());
    }

    private KerasWeights.Layer layer(Group layer, LayerName name) throws IOException {
        String title = title(layer);
        List<String> order = name.kind().weights();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Node part : layer.getChildren().values()) {
            if (!part.getName().equals(VARS)) {
                refuseWeights(group(part), title);
                continue;
            }
            for (Node node : group(part).getChildren().values()) {
                int number = order.size() > 1 && node.getName().equals("1") ? 1 : 0;
                if (!node.getName().equals(Integer.toString(number))) {
                    throw new IOException(file + ": " + title + " has a weight " + node.getName() + ", expected only "
                            + order + " of a " + name.kind() + " layer");
                }
                tensors.put(order.get(number), tensor(node, title + ": " + order.get(number)));
            }
        }
        return KerasWeights.layer(file, name, title, tensors);
    }

    /** What messages call a layer: its group, and its name in the model if that is another. */
    private String title(Group layer) throws IOException {
        String path = LAYERS + "/" + layer.getName();
        Node vars = layer.getChildren().get(VARS);
        if (vars == null || !group(vars).getAttributes().containsKey(NAME)) {
            return path;
        }
        Object name = vars.getAttribute(NAME).getData();
        return layer.getName().equals(name) ? path : path + " ('" + name + "')";
    }

    private Group group(Node node) throws IOException {
        if (node.isLink() || !(node instanceof Group group)) {
            throw new IOException(file + ": " + node.getPath() + " is " + (node.isLink() ? "a link" : "no group")
                    + ", expected a group");
        }
        return group;
    }

    /** A subclass of Keras's {@code Model} has its layers beside the group for them, under the names of its attributes. */
    private void refuseOthers(Map<String, Node> children) throws IOException {
        for (String name : children.keySet()) {
            if (!List.of(LAYERS, VARS, "optimizer").contains(name)) {
                throw new IOException(file + ": found a group " + name
                        + ", as in a subclassed model; expected a sequential or functional one, which has only "
                        + LAYERS + ", " + VARS + " and optimizer");
            }
        }
    }

    /** Refuses weights of anything but a dense or embedding layer; the state of a random generator is none. */
    private void refuseWeights(Group layer, String owner) throws IOException {
        List<Group> groups = new ArrayList<>(List.of(layer));
        for (int i = 0; i < groups.size(); i++) {
            for (Node node : groups.get(i).getChildren().values()) {
                if (node instanceof Dataset) {
                    throw new IOException(
                            file + ": " + owner + " has weights, expected only dense and embedding layers to have any");
                }
                // Keras nests a layer's parts this deep at most; a damaged file may nest a group in itself.
                if (!node.getName().equals("seed_generator") && groups.size() < 1000) {
                    groups.add(group(node));
                }
            }
        }
    }

    private void refuseUnknown(Group layer) throws IOException {
        if (!PASSED_OVER.contains(layer.getName().replaceFirst("_\\d+$", ""))) {
            throw new IOException(file + ": " + title(layer)
                    + " is not computed here, expected dense and embedding layers, activations and dropout");
        }
    }

    /** Keras counts a layer that stands in a model twice, but lists it once: a number is left out. */
    private void refuseShared(Set<LayerName> names) throws IOException {
        Map<LayerName.Kind, Integer> counts = new EnumMap<>(LayerName.Kind.class);
        for (LayerName name : names) {
            LayerName expected = new LayerName(name.kind(), counts.merge(name.kind(), 1, Integer::sum) - 1);
            if (!name.equals(expected)) {
                throw new IOException(file + ": found " + LAYERS + "/" + name + " but no " + LAYERS + "/" + expected
                        + ", as in a model that has a layer twice; expected each layer once");
            }
        }
    }

    private Tensor tensor(Node node, String title) throws IOException {
        if (node.isLink() || !(node instanceof ContiguousDataset dataset)) {
            throw new IOException(file + ": " + title + " is "
                    + (node.isLink() ? "a link" : node instanceof Dataset ? "compressed or in chunks" : "no dataset")
                    + ", expected a dataset in one piece, as Keras writes it");
        }
        int width = dataset.getDataType().getSize();
        if (!(dataset.getDataType() instanceof FloatingPoint) || width != Float.BYTES && width != Double.BYTES) {
            throw new IOException(file + ": " + title + " is of type "
                    + dataset.getDataType().getClass().getSimpleName() + " of " + 8 * width
                    + " bits, expected floats of 32 or 64 bits");
        }
        Shape shape = Shape.of(dataset.getDimensions());
        long bytes = Math.multiplyExact(shape.size(), (long) width);
        ByteBuffer buffer = dataset.getBuffer(); // Bounded by the file.
        if (buffer.remaining() != bytes) {
            throw new IOException(file + ": " + title + " has " + buffer.remaining() + " bytes, expected " + bytes
                    + " for shape " + shape);
        }
        float[] data = new float[shape.intSize()];
        for (int i = 0; i < data.length; i++) {
            data[i] = width == Float.BYTES ? buffer.getFloat() : (float) buffer.getDouble();
        }
        return new Tensor(shape, data);
    }
}
