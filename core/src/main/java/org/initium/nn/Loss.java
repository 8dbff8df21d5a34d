// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The losses, as {@code keras.losses} defines them, averaged over the batch; those of classification take logits
 * ({@code from_logits=True}).
 *
 * <p>Outputs {@code z} are (batch, outputs). Sums are kept in double precision, sample by sample. Outputs or targets that
 * are NaN, or infinite where that has no limit, give a loss that is not finite.
 */
public enum Loss {
    /**
     * {@code -log softmax(z)[t]}, where the target of a sample is the number {@code t} of its class. Correct means that
     * the largest output is that of the class.
     */
    SPARSE_CATEGORICAL_CROSSENTROPY {
        @Override
        public int targetSize(int outputs) {
            return 1;
        }

        @Override
        public void checkTargets(int samples, int outputs, float[] targets) {
            super.checkTargets(samples, outputs, targets);
            for (int i = 0; i < samples; i++) {
                int label = (int) targets[i];
                if (label != targets[i] || label < 0 || label >= outputs) { // A NaN becomes 0, which differs from it.
                    throw new IllegalArgumentException("target of sample " + i + " is " + targets[i]
                            + ", expected a class: a whole number from 0 to " + (outputs - 1));
                }
            }
        }

        @Override
        double sum(int batch, int n, float[] z, float[] targets, float[] dz) {
            double sum = 0;
            double share = 1.0 / batch;
            int group = Exponentials.groupOf(n);
            for (int first = 0; first < batch; first += group) {
                int rows = Math.min(group, batch - first);
                double[] e = Exponentials.belowMax(rows, n, z, first * n);
                for (int i = 0; i < rows; i++) {
                    sum -= e[i * n + (int) targets[first + i]];
                }
                Exponentials.exp(rows * n, 0);
                double product = 1; // Of the rows' sums: one logarithm for all of them.
                for (int i = 0; i < rows; i++) {
                    int row = (first + i) * n;
                    int label = (int) targets[first + i];
                    double exponentials = Exponentials.sum(n, e, i * n);
                    product *= exponentials;
                    if (dz != null) {
                        double scale = 1 / exponentials;
                        for (int j = 0; j < n; j++) {
                            dz[row + j] = (float) (e[i * n + j] * scale * share);
                        }
                        dz[row + label] = (float) ((e[i * n + label] * scale - 1) * share);
                    }
                }
                sum += StrictMath.log(product);
            }
            return sum;
        }

        @Override
        int countCorrect(int batch, int n, float[] z, float[] targets) {
            int correct = 0;
            for (int i = 0; i < batch; i++) {
                correct += argmax(n, z, i * n) == (int) targets[i] ? 1 : 0;
            }
            return correct;
        }
    },

    /**
     * {@code -sum_j t_j log softmax(z)[j]}, where the target of a sample is a row of probabilities, usually one-hot.
     * Correct means that the largest output and the largest target have the same index.
     */
    CATEGORICAL_CROSSENTROPY {
        @Override
        double sum(int batch, int n, float[] z, float[] targets, float[] dz) {
            double sum = 0;
            double share = 1.0 / batch;
            int group = Exponentials.groupOf(n);
            for (int first = 0; first < batch; first += group) {
                int rows = Math.min(group, batch - first);
                double[] e = Exponentials.belowMax(rows, n, z, first * n);
                for (int j = 0; j < rows * n; j++) {
                    double target = targets[first * n + j];
                    // A target of 0 takes no part: 0 times the infinity of an output of -infinity would be NaN.
                    sum -= target == 0 ? 0 : target * e[j];
                }
                Exponentials.exp(rows * n, 0);
                double product = 1; // Of the sums of rows whose targets add up to 1.
                for (int i = 0; i < rows; i++) {
                    int row = (first + i) * n;
                    double exponentials = Exponentials.sum(n, e, i * n);
                    double weight = 0;
                    for (int j = row; j < row + n; j++) {
                        weight += targets[j];
                    }
                    if (weight == 1) {
                        product *= exponentials;
                    } else {
                        sum += weight * StrictMath.log(exponentials);
                    }
                    if (dz != null) {
                        double scale = weight / exponentials;
                        for (int j = 0; j < n; j++) {
                            dz[row + j] = (float) ((e[i * n + j] * scale - targets[row + j]) * share);
                        }
                    }
                }
                sum += StrictMath.log(product);
            }
            return sum;
        }

        @Override
        int countCorrect(int batch, int n, float[] z, float[] targets) {
            int correct = 0;
            for (int row = 0; row < batch * n; row += n) {
                correct += argmax(n, z, row) == argmax(n, targets, row) ? 1 : 0;
            }
            return correct;
        }
    },

