// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.initium.Allocation;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReflectorKernelTest {
    private static final int FLOATS = ReflectorKernel.FLOATS;
    private static final int DOUBLES = ReflectorKernel.DOUBLES;

    /** Normals in the middle of an array of NaN. */
    private static float[] normals(int seed, int before, int count, int after) {
        float[] values = new float[before + count + after];
        Arrays.fill(values, Float.NaN);
        Samplers.of(Key.of(seed)).normal(0, 1, Slice.all(count), values, before);
        return values;
    }

    private static double[] widened(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] * (1 + 0x1p-40))
                .toArray();
    }

    /** One sweep in single precision, NaN wherever a kernel must not read. */
    private record Sweep(int rows, int from, int offset, float[] v, float[] w, float[] x, float[] p, float[] g) {
        static Sweep of(int rows, int from, int offset) {
            float[] w = new float[FLOATS];
            System.arraycopy(normals(2, 0, FLOATS, 0), from, w, from, FLOATS - from);
            return new Sweep(
                    rows,
                    from,
                    offset,
                    normals(3, offset, rows, 1),
                    w,
                    normals(4, 2 * offset, rows, 1),
                    normals(1, 3 * offset, rows * FLOATS, FLOATS),
                    normals(5, 0, FLOATS, 3));
        }

        void run(ReflectorKernel kernel) {
            kernel.sweep(rows, from, v, offset, w, x, 2 * offset, p, 3 * offset, g);
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
    void floatKernelsAgreeToTheBitAndWithTheDefinition(int rows, int from, int offset) {
        Sweep before = Sweep.of(rows, from, offset);
        Sweep scalar = Sweep.of(rows, from, offset);
        Sweep vector = Sweep.of(rows, from, offset);
        scalar.run(new ReflectorKernelScalar());
        vector.run(new ReflectorKernelVector());
        assertThat(vector.p).isEqualTo(scalar.p);
        assertThat(Arrays.copyOfRange(vector.g, from, FLOATS + 3))
                .isEqualTo(Arrays.copyOfRange(scalar.g, from, FLOATS + 3));
        for (int c = 0; c < FLOATS; c++) {
            float sum = before.g[c];
            for (int i = 0; i < rows; i++) {
                int at = 3 * offset + i * FLOATS + c;
                float updated = c < from ? before.p[at] : Math.fma(scalar.v[offset + i], scalar.w[c], before.p[at]);
                assertThat(scalar.p[at]).isEqualTo(updated);
                sum = Math.fma(scalar.x[2 * offset + i], updated, sum);
            }
            if (c >= from) {
                assertThat(scalar.g[c]).isEqualTo(sum);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "1, 1", "2, 3", "31, 1", "64, 5", "257, 2"})
    void doubleKernelsAgreeToTheBitAndWithTheDefinition(int rows, int offset) {
        double[] v = widened(normals(3, offset, rows, 1));
        double[] w = widened(normals(2, 0, DOUBLES, 0));
        double[] x = widened(normals(4, 2 * offset, rows, 1));
        double[] p = widened(normals(1, 3 * offset, rows * DOUBLES, DOUBLES));
        double[] g = widened(normals(5, 0, DOUBLES, 3));
        double[] expectedP = p.clone();
        double[] expectedG = g.clone();
        double[] expectedSum = g.clone();
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < DOUBLES; c++) {
                int at = 3 * offset + i * DOUBLES + c;
                expectedSum[c] = Math.fma(x[2 * offset + i], p[at], expectedSum[c]);
                expectedP[at] = Math.fma(v[offset + i], w[c], p[at]);
                expectedG[c] = Math.fma(x[2 * offset + i], expectedP[at], expectedG[c]);
            }
        }
        for (ReflectorKernel kernel :
                new ReflectorKernel[] {new ReflectorKernelScalar(), new ReflectorKernelVector()}) {
            double[] sum = g.clone();
            kernel.sum(rows, x, 2 * offset, p, 3 * offset, sum);
            assertThat(sum).isEqualTo(expectedSum);
            double[] panel = p.clone();
            double[] sums = g.clone();
            kernel.sweep(rows, v, offset, w, x, 2 * offset, panel, 3 * offset, sums);
            assertThat(panel).isEqualTo(expectedP);
            assertThat(sums).isEqualTo(expectedG);
        }
    }

    /** Alone, and one after the other as a factorisation calls them. */
    @Test
    @Tag(Allocation.TAG)
    void nothingIsAllocated() {
        ReflectorKernel kernel = new ReflectorKernelVector();
        Sweep sweep = Sweep.of(200, 20, 3);
        Arrays.fill(sweep.v, 0);
        assertThat(Allocation.perCall(() -> sweep.run(kernel))).isZero();
        double[] v = new double[200];
        double[] w = new double[DOUBLES];
        double[] p = new double[200 * DOUBLES];
        double[] g = new double[DOUBLES];
        assertThat(Allocation.perCall(() -> kernel.sweep(200, v, 0, w, v, 0, p, 0, g)))
                .isZero();
        assertThat(Allocation.perCall(() -> kernel.sum(200, v, 0, p, 0, g))).isZero();

        float[] matrix = normals(6, 0, 200 * FLOATS, 0);
        float[] panel = new float[matrix.length];
        float[] tau = new float[FLOATS];
        float[] sign = new float[FLOATS];
        HouseholderPanel householder = new HouseholderPanel(200);
        assertThat(Allocation.perCall(() -> {
                    System.arraycopy(matrix, 0, panel, 0, matrix.length);
                    householder.factor(200, FLOATS, panel, tau, sign, 0);
                }))
                .isZero();

        double[] exact = widened(normals(7, 0, 200 * 70, 0));
        double[] a = new double[exact.length];
        double[] taus = new double[DOUBLES];
        ReflectorBlock block = new ReflectorBlock(200);
        assertThat(Allocation.perCall(() -> {
                    System.arraycopy(exact, 0, a, 0, a.length);
                    block.factor(200, DOUBLES, a, 0, 70, taus, 0);
                    block.applyTransposed(70 - DOUBLES, a, DOUBLES, 70);
                    block.load(200, DOUBLES, a, 0, 70, taus, 0);
                    block.apply(70 - DOUBLES, a, DOUBLES, 70);
                }))
                .isZero();
    }
}
