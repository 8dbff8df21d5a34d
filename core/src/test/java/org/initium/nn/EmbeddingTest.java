// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.initium.Shape;
import org.initium.random.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On small whole numbers and four tokens, so that every sum and quotient is exact. */
class EmbeddingTest {
    private final Parameter table = new Parameter("embeddings", Shape.of(3, 2), new float[] {1, 2, 10, 20, 100, 200});
    private final Embedding layer = new Embedding(table, 4);

    @Test
    void averagesTheVectors() {
        float[] y = {7, 7, 7, 7, 7};
        layer.forward(2, new float[] {0, 1, 1, 2, 2, 2, 2, 2}, y);
        assertThat(y).containsExactly(30.25f, 60.5f, 100, 200, 7);
    }

    /** A token that occurs twice gets two shares, one that does not occur none, whatever was there before. */
    @Test
    void spreadsTheGradient() {
        Arrays.fill(table.grad(), Float.NaN);
        float[] x = {0, 1, 1, 0, 1, 1, 1, 1};
        layer.backward(2, x, new float[4], new float[] {4, 8, -2, 16}, null);
        assertThat(table.grad()).containsExactly(2, 4, 2 - 2, 4 + 16, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, 3, 1.5f, Float.NaN, Float.NEGATIVE_INFINITY, 1e10f})
    void refusesWhatIsNoToken(float id) {
        float[] y = new float[4];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.forward(2, new float[] {0, 1, 1, 2, 2, id, 2, 2}, y))
                .withMessage("token 1 of sample 1 has id " + id + ", expected a whole number from 0 to 2");
        assertThat(y).containsOnly(0);
    }

    @Test
    void beginsAsKerass() {
        Embedding embedding = Embedding.create(100, 8, 2, Key.of(4));
        Embedding same = Embedding.create(100, 8, 2, TestInitializers.uniform(0.05), Key.of(4));
        float[] value = embedding.parameters().get(0).value();
        assertThat(value).containsExactly(same.parameters().get(0).value());
        double largest = 0;
        for (float v : value) {
            largest = Math.max(largest, Math.abs(v));
        }
        // None of 800 draws in the outer tenth: probability 0.9^800 = 2e-37.
        assertThat(largest).isBetween(0.045, 0.05);
    }

    @Test
    void refusesImpossibleSizes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Embedding(table, 0))
                .withMessage("tokens is 0, expected 1 or more");
        int beyond = (1 << 24) + 1;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Embedding(new Parameter("e", Shape.of(beyond, 1), new float[beyond]), 1))
                .withMessage("table has shape (16777217, 1), expected (vocabulary, dim) with both above 0"
                        + " and at most 2^24 ids");
        assertThatIllegalArgumentException().isThrownBy(() -> Embedding.create(0, 4, 1, Key.of(1)));
    }
}
