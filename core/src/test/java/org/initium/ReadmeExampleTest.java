// SPDX-License-Identifier: Apache-2.0
package org.initium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initium.init.Initializers;
import org.initium.io.Digits;
import org.initium.io.LabelledImages;
import org.initium.nn.Activation;
import org.initium.nn.Dataset;
import org.initium.nn.History;
import org.initium.nn.Loss;
import org.initium.nn.Sequential;
import org.initium.nn.Sgd;
import org.initium.nn.SgdConfig;
import org.initium.nn.Trainer;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Test;

/** The README's example: that it does what it says, and that it is the one below. */
class ReadmeExampleTest {
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

    @Test
    void isTheOneInTheReadme() throws IOException {
        List<String> source = Files.readAllLines(Path.of("src/test/java/org/initium/ReadmeExampleTest.java"));
        List<String> example =
                source.subList(source.indexOf("        // example") + 1, source.indexOf("        // end")).stream()
                        .map(line -> line.isEmpty() ? line : line.substring(8))
                        .toList();
        assertThat(Files.readAllLines(Path.of("../README.md"))).containsSequence(example);
    }
}
