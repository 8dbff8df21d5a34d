// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.oddities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initium.verification.identify.oddities.OdditiesTest.names;
import static org.initium.verification.identify.oddities.OdditiesTest.only;
import static org.initium.verification.identify.oddities.OdditiesTest.weights;

import java.util.Arrays;
import org.initium.Shape;
import org.junit.jupiter.api.Test;

/** Rows and columns of the random normals that {@link OdditiesTest} changes. */
class LinesTest {
    private static final Shape SHAPE = Shape.of(80, 60);

    @Test
    void seesEqualColumns() {
        Oddity odd = only(x -> copy(x, 7, 41, 80, 60));
        assertThat(odd.name()).isEqualTo("equal_columns");
        assertThat(odd.found()).contains("1 of 60 columns repeat an earlier one (7 and 41)");
    }

    @Test
    void seesEqualRows() {
        Oddity odd = only(x -> System.arraycopy(x, 120, x, 1200, 60));
        assertThat(odd.name()).isEqualTo("equal_rows");
        assertThat(odd.found()).contains("1 of 80 rows repeat an earlier one (2 and 20)");
    }

    /** Rows are named once: not as equal ones, too. */
    @Test
    void seesZeroRows() {
        Oddity padding = only(x -> Arrays.fill(x, 0, 60, 0), "zero_rows");
        assertThat(padding.found()).isEqualTo("1 of 80 rows are 0 throughout, the first of them 0");
        Oddity pruned = only(x -> Arrays.fill(x, 77 * 60, 80 * 60, -0f), "zero_rows");
        assertThat(pruned.found()).isEqualTo("3 of 80 rows are 0 throughout, the first of them 77");
        float[] x = weights();
        Arrays.fill(x, 77 * 60, 80 * 60, 0);
        assertThat(names(SHAPE, x)).containsExactly("zeros", "zero_rows");
    }

    @Test
    void seesZeroColumns() {
        Oddity odd = only(
                x -> {
                    for (int row = 0; row < 80; row++) {
                        x[row * 60 + 5] = 0;
                    }
                },
                "zero_columns");
        assertThat(odd.found()).isEqualTo("1 of 60 columns are 0 throughout, the first of them 5");
    }

    private static void copy(float[] x, int from, int to, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            x[row * columns + to] = x[row * columns + from];
        }
    }
}
