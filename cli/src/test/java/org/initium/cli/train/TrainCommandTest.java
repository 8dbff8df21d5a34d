// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.initium.Tensor;
import org.initium.cli.Cli;
import org.initium.io.SafeTensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TrainCommandTest {
    @TempDir
    private Path folder;

    private static Cli train(String line) {
        return Cli.run(("train " + line).split(" "));
    }

    private static double digits(int seed) {
        Cli cli = train("--data digits --layers 64,64,10 --activation relu --initializer he_normal --lr 0.1"
                + " --momentum 0.9 --batch-size 32 --epochs 20 --seed " + seed + " --validation 0.2 --json");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.err()).isEmpty();
        return cli.json().get("validation_accuracy").doubleValue();
    }

    /** Measured: 0.9778, 0.9778, 0.9694, 0.9778, 0.9778; the bits are the same on every machine, so these cannot drift. */
    @Test
    void learnsTheDigits() {
        double[] accuracies =
                DoubleStream.of(1, 2, 3, 4, 5).map(seed -> digits((int) seed)).toArray();
        assertThat(DoubleStream.of(accuracies).min().orElseThrow()).isGreaterThanOrEqualTo(DigitsCurve.LEAST_ACCURACY);
        assertThat(DoubleStream.of(accuracies).average().orElseThrow()).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void jsonHasSettingsHistoryAndOutcome() {
        JsonNode json = train("--data digits --layers 64,16,10 --epochs 2 --seed 5 --validation 0.25 --momentum 0.5"
                        + " --initializer variance_scaling --scale 2 --json")
                .json();
        assertThat(json.get("layers").size()).isEqualTo(3);
        assertThat(json.get("initializer_parameters").get("scale").doubleValue())
                .isEqualTo(2);
        assertThat(json.get("optimizer").get("momentum").doubleValue()).isEqualTo(0.5);
        assertThat(json.get("seed").longValue()).isEqualTo(5);
        assertThat(json.get("samples").intValue()).isEqualTo(1347);
        assertThat(json.get("validation_samples").intValue()).isEqualTo(450);
        assertThat(json.get("history").size()).isEqualTo(2);
        assertThat(json.get("history").get(1).get("epoch").intValue()).isEqualTo(2);
        assertThat(json.get("history").get(1).get("validation_accuracy")).isEqualTo(json.get("validation_accuracy"));
        assertThat(json.get("train_loss").doubleValue()).isPositive();
        assertThat(json.get("validation_loss").doubleValue()).isPositive();
        assertThat(json.get("seconds").doubleValue()).isPositive();
        assertThat(json.get("explanation").isNull()).isTrue();
    }

    @Test
    void theTableHasALinePerEpoch() {
        Cli cli = train("--data digits --layers 64,10 --epochs 3");
        assertThat(cli.out())
                .hasLineCount(5)
                .contains("val_accuracy")
                .containsPattern("training accuracy 0\\.\\d{4}, ");
        assertThat(cli.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "zeros, relu, all zero",
        "zeros, relu, 'as often as that class occurs, which is 1 time in 10 where the classes are balanced'",
        "zeros, sigmoid, acts as one unit",
        "ones, tanh, acts as one unit",
        "constant --value 0.1, relu, acts as one unit",
    })
    void saysWhyEqualUnitsLearnNothing(String initializer, String activation, String words) {
        Cli cli = train("--data digits --layers 64,32,10 --epochs 3 --momentum 0.9 --json --activation " + activation
                + " --initializer " + initializer);
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.json().get("explanation").stringValue())
                .contains("All 32 units of hidden layer 1 are bit for bit identical")
                .contains(words);
        assertThat(cli.err()).hasLineCount(1).contains("bit for bit identical");
    }

    @Test
    void zerosStayNearChance() {
        JsonNode json = train("--data digits --layers 64,64,10 --initializer zeros --lr 0.1 --epochs 5 --validation 0.2"
                        + " --json")
                .json();
        assertThat(json.get("validation_accuracy").doubleValue()).isBetween(0.05, 0.15);
    }

    @Test
    void divergenceIsSaidInWords() {
        Path model = folder.resolve("m.safetensors");
        Cli cli = train(
                "--data digits --layers 64,32,10 --initializer he_normal --lr 1e20 --epochs 3 --json --out " + model);
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.json().get("diverged").booleanValue()).isTrue();
        assertThat(cli.json().get("explanation").stringValue()).contains("infinite or NaN in epoch 1");
        assertThat(cli.err()).contains("is not written");
        assertThat(model).doesNotExist();
    }

    /** 2 epochs and 3 more are 5: same weights, same velocities, to the bit. */
    @Test
    void resumesAsIfItHadNeverStopped() throws IOException {
        String settings = "--data digits --layers 64,16,10 --lr 0.05 --momentum 0.9 --validation 0.2"
                + " --schedule exponential:decay_steps=50,decay_rate=0.9 ";
        Path whole = folder.resolve("whole.safetensors");
        Path half = folder.resolve("half.safetensors");
        Path rest = folder.resolve("rest.safetensors");
        train(settings + "--epochs 5 --seed 9 --out " + whole);
        train(settings + "--epochs 2 --seed 9 --out " + half);
        Cli resumed = train(settings + "--epochs 3 --json --resume " + half + " --out " + rest);
        assertThat(resumed.err()).isEmpty();
        assertThat(resumed.json().get("seed").longValue()).isEqualTo(9);
        assertThat(resumed.json().get("history").get(0).get("epoch").intValue()).isEqualTo(3);
        assertThat(rest).hasSameBinaryContentAs(whole);
        assertThat(SafeTensors.read(rest).tensors())
                .containsKeys("dense/kernel", "dense_1/bias", "velocity/dense/kernel")
                .hasSize(8);
    }

    @Test
    void saysWhatAResumedModelLacks() throws IOException {
        Path plain = folder.resolve("plain.safetensors");
        train("--data digits --layers 64,10 --epochs 1 --out " + plain);
        Cli cli = train("--data digits --layers 64,10 --epochs 1 --momentum 0.9 --seed 3 --resume " + plain);
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.err()).contains("momentum starts at rest").contains("--seed 3 is not the 42 of");
        assertThat(train("--data digits --layers 64,12,10 --resume " + plain).err())
                .hasLineCount(1)
                .contains("dense/kernel has shape (64, 10), expected (64, 12)");
        assertThat(train("--data digits --layers 64,12,10,10 --epochs 1 --resume " + plain)
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void refusesADamagedModel() throws IOException {
        Path model = folder.resolve("m.safetensors");
        train("--data digits --layers 64,10 --epochs 1 --out " + model);
        byte[] bytes = Files.readAllBytes(model);
        Files.write(model, java.util.Arrays.copyOf(bytes, bytes.length - 7));
        Cli cli = train("--data digits --layers 64,10 --resume " + model);
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).hasLineCount(1).contains("m.safetensors");
        Tensor kernel = new Tensor(org.initium.Shape.of(64, 10), new float[640]);
        Tensor bias = new Tensor(org.initium.Shape.of(10), new float[10]);
        SafeTensors.write(model, Map.of("dense/kernel", kernel, "dense/bias", bias), Map.of("initium.epochs", "-1"));
        assertThat(train("--data digits --layers 64,10 --resume " + model).err())
                .hasLineCount(1)
                .contains("metadata initium.epochs is -1, expected 0 to 2147483647");
    }

    @Test
    void writesTheHistory() throws IOException {
        Path history = folder.resolve("h.csv");
        train("--data digits --layers 64,10 --epochs 2 --history " + history);
        assertThat(Files.readAllLines(history))
                .hasSize(3)
                .startsWith("epoch,loss,accuracy,val_loss,val_accuracy,learning_rate")
                .last()
                .asString()
                .matches("2,[0-9.E-]+,[0-9.]+,,,0\\.01");
    }

    @Test
    void readsCsvAsItIs() throws IOException {
        Path csv = folder.resolve("xor.csv");
        Files.writeString(csv, "a,b,class\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n");
        JsonNode json = train("--layers 2,16,2 --activation tanh --lr 0.5 --momentum 0.9 --batch-size 4 --epochs 200"
                        + " --json --data " + csv)
                .json();
        assertThat(json.get("train_accuracy").doubleValue()).isEqualTo(1);
        JsonNode regression = train("--layers 2,16,1 --loss mean_squared_error --activation tanh --lr 0.1 --epochs 300"
                        + " --momentum 0.9 --json --data " + csv)
                .json();
        assertThat(regression.get("train_loss").doubleValue()).isLessThan(0.05);
        assertThat(regression.get("train_accuracy").isNull()).isTrue();
        JsonNode oneHot = train(
                        "--layers 2,16,2 --loss categorical_crossentropy --activation tanh --lr 0.5 --epochs 200"
                                + " --momentum 0.9 --batch-size 4 --json --data " + csv)
                .json();
        // One-hot targets and class numbers are the same loss. One takes the logarithm of each of the four sums, the
        // other that
        // of their product: each is at most 2, so every sum, product and logarithm has an error below 2^-50.
        assertThat(oneHot.get("train_loss").doubleValue())
                .isCloseTo(json.get("train_loss").doubleValue(), within(0x1p-50));
    }

    @Test
    void readsIdxAndDividesBy255() throws IOException {
        Files.write(
                folder.resolve("train-images-idx3-ubyte"),
                new byte[] {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, (byte) 255, 0, 51, (byte) 102});
        Files.write(folder.resolve("train-labels-idx1-ubyte"), new byte[] {0, 0, 8, 1, 0, 0, 0, 2, 1, 0});
        TrainingData data = TrainingData.read(folder.toString());
        assertThat(data.divisor()).isEqualTo(255);
        assertThat(data.dataset(2, 2, org.initium.nn.Loss.SPARSE_CATEGORICAL_CROSSENTROPY, 255)
                        .features())
                .containsExactly(1, 0, 0.2f, 0.4f);
        assertThat(train("--layers 2,2 --epochs 1 --data " + folder).exitCode()).isZero();
    }

    @Test
    void namesTheRowOfABadLabel() throws IOException {
        Path csv = folder.resolve("d.csv");
        Files.writeString(csv, "1,0\n2,1\n3,2\n");
        assertThat(train("--layers 1,2 --data " + csv).err())
                .hasLineCount(1)
                .contains("d.csv: row 3 has label 2, expected a whole number from 0 to 1");
        Files.writeString(csv, "1,0\n2,-1\n");
        assertThat(train("--layers 1,2 --data " + csv).err()).contains("row 2 has label -1");
        Files.writeString(csv, "1,0.5\n2,1\n");
        assertThat(train("--layers 1,2 --data " + csv).err()).contains("row 1 has label 0.5");
        Files.writeString(csv, "1\n2\n");
        assertThat(train("--layers 1,2 --data " + csv).err()).contains("has 1 column, expected 2 or more");
        Files.writeString(csv, "1,0\n2,NaN\n");
        assertThat(train("--layers 1,2 --data " + csv).err()).hasLineCount(1).contains("line 2, column 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--layers 63,10 | --layers begins with 63, but digits has 64 features",
                "--layers 64,5 | row 6 has label 5, expected a whole number from 0 to 4",
                "--layers 64 | --layers is 64, expected two sizes or more",
                "--layers 64,-1,10 | --layers is 64,-1,10, expected two sizes or more, each 1 or more",
                "--layers 64,10 --lr NaN | learning rate is NaN",
                "--layers 64,10 --lr -1 | learning rate is -1.0",
                "--layers 64,10 --momentum 2 | momentum is 2.0, expected a number from 0 to 1",
                "--layers 64,10 --clipnorm 1 --clipvalue 1 | expected at most one of them",
                "--layers 64,10 --validation 1 | validation fraction is 1.0",
                "--layers 64,10 --validation NaN | validation fraction is NaN",
                "--layers 64,10 --batch-size 0 | --batch-size is 0, expected 1 or more",
                "--layers 64,10 --epochs 0 | --epochs is 0, expected 1 or more",
                "--layers 64,10 --activation rel | unknown activation 'rel'",
                "--layers 64,10 --loss mse | unknown loss 'mse'",
                "--layers 64,10 --initializer he | initializer 'he' is unknown",
                "--layers 64,10 --schedule fast | --schedule fast: 'fast' is unknown",
                "--layers 64,10 --scale-features 0 | --scale-features is 0.0",
                "--layers 64,10 --out model.npy | --out model.npy: expected a name that ends in .safetensors",
                "--layers 64,10 --out /no/such/m.safetensors | /no/such is not a folder",
                "--layers 64,10 --history /no/such/h.csv | /no/such is not a folder",
                "--layers 64,10 --resume no.safetensors | no.safetensors: no such file",
            })
    void refusesBadSettings(String line, String message) {
        Cli cli = train("--data digits " + line);
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).hasLineCount(1).startsWith("initium train: ").contains(message);
    }

    @Test
    void namesMissingData() {
        assertThat(train("--layers 1,2 --data no.csv").err()).contains("no.csv: no such file, expected digits, a CSV");
        assertThat(train("--layers 1,2 --data " + folder).err()).contains("holds no train-images-idx3-ubyte");
    }
}
