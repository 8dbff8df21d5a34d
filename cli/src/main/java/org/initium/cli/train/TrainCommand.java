// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.initium.cli.shared.BaseCommand;
import org.initium.cli.shared.InitializerOptions;
import org.initium.cli.shared.JsonOutput;
import org.initium.init.Initializer;
import org.initium.nn.Activation;
import org.initium.nn.Dataset;
import org.initium.nn.History;
import org.initium.nn.Loss;
import org.initium.nn.SgdConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code initium train}: a multilayer perceptron, from its initial weights to its accuracy. */
@Command(
        name = "train",
        description = "Train a multilayer perceptron with SGD and mini-batches.",
        footer = {
            "",
            "Features are scaled to 0 .. 1: digits are divided by 16, IDX images by 255; CSV features are taken as they are."
                    + " --scale-features divides by something else.",
            "Labels are the last column. Losses of several outputs other than sparse_categorical_crossentropy see the"
                    + " class one-hot; those of one output see the label itself.",
            "The validation samples are drawn at random from all of them; which ones depends on --seed only.",
            "--resume restores weights, velocities, the count of updates and the seed: 10 epochs and 10 more are bit for"
                    + " bit 20. From a file without velocities momentum starts at rest.",
            "Exit code 1 if the loss became NaN or infinite; nothing is written to --out then."
        })
public final class TrainCommand extends BaseCommand {
    private static final long DEFAULT_SEED = 42;

    @Option(
            names = "--data",
            paramLabel = "DATA",
            required = true,
            description =
                    "digits (bundled: 1,797 images of 8 x 8), a CSV file, or a folder with train-images-idx3-ubyte and"
                            + " train-labels-idx1-ubyte, plain or .gz.")
    private String data;

    @Option(
            names = "--layers",
            required = true,
            split = ",",
            paramLabel = "SIZE",
            description = "Numbers per sample: features, hidden layers, outputs, such as 64,32,10.")
    private int[] layers;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            defaultValue = "relu",
            description = "Of the hidden layers: linear, relu, leaky_relu, tanh, sigmoid, softmax, gelu"
                    + " (default: ${DEFAULT-VALUE}).")
    private String activation;

    @Option(
            names = "--initializer",
            paramLabel = "NAME",
            defaultValue = "glorot_uniform",
            description = "Of the kernels (default: ${DEFAULT-VALUE}, as in Keras); biases begin at 0.")
    private String initializer;

    @Mixin
    private InitializerOptions initializerOptions;

    @Mixin
    private OptimizerOptions optimizer;

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            defaultValue = "sparse_categorical_crossentropy",
            description = "Or categorical_crossentropy, binary_crossentropy, mean_squared_error"
                    + " (default: ${DEFAULT-VALUE}).")
    private String loss;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            defaultValue = "32",
            description = "Samples per update (default: ${DEFAULT-VALUE}).")
    private int batchSize;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "20",
            description = "Passes over the data, on top of those of --resume (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description =
                    "Of weights, orders and validation samples (default: that of --resume, else " + DEFAULT_SEED + ").")
    private Long seed;

    @Option(
            names = "--validation",
            defaultValue = "0",
            paramLabel = "FRACTION",
            description = "Share of the samples to set aside, drawn at random by --seed (default: none).")
    private double validation;

    @Option(names = "--scale-features", paramLabel = "X", description = "Divide features by X.")
    private Double divisor;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the trained model, .safetensors.")
    private Path outFile;

    @Option(names = "--resume", paramLabel = "FILE", description = "Go on from a model, .safetensors.")
    private Path resume;

    @Option(names = "--history", paramLabel = "FILE", description = "Write losses and accuracies per epoch, CSV.")
    private Path historyFile;

    /** For picocli. */
    public TrainCommand() {}

    @Override
    public Integer call() throws IOException {
        requireWritable("--out", outFile, ".safetensors");
        requireWritable("--history", historyFile, "");
        Initializer recipe = initializerOptions.create(initializer);
        Checkpoint checkpoint = resume == null ? null : Checkpoint.read(resume);
        long root = rootSeed(checkpoint);
        Training training = training(recipe, root);
        int before = 0;
        if (checkpoint != null) {
            before = checkpoint.epochs();
            if (!checkpoint.restore(resume, training.model(), training.sgd())) {
                note(resume + " has no velocities: momentum starts at rest");
            }
        }
        Consumer<History.Epoch> table = json() ? epoch -> {} : new EpochTable(out());
        long start = System.nanoTime();
        History history = training.run(before, epochs, table);
        TrainReport report = new TrainReport(training, history, (System.nanoTime() - start) * 1e-9);
        writeFiles(training, history, before, root);
        if (json()) {
            report.addTo(settings(root)).print(out());
        } else {
            out().println(report.summary());
        }
        report.explanation().ifPresent(this::note);
        return history.diverged() ? 1 : 0;
    }

    private Training training(Initializer recipe, long root) throws IOException {
        if (layers.length < 2 || Arrays.stream(layers).anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("--layers is " + join(layers)
                    + ", expected two sizes or more, each 1 or more: features, hidden layers, outputs");
        }
        Loss criterion = Loss.of(loss);
        Activation function = Activation.of(activation);
        SgdConfig config = optimizer.config();
        TrainingData read = TrainingData.read(data);
        Dataset dataset = read.dataset(
                layers[0], layers[layers.length - 1], criterion, divisor == null ? read.divisor() : divisor);
        return new Training(dataset, layers, function, recipe, criterion, config, batchSize, validation, root);
    }

    private long rootSeed(Checkpoint checkpoint) {
        Long earlier = checkpoint == null ? null : checkpoint.seed();
        if (seed != null && earlier != null && !seed.equals(earlier)) {
            note("--seed " + seed + " is not the " + earlier + " of " + resume
                    + ": validation samples may be ones that it was trained on");
        }
        return seed != null ? seed : earlier != null ? earlier : DEFAULT_SEED;
    }

    private void writeFiles(Training training, History history, int before, long root) throws IOException {
        if (historyFile != null) {
            HistoryFile.write(historyFile, history);
        }
        if (outFile != null && history.diverged()) {
            note(outFile + " is not written: the loss is not finite");
        } else if (outFile != null) {
            Checkpoint.write(outFile, training.model(), training.sgd(), before + epochs, root);
        }
    }

    private JsonOutput settings(long root) {
        return new JsonOutput()
                .put("data", data)
                .put("layers", layers)
                .put("activation", activation)
                .put("initializer", initializer)
                .put("initializer_parameters", initializerOptions.json())
                .put("loss", loss)
                .put("optimizer", optimizer.json())
                .put("batch_size", batchSize)
                .put("epochs", epochs)
                .put("seed", root)
                .put("validation", validation)
                .put("resume", resume == null ? null : resume.toString())
                .put("out", outFile == null ? null : outFile.toString());
    }

    /** Finds out before the training what would spoil it afterwards. */
    private static void requireWritable(String option, Path file, String extension) throws IOException {
        if (file == null) {
            return;
        }
        if (!file.toString().endsWith(extension)) {
            throw new IllegalArgumentException(option + " " + file + ": expected a name that ends in " + extension);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
            throw new IOException(
                    option + " " + file + ": " + (Files.isDirectory(file) ? "is" : folder + " is not") + " a folder");
        }
    }

    private static String join(int[] sizes) {
        return Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }
}
