// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initium.Recording.crc32;

import java.util.Arrays;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.RandomNormal;
import org.initium.init.RandomUniform;
import org.initium.init.TruncatedNormal;
import org.initium.jax.JaxKey;
import org.initium.jax.JaxRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JaxSamplerTest {
    /**
     * CRC-32 of the first three calls of an initializer with {@code seed=SeedGenerator(seed)} and shape (37, 11): keras
     * 3.15.1 on jax 0.10.2. KerasParityTest has integer seeds.
     */
    @ParameterizedTest
    @CsvSource({
        "uniform, 7, 01664b57, 888c6750, e7a2959b",
        "normal, 7, 86a9f51a, 178f0cd1, 31c33f91",
        "truncated, 4294967295, b06bf682, f3551d62, c063a9ac",
    })
    void counterIsTheNumberOfTheCall(String law, long seed, String first, String second, String third) {
        Initializer initializer = switch (law) {
            case "uniform" -> new RandomUniform(-0.05, 0.05);
            case "normal" -> new RandomNormal(0.5, 2);
            default -> new TruncatedNormal(-1, 0.05);
        };
        String[] expected = {first, second, third};
        for (int counter = 0; counter < 3; counter++) {
            float[] weights = initializer.create(Shape.of(37, 11), JaxSampler.of(seed, counter));
            assertThat(crc32(weights)).isEqualTo(expected[counter]);
        }
    }

    @Test
    void seedIsTheKeysFirstWord() {
        assertThat(JaxSampler.of(42)).hasToString("JaxSampler[JaxKey[0000002a 00000000]]");
        assertThat(JaxSampler.of(4294967295L, 1)).hasToString("JaxSampler[JaxKey[ffffffff 00000001]]");
    }

    @Test
    void keyOfJaxsOwnIsTakenAsItIs() {
        JaxKey key = JaxKey.of(42);
        float[] drawn = new float[100];
        float[] expected = new float[100];
        JaxSampler.of(key).uniform(-1, 1, Slice.all(100), drawn, 0);
        JaxRandom.uniform(key, -1, 1, Slice.all(100), expected, 0);
        assertThat(drawn).isEqualTo(expected);
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> JaxSampler.of(null));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1L << 32, Long.MIN_VALUE})
    void seedsThatKerasRefusesAreRefused(long seed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JaxSampler.of(seed))
                .withMessage("seed is " + seed + ", expected a number from 0 to 4294967295; Keras on jax raises"
                        + " OverflowError: it makes a uint32 of the seed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JaxSampler.of(0, seed))
                .withMessageStartingWith("counter is " + seed);
    }

    @Test
    void slicesEqualThePartOfTheWhole() {
        JaxSampler sampler = JaxSampler.of(3);
        float[] whole = new float[100_003];
        sampler.truncatedNormal(0.5, 2, Slice.all(whole.length), whole, 0);
        float[] part = new float[70_000];
        sampler.truncatedNormal(0.5, 2, new Slice(whole.length, 29_999, part.length), part, 0);
        assertThat(part).isEqualTo(Arrays.copyOfRange(whole, 29_999, 99_999));
    }

    @Test
    void badParametersAreRefusedBeforeAnythingIsWritten() {
        JaxSampler sampler = JaxSampler.of(3);
        float[] out = new float[4];
        Slice all = Slice.all(4);
        assertThatIllegalArgumentException().isThrownBy(() -> sampler.uniform(1, 0, all, out, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> sampler.normal(0, -1, all, out, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> sampler.truncatedNormal(Double.NaN, 1, all, out, 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> sampler.normal(0, 1, all, out, 1));
        assertThat(out).containsOnly(0);
    }
}
