// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initium.Recording.crc32;

import org.initium.Slice;
import org.initium.random.Sampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Against recordings of Keras 3.15.1 on tensorflow-cpu 2.21.0, beside those of {@link KerasParityTest}. */
class TensorFlowSamplerTest {
    /** Sizes around a block and a batch, several threads' worth, awkward parameters, and subnormal numbers. */
    @ParameterizedTest
    @CsvFileSource(resources = "tensorflow_laws.csv", commentCharacter = '#')
    void lawsMatch(String law, double a, double b, int n, String crc) {
        float[] out = new float[n];
        draw(TensorFlowSampler.of(42), law, a, b, Slice.all(n), out);
        assertThat(crc32(out)).isEqualTo(crc);
    }

    private static void draw(Sampler sampler, String law, double a, double b, Slice slice, float[] out) {
        switch (law) {
            case "uniform" -> sampler.uniform(a, b, slice, out, 0);
            case "normal" -> sampler.normal(a, b, slice, out, 0);
            case "truncatedNormal" -> sampler.truncatedNormal(a, b, slice, out, 0);
            default -> throw new IllegalArgumentException(law);
        }
    }

    /** CRC-32 of {@code RandomNormal(0, 1, seed)((100,))}; counters by assigning [seed, counter] to a SeedGenerator's state. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 9b7092be",
        "-1, 0, 65e5ffb5",
        "-2147483646, 0, 9b7092be",
        "-2147483647, 0, 65e5ffb5",
        "2147483645, 0, 65e5ffb5",
        "2147483646, 0, 9b7092be",
        "2147483647, 0, 68d74cf4",
        "2147483648, 0, 44206217",
        "4294967296, 0, a271ff37",
        "4611686018427387904, 0, a271ff37",
        "9223372036854775807, 0, dc30e023",
        "-9223372036854775808, 0, bcf775f1",
        "7, 0, dc30e023",
        "7, 1, 5fb42190",
        "7, 2, 579ca565",
        "7, 3, 568558a5",
        "7, 2147483645, 60745320",
        "7, 2147483646, dc30e023",
        "7, 2147483647, 5fb42190",
        "7, 1099511627776, e12132d8",
        "7, 9223372036854775807, 0fe7ec46",
        "-5, 3, b4169377",
    })
    void seedsAndCountersMatch(long seed, long counter, String crc) {
        float[] out = new float[100];
        TensorFlowSampler.of(seed, counter).normal(0, 1, Slice.all(100), out, 0);
        assertThat(crc32(out)).isEqualTo(crc);
        if (counter == 0) {
            TensorFlowSampler.of(seed).normal(0, 1, Slice.all(100), out, 0);
            assertThat(crc32(out)).isEqualTo(crc);
        }
    }

    /** {@code RandomNormal(0, 1, seed=987654321)((3000003,))} and TruncatedNormal likewise. */
    @ParameterizedTest
    @CsvSource({"normal, 930567e7", "truncatedNormal, 28cadaef"})
    void largeTensorsMatch(String law, String crc) {
        float[] out = new float[3_000_003];
        draw(TensorFlowSampler.of(987654321), law, 0, 1, Slice.all(out.length), out);
        assertThat(crc32(out)).isEqualTo(crc);
    }

    @Test
    void countersAreNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TensorFlowSampler.of(7, -1))
                .withMessageContaining("counter is -1, expected 0 or more");
    }

    @Test
    void badParametersAreRefusedBeforeAnythingIsWritten() {
        Sampler sampler = TensorFlowSampler.of(1);
        float[] out = new float[10];
        Slice slice = Slice.all(10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sampler.uniform(1, -1, slice, out, 0))
                .withMessageContaining("minval 1.0 is above maxval -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sampler.normal(0, -1, slice, out, 0))
                .withMessageContaining("stddev is -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sampler.truncatedNormal(Double.NaN, 1, slice, out, 0))
                .withMessageContaining("mean is NaN");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> sampler.truncatedNormal(0, 1, slice, out, 1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> sampler.uniform(0, 1, slice, out, -1));
        assertThat(out).containsOnly(0);
    }
}
