// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.initium.Allocation;
import org.initium.Recording;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FloatQrTest {
    private static float[] normal(int m, int n) {
        float[] values = new float[m * n];
        Samplers.of(Key.of(m * 1000L + n)).normal(0, 1, Slice.all(values.length), values, 0);
        return values;
    }

    private static float[] orthonormalized(int m, int n, float[] a) {
        float[] q = a.clone();
        FloatQr.orthonormalize(m, n, q, 0);
        return q;
    }

    /** R = Q'A in double precision. */
    private static double[] r(int m, int n, float[] q, float[] a) {
        double[] r = new double[n * n];
        for (int row = 0; row < m; row++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    r[i * n + j] += (double) q[row * n + i] * a[row * n + j];
                }
            }
        }
        return r;
    }

    /** Sizes about a panel's width (64); R is upper triangular with a positive diagonal, and A = QR, by LAPACK's ratios. */
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "2, 1",
        "2, 2",
        "5, 3",
        "9, 1",
        "63, 63",
        "64, 64",
        "65, 65",
        "65, 64",
        "66, 65",
        "100, 37",
        "128, 128",
        "131, 129",
        "200, 193",
        "300, 2"
    })
    void factorsAreOrthogonalAndTriangular(int m, int n) {
        float[] a = normal(m, n);
        int offset = 3;
        float[] out = new float[offset + m * n + 2];
        Arrays.fill(out, Float.NaN);
        System.arraycopy(a, 0, out, offset, a.length);
        FloatQr.orthonormalize(m, n, out, offset);
        for (int i = 0; i < out.length; i++) {
            if (i < offset || i >= offset + m * n) {
                assertThat(out[i]).as("outside A, at %d", i).isNaN();
            }
        }
        float[] q = Arrays.copyOfRange(out, offset, offset + m * n);
        assertThat(Orthonormality.ratio(m, n, q, 0)).isLessThan(Orthonormality.LAPACK_RATIO);

        double normA = 0;
        for (int j = 0; j < n; j++) {
            double column = 0;
            for (int i = 0; i < m; i++) {
                column += Math.abs(a[i * n + j]);
            }
            normA = Math.max(normA, column);
        }
        double tolerance = Orthonormality.LAPACK_RATIO * m * Orthonormality.EPS * normA;
        double[] r = r(m, n, q, a);
        for (int j = 0; j < n; j++) {
            assertThat(r[j * n + j]).as("diagonal %d", j).isPositive();
            double below = 0;
            double residual = 0;
            for (int i = j + 1; i < n; i++) {
                below += Math.abs(r[i * n + j]);
            }
            for (int row = 0; row < m; row++) {
                double back = 0;
                for (int i = 0; i <= j; i++) {
                    back += q[row * n + i] * r[i * n + j];
                }
                residual += Math.abs(back - a[row * n + j]);
            }
            assertThat(below).as("below the diagonal of column %d", j).isLessThan(tolerance);
            assertThat(residual).as("A - QR in column %d", j).isLessThan(tolerance);
        }
    }

    /**
     * Q in single precision is within {@code kappa(A)} roundings of the one in double. A's columns are four times as long as
     * they are many, so kappa is some 3 ({@code (1 + 1/2) / (1 - 1/2)}: V. A. Marchenko, L. A. Pastur 1967).
     */
    @ParameterizedTest
    @CsvSource({"16, 4", "400, 100", "600, 150"})
    void agreesWithDoublePrecision(int m, int n) {
        float[] a = normal(m, n);
        double[] exact = new double[m * n];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = a[i];
        }
        Qr qr = Qr.of(m, n, exact);
        double[] expected = qr.q();
        float[] q = orthonormalized(m, n, a);
        for (int i = 0; i < q.length; i++) {
            double sign = qr.diagonal(i % n) < 0 ? -1 : 1;
            assertThat((double) q[i])
                    .as("element %d", i)
                    .isCloseTo(sign * expected[i], within(3 * Orthonormality.LAPACK_RATIO * Orthonormality.EPS));
        }
    }

    /** The same at every vector width, and from one version to the next: block sizes and {@link Gemm}'s sums are part of it. */
    @ParameterizedTest
    @CsvSource({"50, 50, c339346f", "130, 130, 151ed99d", "400, 70, 2680233a"})
    void bitsAreFrozen(int m, int n, String crc) {
        float[] a = new float[m * n];
        for (int i = 0; i < a.length; i++) {
            a[i] = HaarTest.scattered(i);
        }
        assertThat(Recording.crc32(orthonormalized(m, n, a))).isEqualTo(crc);
    }

    @Test
    void degenerateColumns() {
        assertThat(orthonormalized(3, 1, new float[] {-2, 0, 0})).containsExactly(-1, 0, 0);
        assertThat(orthonormalized(2, 2, new float[4])).containsExactly(1, 0, 0, 1);
        assertThat(orthonormalized(3, 0, new float[0])).isEmpty();
        float[] alike = new float[70 * 66];
        Arrays.fill(alike, 0.5f);
        assertThat(Orthonormality.ratio(70, 66, orthonormalized(70, 66, alike), 0))
                .isLessThan(Orthonormality.LAPACK_RATIO);
    }

    /** What is left of a column below the first row is subnormal: its reciprocal would be infinite. */
    @ParameterizedTest
    @CsvSource({"2, 2", "5, 5", "30, 10", "66, 65"})
    void subnormalRemaindersLeaveQOrthonormal(int m, int n) {
        float[] a = new float[m * n];
        for (int i = 0; i < a.length; i++) {
            a[i] = i < n ? 1 : (i * 7919 % 9) * Float.MIN_VALUE;
        }
        assertThat(Orthonormality.ratio(m, n, orthonormalized(m, n, a), 0)).isLessThan(Orthonormality.LAPACK_RATIO);
    }

    /** A column times a power of two has the same Q: to the bit, even where squares of its elements leave a float's range. */
    @ParameterizedTest
    @ValueSource(ints = {-100, -33, -32, 32, 33, 100, 120})
    void extremeColumnsAreScaled(int exponent) {
        int m = 90;
        int n = 70;
        float[] a = normal(m, n);
        float[] expected = orthonormalized(m, n, a);
        for (int j = 0; j < n; j += 3) {
            for (int i = 0; i < m; i++) {
                a[i * n + j] = Math.scalb(a[i * n + j], exponent);
            }
        }
        assertThat(orthonormalized(m, n, a)).isEqualTo(expected);
    }

    /** Four arrays of 64 floats to each row or column, T among them, and 64 KiB for what does not grow. */
    @Test
    @Tag(Allocation.TAG)
    void allocatesNoMoreThanItSays() {
        int m = 150;
        int n = 70;
        float[] a = normal(m, n);
        HaarTest.assertAllocates(
                4L * CompactWy.BLOCK * (m + 3 * n) + (64 << 10), () -> FloatQr.orthonormalize(m, n, a, 0));
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FloatQr.orthonormalize(2, 3, new float[6], 0))
                .withMessageContaining("2 x 3, expected at least as many rows as columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FloatQr.orthonormalize(3, 2, new float[6], 1))
                .withMessageContaining("A, a matrix of 3 x 2 at offset 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FloatQr.orthonormalize(33_554_432, 1, new float[6], 0))
                .withMessage("m is 33554432, expected at most 33554431");
        for (float bad : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
            float[] a = {0x1p100f, 2, 3, bad};
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FloatQr.orthonormalize(2, 2, a, 0))
                    .withMessageContaining("a[3] is " + bad);
            assertThat(a).containsExactly(0x1p100f, 2, 3, bad);
        }
    }
}
