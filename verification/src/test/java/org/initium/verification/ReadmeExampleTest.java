// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.initium.Shape;
import org.junit.jupiter.api.Test;

/** The README's example: that it does what it says, and that it is the one below. */
class ReadmeExampleTest {
    /** Another library's initializer. */
    private static final class MyLayers {
        static float[] xavier(int in, int out, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double limit = Math.sqrt(6.0 / (in + out));
            float[] w = new float[in * out];
            for (int i = 0; i < w.length; i++) {
                w[i] = (float) random.nextDouble(-limit, limit);
            }
            return w;
        }
    }

    /** Fails with probability 1e-6 at most, and has a fixed seed. */
    @Test
    void passes() {
        // example
        Verify.that("MyLayers.xavier", (shape, seed) -> MyLayers.xavier(shape.dim(0), shape.dim(1), seed))
                .claims("glorot_uniform")
                .on(Shape.of(25, 20), Shape.of(784, 128))
                .passes();
        // end
    }

    @Test
    void isTheOneInTheReadme() throws IOException {
        List<String> source =
                Files.readAllLines(Path.of("src/test/java/org/initium/verification/ReadmeExampleTest.java"));
        List<String> example =
                source.subList(source.indexOf("        // example") + 1, source.indexOf("        // end")).stream()
                        .map(line -> line.substring(8))
                        .toList();
        assertThat(Files.readAllLines(Path.of("../README.md"))).containsSequence(example);
    }
}
