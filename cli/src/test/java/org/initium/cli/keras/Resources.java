// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.keras;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.initium.Shape;
import org.initium.Tensor;

/** The recorded files, which src/test/python/record_weights.py explains, and tensors. */
final class Resources {
    private static final Path FOLDER = Path.of("src/test/resources/org/initium/cli/keras");

    private Resources() {}

    static Path file(String name) {
        return FOLDER.resolve(name);
    }

    /** Numbers from -1 to 1, the same for the same seed. */
    static Tensor tensor(long seed, int... dimensions) {
        Shape shape = Shape.of(dimensions);
        float[] data = new float[shape.intSize()];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) (random.nextInt(-(1 << 24), 1 << 24) * 0x1p-24);
        }
        return new Tensor(shape, data);
    }
}
