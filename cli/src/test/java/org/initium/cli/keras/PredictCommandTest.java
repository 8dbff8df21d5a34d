// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.initium.Shape;
import org.initium.Tensor;
import org.initium.cli.Cli;
import org.initium.io.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictCommandTest {
    /** Unit roundoff of float32. */
    private static final double UNIT = 0x1p-24;

    @TempDir
    private Path folder;

    private Cli predict(String weights, String x, String options) {
        String line = "predict --weights " + Resources.file(weights) + " --x " + Resources.file(x) + " --out "
                + folder.resolve("y.npy") + " " + options;
        return Cli.run(line.split(" "));
    }

    /**
     * A sum of n products and a bias has an error of at most gamma_(n+1) times the sum of the magnitudes, gamma_n = n u / (1
     * - n u), in any order of the sum (Higham 2002, "Accuracy and Stability of Numerical Algorithms", section 3.1); relu
     * makes no error greater. Keras and Initium may each be off by that.
     */
    @Test
    void givesTheOutputsOfKeras() throws IOException {
        Cli cli = predict("mlp.weights.h5", "mlp.x.npy", "--layers 32,10 --activation relu --json");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.json().get("shape").toString()).isEqualTo("[3,10]");
        Tensor y = Npy.read(folder.resolve("y.npy"));
        Tensor keras = Npy.read(Resources.file("mlp.y.npy"));
        assertThat(y.shape()).isEqualTo(Shape.of(3, 10));
        float[] x = Npy.read(Resources.file("mlp.x.npy")).data();
        var layers = KerasWeights.read(Resources.file("mlp.weights.h5")).of(LayerName.Kind.DENSE);
        for (int sample = 0; sample < 3; sample++) {
            double[] input = new double[64];
            for (int i = 0; i < 64; i++) {
                input[i] = x[sample * 64 + i];
            }
            double[][] hidden = dense(layers.get(0), input, new double[64]);
            for (int j = 0; j < 32; j++) {
                hidden[0][j] = Math.max(hidden[0][j], 0);
            }
            double[][] output = dense(layers.get(1), hidden[0], hidden[1]);
            for (int j = 0; j < 10; j++) {
                assertThat((double) Math.abs(y.data()[sample * 10 + j] - keras.data()[sample * 10 + j]))
                        .isLessThanOrEqualTo(2 * output[1][j]);
            }
        }
    }

    /** Exact outputs, but for rounding in double precision, and how far a float computation may be from them. */
    private static double[][] dense(KerasWeights.Layer layer, double[] x, double[] errors) {
        float[] kernel = layer.tensors().get("kernel").data();
        float[] bias = layer.tensors().get("bias").data();
        int n = x.length + 1;
        double gamma = n * UNIT / (1 - n * UNIT);
        double[][] result = new double[2][bias.length];
        for (int j = 0; j < bias.length; j++) {
            double sum = bias[j];
            double magnitudes = Math.abs(bias[j]);
            double passedOn = 0;
            for (int i = 0; i < x.length; i++) {
                double weight = kernel[i * bias.length + j];
                sum += x[i] * weight;
                magnitudes += (Math.abs(x[i]) + errors[i]) * Math.abs(weight);
                passedOn += errors[i] * Math.abs(weight);
            }
            result[0][j] = sum;
            result[1][j] = passedOn + gamma * magnitudes;
        }
        return result;
    }

    /** Outputs are below 0.1, their terms too: 12 tokens and 8 products are 21 roundings of at most 2^-24 * 0.1 each, twice. */
    @Test
    void averagesEmbeddings() throws IOException {
        Cli cli = predict("embedding.weights.h5", "embedding.x.npy", "--layers 4");
        assertThat(cli.out().strip()).isEqualTo(folder.resolve("y.npy") + ": (5, 4)");
        float[] y = Npy.read(folder.resolve("y.npy")).data();
        float[] keras = Npy.read(Resources.file("embedding.y.npy")).data();
        for (int i = 0; i < keras.length; i++) {
            assertThat(Math.abs(keras[i])).isLessThan(0.1f);
            assertThat((double) Math.abs(y[i] - keras[i])).isLessThanOrEqualTo(2 * 21 * UNIT * 0.1);
        }
    }

    @Test
    void endsInAnActivationIfAsked() throws IOException {
        predict("mlp.weights.h5", "mlp.x.npy", "--layers 32,10 --output-activation softmax");
        float[] y = Npy.read(folder.resolve("y.npy")).data();
        for (int row = 0; row < 30; row += 10) {
            double sum = 0;
            for (int j = row; j < row + 10; j++) {
                assertThat(y[j]).isPositive();
                sum += y[j];
            }
            assertThat(Math.abs(sum - 1)).isLessThanOrEqualTo(10 * UNIT); // Ten roundings of numbers below 1.
        }
    }

    /** The outputs of a sample do not depend on the others: batches of 256, 256 and 88. */
    @Test
    void predictsAnyNumberOfSamples() throws IOException {
        Path many = folder.resolve("many.npy");
        float[] x = Npy.read(Resources.file("mlp.x.npy")).data();
        float[] repeated = new float[600 * 64];
        for (int i = 0; i < 200; i++) {
            System.arraycopy(x, 0, repeated, i * x.length, x.length);
        }
        Npy.write(many, new Tensor(Shape.of(600, 64), repeated));
        predict("mlp.weights.h5", "mlp.x.npy", "--layers 32,10");
        float[] few = Npy.read(folder.resolve("y.npy")).data();
        String weights = Resources.file("mlp.weights.h5").toString();
        String out = folder.resolve("z.npy").toString();
        Cli.run("predict", "--weights", weights, "--layers", "32,10", "--x", many.toString(), "--out", out);
        float[] all = Npy.read(folder.resolve("z.npy")).data();
        assertThat(all).hasSize(6000);
        for (int i = 0; i < all.length; i++) {
            assertThat(all[i]).isEqualTo(few[i % few.length]);
        }
        Npy.write(many, new Tensor(Shape.of(0, 64), new float[0]));
        Cli.run("predict", "--weights", weights, "--layers", "32,10", "--x", many.toString(), "--out", out);
        assertThat(Npy.read(folder.resolve("z.npy")).shape()).isEqualTo(Shape.of(0, 10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mlp | mlp.x | 32,9 | layers/dense_1 ('logits') has kernel of shape (32, 10), expected (32, 9), as --layers",
                "mlp | mlp.x | 31,10 | layers/dense ('hidden') has kernel of shape (64, 32), expected (64, 31), as --layers",
                "mlp | mlp.x | 64,32,10 | has 2 dense layers (layers/dense ('hidden'), layers/dense_1 ('logits')), expected 3",
                "mlp | mlp.x | -1,10 | --layers is -1,10, expected sizes of 1 or more",
                "mlp | mlp.y | 32,10 | expected (10, 32), as --layers is 32,10 and --x has 10 features",
                "embedding | mlp.x | 4 | mlp.x.npy: token 0 of sample 0 has id",
                "embedding | embedding.x | 5 | expected (8, 5), as --layers is 5 and layers/embedding ('words') has vectors of 8",
                "mlp | mlp.x | 32,10 --activation rely | unknown activation 'rely'",
                "mlp | nope | 32,10 | nope.npy: no such file",
            })
    void refusesWhatDoesNotFit(String weights, String x, String layers, String message) {
        Cli cli = predict(weights + ".weights.h5", x + ".npy", "--layers " + layers);
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).hasLineCount(1).contains(message);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void wantsAnArrayAndANameForOne() throws IOException {
        Path scalar = folder.resolve("scalar.npy");
        Npy.write(scalar, new Tensor(Shape.of(64), new float[64]));
        String weights = Resources.file("mlp.weights.h5").toString();
        Cli cli = Cli.run("predict", "--weights", weights, "--layers", "1", "--x", scalar.toString(), "--out", "y.npy");
        assertThat(cli.err()).contains("found shape (64,), expected (samples, features)");
        cli = Cli.run("predict", "--weights", weights, "--layers", "1", "--x", scalar.toString(), "--out", "y.csv");
        assertThat(cli.err()).contains("--out y.csv: expected a name that ends in .npy");
    }
}
