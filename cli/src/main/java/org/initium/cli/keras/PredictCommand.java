// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.keras;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.initium.Shape;
import org.initium.Tensor;
import org.initium.cli.shared.BaseCommand;
import org.initium.cli.shared.JsonOutput;
import org.initium.io.Npy;
import org.initium.nn.Activation;
import org.initium.nn.Sequential;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code initium predict}: the outputs of a trained network, from Keras or from here. */
@Command(
        name = "predict",
        description = "Write the outputs of a network with given weights, such as Keras's.",
        footer = {
            "",
            "Supported are multilayer perceptrons: dense layers with biases, one activation between them, another at the"
                    + " end. If there is an embedding among the weights, --x holds token ids, and the vectors of a sample are"
                    + " averaged (GlobalAveragePooling1D, without a mask) before the first dense layer. The weights do not"
                    + " say which activations a model has: --activation and --output-activation do. Dropout and noise do"
                    + " nothing here, as in Keras's predict; a file with any other layer is refused. Layers are"
                    + " taken one after the other: the file does not tell of an operation between them, such as a sum.",
            "Weights are Keras 3's, as model.save_weights('m.weights.h5') writes them, or .safetensors by Keras's paths, as"
                    + " train --out writes them. Layers follow by number: dense, dense_1, ..., dense_10. Numbers of 64 bits"
                    + " are rounded to 32."
        })
public final class PredictCommand extends BaseCommand {
    /** Large enough for the matrix products to be fast, small enough for activations to stay in the cache. */
    private static final int BATCH = 256;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            required = true,
            description = "Weights, .weights.h5 or .safetensors.")
    private Path weightsFile;

    @Option(
            names = "--layers",
            required = true,
            split = ",",
            paramLabel = "SIZE",
            description = "Units of the dense layers, the last one's are the outputs, such as 32,10.")
    private int[] layers;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            defaultValue = "relu",
            description = "Of the hidden layers: linear, relu, leaky_relu, tanh, sigmoid, softmax, gelu"
                    + " (default: ${DEFAULT-VALUE}).")
    private String activation;

    @Option(
            names = "--output-activation",
            paramLabel = "NAME",
            defaultValue = "linear",
            description = "Of the last layer (default: ${DEFAULT-VALUE}).")
    private String outputActivation;

    @Option(
            names = "--x",
            paramLabel = "FILE",
            required = true,
            description = "Inputs, .npy of shape (samples, features) or (samples, tokens).")
    private Path inputs;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Outputs to write, .npy.")
    private Path file;

    /** For picocli. */
    public PredictCommand() {}

    @Override
    public Integer call() throws IOException {
        if (!file.toString().endsWith(".npy")) {
            throw new IllegalArgumentException("--out " + file + ": expected a name that ends in .npy");
        }
        if (Arrays.stream(layers).anyMatch(units -> units < 1)) {
            throw new IllegalArgumentException("--layers is "
                    + Arrays.stream(layers).mapToObj(Integer::toString).collect(Collectors.joining(","))
                    + ", expected sizes of 1 or more: the units of each dense layer, the last one's are the outputs");
        }
        Activation hidden = Activation.of(activation);
        Activation last = Activation.of(outputActivation);
        Npy.Doubles x = Npy.readDoubles(inputs);
        if (x.shape().rank() != 2 || x.shape().dim(1) == 0) {
            throw new IOException(
                    inputs + ": found shape " + x.shape() + ", expected (samples, features) or (samples, tokens)");
        }
        int samples = x.shape().dim(0);
        KerasWeights weights = KerasWeights.read(weightsFile);
        Sequential model = new WeightedNetwork(weights, layers, hidden, last)
                .model(x.shape().dim(1), Math.clamp(samples, 1, BATCH));
        float[] input = new float[x.data().length];
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) x.data()[i];
        }
        Shape shape = Shape.of(samples, model.outputSize());
        float[] output = new float[shape.intSize()];
        try {
            model.predict(samples, input, output);
        } catch (IllegalArgumentException e) { // A token that the embedding does not have.
            throw new IOException(inputs + ": " + e.getMessage(), e);
        }
        Npy.write(file, new Tensor(shape, output));
        report(weights, shape);
        return 0;
    }

    private void report(KerasWeights weights, Shape shape) {
        if (json()) {
            new JsonOutput()
                    .put("weights", weightsFile.toString())
                    .put("layers", layers)
                    .put("activation", activation)
                    .put("output_activation", outputActivation)
                    .put("embedding", !weights.of(LayerName.Kind.EMBEDDING).isEmpty())
                    .put("x", inputs.toString())
                    .put("out", file.toString())
                    .put("shape", shape.toArray())
                    .print(out());
        } else {
            out().println(file + ": " + shape);
        }
    }
}
