// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QrTest {
    /** LAPACK's dqrt01 accepts ratios up to 30 (file dtest.in); Householder's own are 0.2 to 0.6. */
    private static final double LAPACK_RATIO = 30;

    private static final double EPS = 0x1p-52;

    private static double[] normal(int m, int n) {
        float[] values = new float[m * n];
        Samplers.of(Key.of(m * 1000L + n)).normal(0, 1, Slice.all(values.length), values, 0);
        double[] a = new double[values.length];
        for (int i = 0; i < a.length; i++) {
            a[i] = values[i];
        }
        return a;
    }

    /** {@code ||Q'Q - I||_1 / (m eps)} and, with {@code R = Q'A}, {@code ||A - QR||_1 / (m ||A||_1 eps)}. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "5, 1", "5, 3", "64, 64", "100, 37", "257, 31"})
    void factorsAreOrthogonalAndTriangular(int m, int n) {
        double[] a = normal(m, n);
        double[] kept = a.clone();
        Qr qr = Qr.of(m, n, a);
        double[] q = qr.q();
        assertThat(a).isEqualTo(kept);

        double worst = 0;
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += Math.abs(dot(q, i, q, j, m, n) - (i == j ? 1 : 0));
            }
            worst = Math.max(worst, sum);
        }
        assertThat(worst / (m * EPS)).isLessThan(LAPACK_RATIO);

        double normA = 0;
        for (int j = 0; j < n; j++) {
            double column = 0;
            for (int i = 0; i < m; i++) {
                column += Math.abs(a[i * n + j]);
            }
            normA = Math.max(normA, column);
        }
        double tolerance = LAPACK_RATIO * m * EPS * normA;
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double r = dot(q, i, a, j, m, n);
                assertThat(r).isCloseTo(i == j ? qr.diagonal(j) : 0, offset(tolerance));
            }
            double[] back = new double[m];
            for (int i = 0; i <= j; i++) {
                double r = dot(q, i, a, j, m, n);
                for (int row = 0; row < m; row++) {
                    back[row] += q[row * n + i] * r;
                }
            }
            for (int row = 0; row < m; row++) {
                assertThat(back[row]).isCloseTo(a[row * n + j], offset(tolerance));
            }
        }
    }

    private static double dot(double[] x, int i, double[] y, int j, int m, int n) {
        double sum = 0;
        for (int row = 0; row < m; row++) {
            sum += x[row * n + i] * y[row * n + j];
        }
        return sum;
    }

    /** A column already reduced keeps its sign (tau = 0); a dependent one leaves 0 in R but a full Q. */
    @Test
    void degenerateColumns() {
        Qr reduced = Qr.of(3, 1, new double[] {-2, 0, 0});
        assertThat(reduced.diagonal(0)).isEqualTo(-2);
        assertThat(reduced.q()).containsExactly(1, 0, 0);

        Qr zero = Qr.of(2, 2, new double[4]);
        assertThat(zero.diagonal(1)).isZero();
        assertThat(zero.q()).containsExactly(1, 0, 0, 1);
        assertThat(Qr.of(3, 0, new double[0]).q()).isEmpty();
    }

    /** Squares of these elements underflow to 0; scaled by any power of two the factors must be the same. */
    @Test
    void tinyColumnsAreNotTakenForZero() {
        double[] unit = Qr.of(3, 2, new double[] {3, 1, 4, -1, 12, 5}).q();
        for (int exponent : new int[] {-900, -600, -540, 490}) {
            double[] a = {3, 1, 4, -1, 12, 5};
            for (int i = 0; i < a.length; i++) {
                a[i] = Math.scalb(a[i], exponent);
            }
            assertThat(Qr.of(3, 2, a).q()).as("2^%d", exponent).isEqualTo(unit);
        }
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Qr.of(2, 3, new double[6]))
                .withMessageContaining("2 x 3, expected at least as many rows as columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Qr.of(3, 2, new double[5]))
                .withMessage("a has 5 elements, expected 3 x 2 = 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Qr.of(2, 1, new double[] {1, Double.NaN}))
                .withMessageContaining("a[1] is NaN");
    }
}
