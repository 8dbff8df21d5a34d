// SPDX-License-Identifier: Apache-2.0
package org.initium.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.initium.Allocation;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of ten rows, of which the ids name those from 1 to 8; the first and the last are NaN, as is what follows y. */
class EmbeddingKernelTest {
    private static final EmbeddingKernel SCALAR = new EmbeddingKernelScalar();
    private static final EmbeddingKernel VECTOR = new EmbeddingKernelVector();
    private static final int ROWS = 10;
    private static final int BATCH = 3;
    private static final int TOKENS = 5;

    /** Ids from 1 to 8; the second sample has one of them twice, the third only one. */
    private static final float[] IDS = {1, 8, 3, 2, 5, 7, 4, 7, 6, 1, 2, 2, 2, 2, 2};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 127, 200})
    void vectorsEqualScalars(int dim) {
        float[] table = table(1, dim);
        float[] scalar = new float[(BATCH + 1) * dim];
        Arrays.fill(scalar, Float.NaN);
        float[] vector = scalar.clone();
        SCALAR.average(BATCH, TOKENS, dim, IDS, table, scalar);
        VECTOR.average(BATCH, TOKENS, dim, IDS, table, vector);
        assertThat(vector).containsExactly(scalar);
        for (int i = 0; i < vector.length; i++) {
            assertThat(Float.isNaN(vector[i])).isEqualTo(i >= BATCH * dim);
        }

        float[] gradient = table(2, dim);
        float[] other = gradient.clone();
        SCALAR.spread(BATCH, TOKENS, dim, IDS, vector, gradient);
        VECTOR.spread(BATCH, TOKENS, dim, IDS, vector, other);
        assertThat(other).containsExactly(gradient);
        for (int i = 0; i < other.length; i++) {
            int row = i / dim;
            assertThat(Float.isNaN(other[i])).isEqualTo(row == 0 || row == ROWS - 1);
        }
    }

    @Test
    void followsItsDefinition() {
        float[] y = new float[2];
        SCALAR.average(2, 2, 1, new float[] {0, 1, 1, 1}, new float[] {2, 5}, y);
        assertThat(y).containsExactly(3.5f, 5);
        float[] de = {100, 200};
        SCALAR.spread(2, 2, 1, new float[] {0, 1, 1, 1}, new float[] {4, 6}, de);
        assertThat(de).containsExactly(102, 202 + 6);
    }

    @Test
    @Tag(Allocation.TAG)
    void allocatesNothing() {
        int dim = 1_000;
        float[] table = table(1, dim);
        float[] y = new float[BATCH * dim];
        assertThat(Allocation.perCall(() -> VECTOR.average(BATCH, TOKENS, dim, IDS, table, y)))
                .isZero();
        assertThat(Allocation.perCall(() -> VECTOR.spread(BATCH, TOKENS, dim, IDS, y, table)))
                .isZero();
    }

    private static float[] table(long seed, int dim) {
        float[] table = new float[ROWS * dim];
        Samplers.of(Key.of(seed)).uniform(-1, 1, Slice.all(table.length), table, 0);
        Arrays.fill(table, 0, dim, Float.NaN);
        Arrays.fill(table, (ROWS - 1) * dim, ROWS * dim, Float.NaN);
        return table;
    }
}