    /**
     * {@code max(z, 0) - z t + log(1 + exp(-|z|))}, averaged over the outputs; targets are probabilities, usually 0 or 1.
     * Correct, output by output, means that the target is 1 where {@code z > 0} and 0 elsewhere.
     */
    BINARY_CROSSENTROPY {
        @Override
        double sum(int batch, int n, float[] z, float[] targets, float[] dz) {
            double sum = 0;
            for (int i = 0; i < batch * n; i++) {
                double logit = z[i];
                sum += Math.max(logit, 0) - logit * targets[i] + StrictMath.log1p(StrictMath.exp(-Math.abs(logit)));
                if (dz != null) {
                    dz[i] = (float) ((Activation.sigmoid(logit) - targets[i]) / ((double) batch * n));
                }
            }
            return sum / n;
        }

        @Override
        public int predictionsPerSample(int outputs) {
            return outputs;
        }

        @Override
        int countCorrect(int batch, int n, float[] z, float[] targets) {
            int correct = 0;
            for (int i = 0; i < batch * n; i++) {
                correct += targets[i] == (z[i] > 0 ? 1 : 0) ? 1 : 0;
            }
            return correct;
        }
    },

    /** {@code (z - t)^2}, averaged over the outputs. There is no such thing as a correct prediction. */
    MEAN_SQUARED_ERROR {
        @Override
        double sum(int batch, int n, float[] z, float[] targets, float[] dz) {
            double sum = 0;
            for (int i = 0; i < batch * n; i++) {
                double error = (double) z[i] - targets[i];
                sum += error * error;
                if (dz != null) {
                    dz[i] = (float) (2 * error / ((double) batch * n));
                }
            }
            return sum / n;
        }

        @Override
        public int predictionsPerSample(int outputs) {
            return 0;
        }

        @Override
        int countCorrect(int batch, int n, float[] z, float[] targets) {
            return 0;
        }
    };

    /** The sum of the losses of the samples, and in {@code dz} unless that is null the gradient of their mean. */
    abstract double sum(int batch, int n, float[] z, float[] targets, float[] dz);

    abstract int countCorrect(int batch, int n, float[] z, float[] targets);

    /** Number of predictions per sample that can be correct: 1, the number of outputs, or 0 if there are none. */
    public int predictionsPerSample(int outputs) {
        return 1;
    }

    /** Numbers per sample in the targets of a model with {@code outputs} outputs: 1 for a class, or one per output. */
    public int targetSize(int outputs) {
        return outputs;
    }

    /**
     * Checks that there are targets for all samples and that classes are whole numbers in range.
     *
     * @throws IllegalArgumentException if not; the message names the sample and the target
     */
    public void checkTargets(int samples, int outputs, float[] targets) {
        requireLength("targets", targets, samples, targetSize(outputs));
    }

    /**
     * The mean loss over a batch and its gradient.
     *
     * @param batch number of samples, 1 or more
     * @param outputs numbers per sample that the model puts out, 1 or more
     * @param z (batch, outputs), what the model puts out
     * @param targets (batch, {@link #targetSize})
     * @param dz (batch, outputs), overwritten with the gradient of the mean loss with respect to {@code z}; null if it is not
     *     needed
     * @throws IllegalArgumentException if a size is below 1, an array is too short or a class is not one; {@code dz} is not
     *     touched then
     */
    public double evaluate(int batch, int outputs, float[] z, float[] targets, float[] dz) {
        check(batch, outputs, z, targets);
        if (dz != null) {
            requireLength("dz", dz, batch, outputs);
        }
        return sum(batch, outputs, z, targets, dz) / batch;
    }

    /**
     * Number of correct predictions in a batch, of {@code batch * predictionsPerSample(outputs)}.
     *
     * @throws IllegalArgumentException as {@link #evaluate}
     */
    public int correct(int batch, int outputs, float[] z, float[] targets) {
        check(batch, outputs, z, targets);
        return countCorrect(batch, outputs, z, targets);
    }

    /**
     * The loss with Keras's name.
     *
     * @param name snake_case: {@code sparse_categorical_crossentropy}
     * @throws IllegalArgumentException if there is none of this name; the message lists those there are
     */
    public static Loss of(String name) {
        for (Loss loss : values()) {
            if (loss.kerasName().equals(name)) {
                return loss;
            }
        }
        throw new IllegalArgumentException("unknown loss '" + name + "', expected one of "
                + Arrays.stream(values()).map(Loss::kerasName).collect(Collectors.joining(", ")));
    }

    /** Keras's name for it: {@code mean_squared_error}. */
    public String kerasName() {
        return name().toLowerCase(Locale.ROOT);
    }

    private void check(int batch, int outputs, float[] z, float[] targets) {
        if (batch < 1 || outputs < 1) {
            throw new IllegalArgumentException(
                    "batch is " + batch + " and outputs is " + outputs + ", expected both 1 or more");
        }
        requireLength("z", z, batch, outputs);
        checkTargets(batch, outputs, targets);
    }

    private static void requireLength(String name, float[] array, int samples, int each) {
        if (array.length < (long) samples * each) {
            throw new IllegalArgumentException(name + " has " + array.length + " elements, expected " + each
                    + " for each of " + samples + " samples");
        }
    }

    /** Column of the first of the largest elements of one row, as NumPy's argmax. */
    private static int argmax(int n, float[] x, int row) {
        int best = 0;
        for (int j = 1; j < n; j++) {
            if (x[row + j] > x[row + best]) {
                best = j;
            }
        }
        return best;
    }
}
