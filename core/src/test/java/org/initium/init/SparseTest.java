// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparseTest {
    private static final Sampler SAMPLER = Samplers.of(Key.of(5));

    /** PyTorch's counts, ceil(sparsity * rows); in doubles 0.55 * 100 is 55.00000000000001. */
    @ParameterizedTest
    @CsvSource({
        "10, 7, 0.3, 3",
        "10, 7, 0.31, 4",
        "30, 4, 0.1, 3",
        "1, 5, 0.01, 1",
        "100, 2, 0.55, 56",
        "9, 5, 0, 0",
        "9, 5, 1, 9",
        "1000, 3, 0.985, 985",
    })
    void zerosPerColumn(int rows, int columns, double sparsity, int zeros) {
        float[] w = new Sparse(sparsity, 0.01).create(Shape.of(rows, columns), SAMPLER);
        for (int column = 0; column < columns; column++) {
            int count = 0;
            for (int row = 0; row < rows; row++) {
                count += w[row * columns + column] == 0 ? 1 : 0;
            }
            assertThat(count).isEqualTo(zeros);
        }
    }

    /** As documented: values and ranks are the halves of a normal tensor of twice the size, and the lowest ranks are 0. */
    @Test
    void valuesAndRanksAreTheSamplersNormals() {
        int rows = 40;
        int columns = 30;
        int size = rows * columns;
        float[] normals = new float[2 * size];
        SAMPLER.normal(0, 1, Slice.all(2 * size), normals, 0);
        float[] w = new Sparse(0.25, 1).create(Shape.of(rows, columns), SAMPLER);
        for (int column = 0; column < columns; column++) {
            float[] ranks = Arrays.copyOfRange(normals, size + column * rows, size + (column + 1) * rows);
            float[] sorted = ranks.clone();
            Arrays.sort(sorted);
            for (int row = 0; row < rows; row++) {
                int element = row * columns + column;
                assertThat(w[element]).isEqualTo(ranks[row] < sorted[10] ? 0 : normals[element]);
            }
        }
    }

    /**
     * Each of the six pairs of rows is a column's zeros as often as any other: chi squared with 5 degrees of freedom over
     * 6,000 columns of a fixed seed, whose critical value at 1e-4 is 25.7 (R: qchisq(1e-4, 5, lower = FALSE)).
     */
    @Test
    void everySetOfRowsIsEquallyLikely() {
        int columns = 6000;
        float[] w = new Sparse(0.5, 1).create(Shape.of(4, columns), SAMPLER);
        int[] counts = new int[16];
        for (int column = 0; column < columns; column++) {
            int set = 0;
            for (int row = 0; row < 4; row++) {
                set |= w[row * columns + column] == 0 ? 1 << row : 0;
            }
            counts[set]++;
        }
        double statistic = 0;
        for (int set = 0; set < 16; set++) {
            double expected = Integer.bitCount(set) == 2 ? columns / 6.0 : 0;
            if (expected == 0) {
                assertThat(counts[set]).isZero();
            } else {
                statistic += (counts[set] - expected) * (counts[set] - expected) / expected;
            }
        }
        assertThat(statistic).isLessThan(25.7);
    }

    @ParameterizedTest
    @CsvSource({"'17,9'", "'1,40'", "'40,1'"})
    void slicesAreThePartsOfTheWhole(String text) {
        Shape shape = Shape.parse(text);
        Sparse sparse = new Sparse(0.4, 1);
        float[] whole = sparse.create(shape, SAMPLER);
        for (int first = 0; first < whole.length; first += 3) {
            for (int count : new int[] {0, 1, 2, 11}) {
                int part = Math.min(count, whole.length - first);
                float[] out = new float[part];
                sparse.fill(shape, SAMPLER, new Slice(whole.length, first, part), out, 0);
                assertThat(out).containsExactly(Arrays.copyOfRange(whole, first, first + part));
            }
        }
    }

    /** Which zeros and values the default draws is frozen with the native stream. */
    @Test
    void frozen() {
        float[] w = new Sparse(0.5, 1).create(Shape.of(4, 3), SAMPLER);
        StringBuilder zeros = new StringBuilder();
        for (float value : w) {
            zeros.append(value == 0 ? '0' : 'x');
        }
        assertThat(zeros.toString()).isEqualTo("00xxx0xx000x");
    }

    @Test
    void law() {
        Law law = new Sparse(0.3, 0.5).law(Shape.of(10, 7));
        assertThat(law.mean()).isZero();
        assertThat(law.stddev()).isCloseTo(0.5 * Math.sqrt(0.7), within(0x1p-52));
        assertThat(law.upper()).isInfinite();
        assertThat(new Sparse(1, 0.5).law(Shape.of(10, 7)).upper()).isZero();
        assertThat(new Sparse(0.3, 0.5).law(Shape.of(0, 7)).stddev()).isZero();
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sparse(1.5, 1))
                .withMessage("sparsity is 1.5, expected a share from 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sparse(Double.NaN, 1))
                .withMessage("sparsity is NaN, expected a share from 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sparse(0.5, -1))
                .withMessage("stddev is -1.0, expected 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sparse.DEFAULT.create(Shape.of(3, 4, 5), SAMPLER))
                .withMessage("sparse needs a shape of rank 2, got (3, 4, 5) of rank 3");
    }
}
