// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.initium.init.Initializers;
import org.initium.random.Key;
import org.junit.jupiter.api.Test;

/** A run's bits, which no vector width, number of threads or CPU may change; the suite runs at several of each. */
class FrozenTrainingTest {
    /** Products of 512 x 64 x 256 are just large enough for several threads. */
    private static final int BATCH = 512;

    @Test
    void trainedWeightsAreFrozen() {
        Key key = Key.of(7);
        Sequential model = Sequential.mlp(
                new int[] {64, 256, 10},
                Activation.TANH,
                Initializers.glorotUniform(),
                Initializers.zeros(),
                key.child(0),
                BATCH);
        Sgd sgd = new Sgd(
                SgdConfig.of(Schedule.cosine(0.2, 12, 0.1))
                        .withMomentum(0.9)
                        .withNesterov(true)
                        .withWeightDecay(1e-3)
                        .withGlobalClipnorm(1),
                model.parameters());
        new Trainer(model, Loss.SPARSE_CATEGORICAL_CROSSENTROPY, sgd, key.child(1), BATCH)
                .fit(Fixtures.digits(), null, 0, 3, epoch -> {});

        CRC32 crc = new CRC32();
        for (Parameter parameter : model.parameters()) {
            ByteBuffer bytes = ByteBuffer.allocate(4 * parameter.value().length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(parameter.value());
            crc.update(bytes);
        }
        assertThat(HexFormat.of().toHexDigits((int) crc.getValue()))
                .as(
                        "bits of all weights after training: another key of a layer or of the shuffle, another order of sums, another step")
                .isEqualTo("2cec7cf7");
    }
}
