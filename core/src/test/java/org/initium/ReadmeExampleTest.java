// SPDX-License-Identifier: Apache-2.0
package org.initium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initium.Recording.crc32;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.io.Digits;
import org.initium.io.LabelledImages;
import org.initium.io.Npy;
import org.initium.keras.Backend;
import org.initium.keras.GlobalSeed;
import org.initium.nn.Activation;
import org.initium.nn.Dataset;
import org.initium.nn.Dense;
import org.initium.nn.History;
import org.initium.nn.Layer;
import org.initium.nn.Loss;
import org.initium.nn.Sequential;
import org.initium.nn.Sgd;
import org.initium.nn.SgdConfig;
import org.initium.nn.Trainer;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The README's example: that it does what it says, and that it is the one below. */
class ReadmeExampleTest {
    private static final Path KERAS = Path.of("src/test/resources/org/initium/keras/interop");

    /** 0.965 is what the digits' 20 % must reach with the command line's settings; this run is deterministic. */
    @Test
    void learnsTheDigits() {
        // example
        Key key = Key.of(42);
        float[] w = Initializers.heNormal().create(Shape.of(784, 128), Samplers.of(key));

        LabelledImages digits = Digits.load();
        Dataset.Split data = Dataset.ofClasses(digits.images().data(), digits.labels(), 16)
                .shuffled(key.child(0))
                .split(0.2);
        Sequential model = Sequential.mlp(
                new int[] {64, 64, 10},
                Activation.RELU,
                Initializers.heNormal(),
                Initializers.zeros(),
                key.child(1),
                32);
        Sgd sgd = new Sgd(SgdConfig.of(0.1).withMomentum(0.9), model.parameters());
        Trainer trainer = new Trainer(model, Loss.SPARSE_CATEGORICAL_CROSSENTROPY, sgd, key.child(2), 32);
        History history = trainer.fit(data.training(), data.validation(), 0, 20, epoch -> {});
        // end

        assertThat(w).hasSize(784 * 128);
        assertThat(history.epochs()).hasSize(20);
        assertThat(history.epochs().get(19).validationAccuracy()).isGreaterThanOrEqualTo(0.965);
    }

    /**
     * The model that Keras 3.15.1 saved as {@code mlp.weights.h5} after {@code set_random_seed(1234)} on PyTorch, on three
     * inputs, and what it predicted. The largest difference, of sums in another order, is 3 units of 2^-24 on every machine;
     * four times that.
     */
    @Test
    void portsAKerasModel() throws IOException {
        int samples = 3;
        float[] x = Npy.read(KERAS.resolve("mlp.x.npy")).data();
        float[] y = new float[samples * 10];
        // port
        GlobalSeed seed = GlobalSeed.of(1234); // KERAS_BACKEND=torch; keras.utils.set_random_seed(1234)
        Initializer glorot = Initializers.glorotUniform();
        Initializer zeros = Initializers.zeros();
        Layer hidden = Dense.create(64, 32, glorot, zeros, Backend.TORCH.sampler(seed.nextSeed())); // Dense(32, "relu")
        Layer logits = Dense.create(32, 10, glorot, zeros, Backend.TORCH.sampler(seed.nextSeed())); // Dense(10)
        Sequential model = new Sequential(List.of(hidden, Activation.RELU.layer(32), logits), 32); // keras.Sequential
        model.predict(samples, x, y); // model.predict(x)

        Sampler jax = Backend.JAX.sampler(42); // KERAS_BACKEND=jax; keras.initializers.HeNormal(seed=42)((784, 128))
        float[] w = Initializers.heNormal().create(Shape.of(784, 128), jax);
        // end of port

        float[] expected = Npy.read(KERAS.resolve("mlp.y.npy")).data();
        for (int i = 0; i < y.length; i++) {
            assertThat(y[i]).isCloseTo(expected[i], within(12 * 0x1p-24f));
        }
        assertThat(crc32(hidden.parameters().get(0).value())).isEqualTo("b8a01e28");
        assertThat(crc32(logits.parameters().get(0).value())).isEqualTo("fa20944d");
        assertThat(crc32(w)).isEqualTo("978aef98");
    }

    @ParameterizedTest
    @CsvSource({"example, end", "port, end of port"})
    void isTheOneInTheReadme(String begin, String end) throws IOException {
        List<String> source = Files.readAllLines(Path.of("src/test/java/org/initium/ReadmeExampleTest.java"));
        List<String> example =
                source.subList(source.indexOf("        // " + begin) + 1, source.indexOf("        // " + end)).stream()
                        .map(line -> line.isEmpty() ? line : line.substring(8))
                        .toList();
        assertThat(Files.readAllLines(Path.of("../README.md"))).containsSequence(example);
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void theReadmeNamesTheVersion(Backend backend) throws IOException {
        assertThat(Files.readString(Path.of("../README.md"))).contains(backend.version());
    }
}
