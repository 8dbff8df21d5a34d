// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.initium.Allocation;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelKernelTest {
    private static final int COLUMNS = PanelKernel.COLUMNS;

    /** One sweep's operands, NaN wherever a kernel must not read. */
    private record Sweep(int rows, int from, int first, float[] v, float[] w, float[] x, float[] p, float[] g) {
        static Sweep of(int rows, int from, int first) {
            float[] p = new float[(first + rows + 1) * COLUMNS];
            Arrays.fill(p, Float.NaN);
            Samplers.of(Key.of(1)).normal(0, 1, Slice.all(rows * COLUMNS), p, first * COLUMNS);
            float[] w = new float[COLUMNS];
            Samplers.of(Key.of(2)).normal(0, 1, Slice.all(COLUMNS - from), w, from);
            float[] g = new float[COLUMNS + 3];
            Arrays.fill(g, Float.NaN);
            return new Sweep(rows, from, first, factors(3, rows, first), w, factors(4, rows, first), p, g);
        }

        private static float[] factors(int seed, int rows, int first) {
            float[] factors = new float[first + rows + 2];
            Arrays.fill(factors, Float.NaN);
            Samplers.of(Key.of(seed)).normal(0, 1, Slice.all(rows), factors, first);
            return factors;
        }

        void run(PanelKernel kernel) {
            kernel.sweep(rows, from, v, w, x, p, first, g);
        }

        float[] sums() {
            return Arrays.copyOfRange(g, from, COLUMNS);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "1, 0, 0",
        "1, 63, 1",
        "2, 17, 3",
        "7, 1, 0",
        "64, 31, 5",
        "65, 32, 1",
        "300, 33, 2",
        "1000, 48, 0"
    })
    void kernelsAgreeToTheBitAndWithTheDefinition(int rows, int from, int first) {
        Sweep scalar = Sweep.of(rows, from, first);
        Sweep vector = Sweep.of(rows, from, first);
        float[] before = scalar.p.clone();
        scalar.run(new PanelKernelScalar());
        vector.run(new PanelKernelVector());
        assertThat(vector.p).isEqualTo(scalar.p);
        assertThat(vector.sums()).isEqualTo(scalar.sums());
        assertThat(Arrays.copyOfRange(vector.g, COLUMNS, COLUMNS + 3)).containsOnly(Float.NaN);

        for (int c = 0; c < COLUMNS; c++) {
            float sum = 0;
            for (int i = 0; i < rows; i++) {
                int at = (first + i) * COLUMNS + c;
                float updated = c < from ? before[at] : Math.fma(scalar.v[first + i], scalar.w[c], before[at]);
                assertThat(scalar.p[at]).isEqualTo(updated);
                sum = Math.fma(scalar.x[first + i], updated, sum);
            }
            if (c >= from) {
                assertThat(scalar.g[c]).isEqualTo(sum);
            }
        }
    }

    @Test
    @Tag(Allocation.TAG)
    void nothingIsAllocated() {
        Sweep sweep = Sweep.of(200, 20, 3);
        Arrays.fill(sweep.v, 0);
        PanelKernel kernel = new PanelKernelVector();
        assertThat(Allocation.perCall(() -> sweep.run(kernel))).isZero();
        float[] p = sweep.p.clone();
        float[] tau = new float[COLUMNS];
        float[] sign = new float[COLUMNS];
        Panel panel = new Panel(200);
        assertThat(Allocation.perCall(() -> {
                    System.arraycopy(p, 3 * COLUMNS, sweep.p, 0, 200 * COLUMNS);
                    panel.factor(200, COLUMNS, sweep.p, tau, sign, 0);
                }))
                .isZero();
    }
}
