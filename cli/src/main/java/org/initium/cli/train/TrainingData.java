// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initium.Shape;
import org.initium.Tensor;
import org.initium.io.Csv;
import org.initium.io.Digits;
import org.initium.io.Idx;
import org.initium.io.LabelledImages;
import org.initium.nn.Dataset;
import org.initium.nn.Loss;

/**
 * What {@code --data} names: samples in rows, and for each the last column of its row, or the class of its image.
 *
 * @param name as given
 * @param features (rows, features), unscaled
 * @param labels one per row
 * @param divisor what brings the features into 0 .. 1, as far as the format tells
 */
record TrainingData(String name, Tensor features, float[] labels, double divisor) {
    private static final double DIGITS_LARGEST = 16;
    private static final double BYTE_LARGEST = 255;

    /**
     * Reads the bundled digits, a folder of IDX files or a CSV file.
     *
     * @throws IOException if a file is missing or malformed
     */
    static TrainingData read(String name) throws IOException {
        Path path = Path.of(name);
        if (name.equals("digits")) {
            return of(name, Digits.load(), DIGITS_LARGEST);
        } else if (Files.isDirectory(path)) {
            return of(name, Idx.readDataset(path, "train"), BYTE_LARGEST);
        } else if (Files.notExists(path)) {
            throw new IOException(
                    "--data " + name + ": no such file, expected digits, a CSV file or a folder of IDX files");
        }
        Tensor table = Csv.read(path);
        int rows = table.shape().dim(0);
        int columns = table.shape().dim(1);
        if (columns < 2) {
            throw new IOException(name + " has 1 column, expected 2 or more: features, and the label last");
        }
        float[] features = new float[rows * (columns - 1)];
        float[] labels = new float[rows];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(table.data(), i * columns, features, i * (columns - 1), columns - 1);
            labels[i] = table.data()[i * columns + columns - 1];
        }
        return new TrainingData(name, new Tensor(Shape.of(rows, columns - 1), features), labels, 1);
    }

    private static TrainingData of(String name, LabelledImages images, double divisor) throws IOException {
        int rows = images.labels().length;
        if (images.images().data().length == 0) {
            throw new IOException(name + " holds no pixels: the images have shape "
                    + images.images().shape());
        }
        float[] labels = new float[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = images.labels()[i];
        }
        int pixels = images.images().data().length / rows;
        Tensor features = new Tensor(Shape.of(rows, pixels), images.images().data());
        return new TrainingData(name, features, labels, divisor);
    }

    /**
     * The samples in the form that a model and a loss take.
     *
     * <p>Targets are the class for a loss of classes; else, if there are several outputs, a row with 1 at the class and 0
     * elsewhere; else the label as it is.
     *
     * @param inputs numbers per sample that the model takes
     * @param outputs numbers per sample that the model puts out
     * @param divisor divides the features
     * @throws IllegalArgumentException if the features do not fit the model, or a label is not a class where one is needed;
     *     the message names its row
     */
    Dataset dataset(int inputs, int outputs, Loss loss, double divisor) {
        int count = features.shape().dim(1);
        if (count != inputs) {
            throw new IllegalArgumentException("--layers begins with " + inputs + ", but " + name + " has " + count
                    + " features: expected --layers " + count + ",...");
        }
        if (!(divisor > 0 && Double.isFinite(divisor))) {
            throw new IllegalArgumentException(
                    "--scale-features is " + divisor + ", expected a finite number above 0 to divide by");
        }
        float[] scaled = new float[features.data().length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (features.data()[i] / divisor);
        }
        return new Dataset(labels.length, scaled, targets(outputs, loss));
    }

    private float[] targets(int outputs, Loss loss) {
        boolean classNumbers = loss == Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
        if (!classNumbers && outputs == 1) {
            return labels.clone();
        }
        float[] targets = new float[labels.length * loss.targetSize(outputs)];
        for (int i = 0; i < labels.length; i++) {
            int label = (int) labels[i];
            if (label != labels[i] || label < 0 || label >= outputs) {
                throw new IllegalArgumentException(name + ": row " + (i + 1) + " has label " + number(labels[i])
                        + ", expected a whole number from 0 to " + (outputs - 1) + ", as --layers ends with " + outputs
                        + " outputs");
            }
            if (classNumbers) {
                targets[i] = label;
            } else {
                targets[i * outputs + label] = 1;
            }
        }
        return targets;
    }

    private static String number(float value) {
        return value == (long) value ? Long.toString((long) value) : Float.toString(value);
    }
}
