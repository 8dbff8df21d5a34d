// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.initium.Shape;
import org.initium.cli.keras.Networks;
import org.initium.io.Digits;
import org.initium.io.LabelledImages;
import org.initium.io.Npy;
import org.initium.nn.Activation;
import org.initium.nn.Dataset;
import org.initium.nn.Loss;
import org.initium.nn.Parameter;
import org.initium.nn.Sequential;
import org.initium.nn.Sgd;

/** Makes recorded trainings again, update by update, from the recorded weights and in the recorded order of samples. */
final class Replay {
    /** Largest grey level of the digits, by which the recordings divide. */
    private static final double WHITE = 16;

    private final Path folder;
    private final TraceManifest manifest;
    private final TraceFiles files;

    /**
     * Replays the trainings of a folder.
     *
     * @param folder where the arrays are
     * @param manifest what the folder holds
     */
    Replay(Path folder, TraceManifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
        this.files = new TraceFiles(folder);
    }

    /**
     * How far a replay, and Keras's own float32 training, end up from Keras's float64 training.
     *
     * @param name of the case
     * @param parameters shapes of the weights, by their number
     * @param losses of Initium; {@code at} is the step, from 0
     * @param weights of Initium; {@code at} is the number of the tensor
     * @param kerasLosses of Keras's float32 training
     * @param kerasWeights of Keras's float32 training
     */
    record Result(
            String name,
            List<String> parameters,
            Difference losses,
            Difference weights,
            Difference kerasLosses,
            Difference kerasWeights) {}

    /**
     * Replays one case.
     *
     * @throws IOException if a file is missing, malformed or of the wrong shape
     */
    Result run(TraceCase trace) throws IOException {
        Sequential model;
        Dataset data;
        if (trace.isEmbedding()) {
            Shape table = files.readAny(trace.name() + ".w0", 2).shape();
            data = tokens(table.dim(0));
            model = embedding(trace, table, data.featureSize());
        } else {
            Dataset digits = digits(trace);
            model = mlp(trace);
            // Only now: the weights' files have confirmed the number of outputs that the manifest claims.
            data = isOneHot(trace) ? oneHot(digits, model.outputSize()) : digits;
        }
        checkTargets(trace, model, data);
        double[] losses = train(trace, model, data);
        String name = trace.name();
        double[] expected = files.read(name + ".f64.losses", Shape.of(manifest.steps()));
        double[] keras = files.read(name + ".f32.losses", Shape.of(manifest.steps()));
        Difference weights = Difference.NONE;
        Difference kerasWeights = Difference.NONE;
        List<String> parameters = new ArrayList<>();
        for (int w = 0; w < model.parameters().size(); w++) {
            Parameter parameter = model.parameters().get(w);
            double[] trained = files.read(name + ".f64.w" + w, parameter.shape());
            double[] single = files.read(name + ".f32.w" + w, parameter.shape());
            weights = weights.max(Difference.ofTensor(trained, widen(parameter.value())), w);
            kerasWeights = kerasWeights.max(Difference.ofTensor(trained, single), w);
            parameters.add(parameter.toString());
        }
        return new Result(
                name,
                parameters,
                Difference.ofEach(expected, losses),
                weights,
                Difference.ofEach(expected, keras),
                kerasWeights);
    }

    /** The loss of each step before its update. */
    private double[] train(TraceCase trace, Sequential model, Dataset data) {
        Sgd sgd = new Sgd(trace.sgd(), model.parameters());
        int batch = manifest.batchSize();
        int[] order = new int[data.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        float[] x = new float[batch * data.featureSize()];
        float[] targets = new float[batch * data.targetSize()];
        double[] losses = new double[manifest.steps()];
        for (int step = 0; step < losses.length; step++) {
            data.gather(order, step * batch, batch, x, targets);
            losses[step] = model.lossAndGradients(batch, x, targets, trace.loss());
            sgd.step();
        }
        return losses;
    }

    private Sequential mlp(TraceCase trace) throws IOException {
        int[] sizes = trace.sizes();
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i + 1 < sizes.length; i++) {
            parameters.add(start(trace, "kernel", Shape.of(sizes[i], sizes[i + 1]), parameters.size()));
            parameters.add(start(trace, "bias", Shape.of(sizes[i + 1]), parameters.size()));
        }
        return Networks.mlp(parameters, trace.hidden(), Activation.LINEAR, manifest.batchSize());
    }

