// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.initium.random.Key;
import org.initium.random.Permutation;

/**
 * Trains a model with mini-batches.
 *
 * <p>Each epoch goes through the training set once, in an order that depends only on the key and on the number of the
 * epoch; the last batch takes what is left. A batch allocates nothing.
 */
public final class Trainer {
    private final Sequential model;
    private final Loss loss;
    private final Sgd sgd;
    private final Key key;
    private final int batchSize;
    private final float[] x;
    private final float[] targets;

    /**
     * A trainer of this model.
     *
     * @param sgd an optimizer of {@code model.parameters()}
     * @param key the orders of the samples: epoch {@code e} is a {@link Permutation} by {@code key.child(e)}; a key of its
     *     own, since a layer with this key would draw from the same streams
     * @param batchSize samples per update, 1 to {@code model.maxBatch()}
     * @throws IllegalArgumentException if the batch size is out of range
     */
    public Trainer(Sequential model, Loss loss, Sgd sgd, Key key, int batchSize) {
        if (batchSize < 1 || batchSize > model.maxBatch()) {
            throw new IllegalArgumentException("batch size is " + batchSize + ", expected 1 to " + model.maxBatch());
        }
        this.model = model;
        this.loss = loss;
        this.sgd = sgd;
        this.key = key;
        this.batchSize = batchSize;
        this.x = new float[batchSize * model.inputSize()];
        this.targets = new float[batchSize * loss.targetSize(model.outputSize())];
    }

    /**
     * Trains for the epochs {@code firstEpoch .. lastEpoch - 1}, or until the loss of a batch is NaN or infinite. That batch
     * makes no update. Two runs one after the other do what one run over all their epochs does.
     *
     * @param validation measured after each epoch; null for none
     * @param firstEpoch number of epochs that the model has been trained for, 0 or more
     * @param lastEpoch number of epochs after which to stop, {@code firstEpoch} or more
     * @param report called after each epoch
     * @throws IllegalArgumentException if a dataset does not fit the model or the loss, or the epochs are out of range
     */
    public History fit(
            Dataset training, Dataset validation, int firstEpoch, int lastEpoch, Consumer<History.Epoch> report) {
        check("training", training);
        if (validation != null) {
            check("validation", validation);
        }
        if (firstEpoch < 0 || lastEpoch < firstEpoch) {
            throw new IllegalArgumentException(
                    "epochs are " + firstEpoch + " to " + lastEpoch + ", expected 0 or more, in order");
        }
        List<History.Epoch> epochs = new ArrayList<>();
        int[] order = new int[training.size()];
        boolean diverged = false;
        for (int e = firstEpoch; e < lastEpoch && !diverged; e++) {
            identity(order);
            Permutation.shuffle(key.child(e), order);
            Metrics metrics = new Metrics();
            double rate = train(training, order, metrics);
            diverged = !Double.isFinite(metrics.loss);
            Evaluation after = validation == null || diverged ? Evaluation.NONE : evaluate(validation);
            History.Epoch epoch =
                    new History.Epoch(e, metrics.meanLoss(), metrics.accuracy(), after.loss(), after.accuracy(), rate);
            epochs.add(epoch);
            report.accept(epoch);
        }
        return new History(epochs, diverged);
    }

    /** One epoch, or its part up to a loss that is not finite; returns the rate of the last batch. */
    private double train(Dataset data, int[] order, Metrics metrics) {
        double rate = sgd.learningRate();
        for (int from = 0; from < order.length; from += batchSize) {
            int batch = Math.min(batchSize, order.length - from);
            data.gather(order, from, batch, x, targets);
            double value = model.lossAndGradients(batch, x, targets, loss);
            metrics.add(batch, value, loss, model.outputSize(), model.lastOutputs(), targets);
            rate = sgd.learningRate();
            if (!Double.isFinite(value)) {
                break;
            }
            sgd.step();
        }
        return rate;
    }

    /**
     * The mean loss and the accuracy on a dataset.
     *
     * @throws IllegalArgumentException if the dataset does not fit the model or the loss
     */
    public Evaluation evaluate(Dataset data) {
        check("dataset", data);
        int[] order = new int[data.size()];
        identity(order);
        Metrics metrics = new Metrics();
        for (int from = 0; from < order.length; from += batchSize) {
            int batch = Math.min(batchSize, order.length - from);
            data.gather(order, from, batch, x, targets);
            float[] z = model.forward(batch, x);
            metrics.add(
                    batch,
                    loss.evaluate(batch, model.outputSize(), z, targets, null),
                    loss,
                    model.outputSize(),
                    z,
                    targets);
        }
        return new Evaluation(metrics.meanLoss(), metrics.accuracy());
    }

    private static void identity(int[] order) {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
    }

    private void check(String what, Dataset data) {
        int targetSize = loss.targetSize(model.outputSize());
        if (data.featureSize() != model.inputSize() || data.targetSize() != targetSize) {
            throw new IllegalArgumentException(what + " has " + data.featureSize() + " features and "
                    + data.targetSize() + " targets per sample, expected " + model.inputSize() + " and " + targetSize);
        }
        loss.checkTargets(data.size(), model.outputSize(), data.targets());
    }

    /**
     * How well a model does on a dataset.
     *
     * @param loss mean loss over the samples
     * @param accuracy fraction of correct predictions, NaN for a loss without them
     */
    public record Evaluation(double loss, double accuracy) {
        private static final Evaluation NONE = new Evaluation(Double.NaN, Double.NaN);
    }

    /** Running sums over batches. */
    private static final class Metrics {
        private double loss;
        private long samples;
        private long correct;
        private long predictions;

        void add(int batch, double meanLoss, Loss kind, int outputs, float[] z, float[] targets) {
            loss += meanLoss * batch;
            samples += batch;
            correct += kind.correct(batch, outputs, z, targets);
            predictions += (long) batch * kind.predictionsPerSample(outputs);
        }

        double meanLoss() {
            return loss / samples;
        }

        double accuracy() {
            return predictions == 0 ? Double.NaN : (double) correct / predictions;
        }
    }
}
