// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.initium.Recording;
import org.initium.Shape;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GlobalSeedTest {
    /** CPython 3.11: {@code random.seed(s)}, then {@code random.randint(1, 10**9)} each time. */
    @ParameterizedTest
    @CsvSource({
        "0, 906691060, 413654000, 813847340, 343656009",
        "1, 144272510, 611178003, 909925048, 632436359",
        "42, 686579304, 119540832, 26855093, 224956460",
        "1234, 835549144, 473233032, 125467290, 865986213",
        "2147483648, 363779273, 405138349, 542306183, 604991092",
        "4294967295, 682209859, 665256254, 218184273, 310487955"
    })
    void seedsAreThoseOfPython(long seed, long first, long second, long third, long hundredth) {
        GlobalSeed global = GlobalSeed.of(seed);
        assertThat(global.nextSeed()).isEqualTo(first);
        assertThat(global.nextSeed()).isEqualTo(second);
        assertThat(global.nextSeed()).isEqualTo(third);
        for (int i = 3; i < 99; i++) {
            global.nextSeed();
        }
        assertThat(global.nextSeed()).isEqualTo(hundredth);
    }

    /**
     * Keras 3.15.1 on PyTorch after {@code set_random_seed(1234)}: a perceptron 64-32-10, then an embedding of 50 words in 8
     * dimensions and a layer of 4 on it, all with default initializers, constructed in this order.
     */
    @Test
    void layersBeginAsInKeras() {
        JsonNode recorded = Recording.read(GlobalSeedTest.class, "set_random_seed.json");
        GlobalSeed global = GlobalSeed.of(recorded.get("set_random_seed").asLong());
        JsonNode mlp = recorded.get("mlp");
        JsonNode embedding = recorded.get("embedding");
        Initializer glorot = Initializers.of("glorot_uniform");
        Initializer uniform = Initializers.of("random_uniform");
        assertBegins(mlp.get("sequential/hidden/kernel"), glorot, Shape.of(64, 32), global);
        assertBegins(mlp.get("sequential/logits/kernel"), glorot, Shape.of(32, 10), global);
        assertBegins(embedding.get("sequential_1/words/embeddings"), uniform, Shape.of(50, 8), global);
        assertBegins(embedding.get("sequential_1/out/kernel"), glorot, Shape.of(8, 4), global);
    }

    private static void assertBegins(JsonNode expected, Initializer initializer, Shape shape, GlobalSeed global) {
        float[] weights = initializer.create(shape, Backend.TORCH.sampler(global.nextSeed()));
        assertThat(Recording.of(weights)).isEqualTo(Recording.of(expected));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1L << 32, Long.MIN_VALUE, Long.MAX_VALUE})
    void seedsThatNumpyRefusesAreRefused(long seed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GlobalSeed.of(seed))
                .withMessageStartingWith("seed is " + seed + ", expected 0 to 4294967295")
                .withMessageContaining("ValueError");
    }
}