    private Sequential embedding(TraceCase trace, Shape table, int tokens) throws IOException {
        int outputs = files.readAny(trace.name() + ".w2", 1).shape().dim(0);
        List<Parameter> dense = List.of(
                start(trace, "kernel", Shape.of(table.dim(1), outputs), 1), start(trace, "bias", Shape.of(outputs), 2));
        return Networks.embedding(
                start(trace, "embeddings", table, 0),
                tokens,
                dense,
                Activation.LINEAR,
                Activation.LINEAR,
                manifest.batchSize());
    }

    private Parameter start(TraceCase trace, String name, Shape shape, int number) throws IOException {
        return new Parameter(name, shape, files.readFloats(trace.name() + ".w" + number, shape));
    }

    private int samples() throws IOException {
        long samples = (long) manifest.batchSize() * manifest.steps();
        if (samples > Integer.MAX_VALUE) {
            throw new IOException(folder.resolve(TraceManifest.FILE) + ": found " + samples + " samples in "
                    + manifest.steps() + " steps, expected at most " + Integer.MAX_VALUE);
        }
        return (int) samples;
    }

    private Dataset tokens(int vocabulary) throws IOException {
        int samples = samples();
        Npy.Doubles tokens = files.readWhole("tokens", 2, samples, vocabulary);
        int count = tokens.shape().dim(0);
        double[] labels =
                files.readWhole("token_labels", 1, samples, Integer.MAX_VALUE).data();
        if (labels.length != count) {
            throw new IOException(folder.resolve("token_labels.npy") + ": found " + labels.length
                    + " labels, expected one for each of the " + count + " samples of tokens.npy");
        }
        return new Dataset(count, TraceFiles.round(tokens.data()), TraceFiles.round(labels));
    }

    private Dataset digits(TraceCase trace) throws IOException {
        LabelledImages digits = Digits.load();
        Dataset all = Dataset.ofClasses(digits.images().data(), digits.labels(), WHITE);
        if (trace.sizes()[0] != all.featureSize()) {
            throw new IOException(
                    folder.resolve(TraceManifest.FILE) + ": cases: " + trace.name() + ": architecture begins with "
                            + trace.sizes()[0] + ", expected the " + all.featureSize() + " pixels of a digit");
        }
        double[] recorded = files.readWhole("order", 1, samples(), all.size()).data();
        int[] order = new int[recorded.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) recorded[i];
        }
        float[] x = new float[order.length * all.featureSize()];
        float[] labels = new float[order.length];
        all.gather(order, 0, order.length, x, labels);
        if (isOneHot(trace)) {
            requireOutputs(trace, labels);
        }
        return new Dataset(order.length, x, labels);
    }

    private static boolean isOneHot(TraceCase trace) {
        return trace.loss() != Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
    }

    private void requireOutputs(TraceCase trace, float[] labels) throws IOException {
        int outputs = trace.sizes()[trace.sizes().length - 1];
        for (float label : labels) {
            if (label >= outputs) {
                throw new IOException(folder.resolve(TraceManifest.FILE) + ": cases: " + trace.name()
                        + ": architecture ends with " + outputs + ", expected more than the class " + (int) label);
            }
        }
    }

    private static Dataset oneHot(Dataset classes, int outputs) {
        float[] rows = new float[Shape.of(classes.size(), outputs).intSize()];
        for (int i = 0; i < classes.size(); i++) {
            rows[i * outputs + (int) classes.targets()[i]] = 1;
        }
        return new Dataset(classes.size(), classes.features(), rows);
    }

    private void checkTargets(TraceCase trace, Sequential model, Dataset data) throws IOException {
        try {
            trace.loss().checkTargets(data.size(), model.outputSize(), data.targets());
        } catch (IllegalArgumentException e) {
            throw new IOException(folder + ": case " + trace.name() + ": " + e.getMessage(), e);
        }
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
