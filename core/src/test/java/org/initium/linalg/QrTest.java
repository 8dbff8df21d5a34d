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

        assertThat(orthogonality(m, n, q)).isLessThan(LAPACK_RATIO);

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

    /** {@code ||Q'Q - I||_1 / (m eps)}. */
    private static double orthogonality(int m, int n, double[] q) {
        double worst = 0;
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += Math.abs(dot(q, i, q, j, m, n) - (i == j ? 1 : 0));
            }
            worst = Math.max(worst, sum);
        }
        return worst / (m * EPS);
    }

    private static double dot(double[] x, int i, double[] y, int j, int m, int n) {
        double sum = 0;
        for (int row = 0; row < m; row++) {
            sum += x[row * n + i] * y[row * n + j];
        }
        return sum;
    }

    /**
     * Blocks of 32 columns change the order in which elements are visited, not what happens to them: the same bits as the
     * algorithm without them, also where reflectors in the midst of a block, or all of them, are the identity.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0",
        "3, 3, 0",
        "31, 31, 0",
        "32, 32, 0",
        "33, 33, 0",
        "64, 33, 0",
        "65, 64, 0",
        "131, 97, 0",
        "40, 40, 1",
        "100, 70, 3",
        "100, 70, 35",
        "70, 66, 7"
    })
    void bitsAreThoseOfTheUnblockedAlgorithm(int m, int n, int period) {
        double[] a = normal(m, n);
        for (int i = 0; period > 0 && i < m; i++) {
            for (int j = period - 1; j < n; j += period) {
                a[i * n + j] = i % 2 == 0 ? 0.0 : -0.0;
            }
        }
        double[] r = a.clone();
        double[] tau = new double[n];
        for (int j = 0; j < n; j++) {
            tau[j] = Householder.reflector(r, m, n, j);
            reflect(r, m, n, j, tau[j], r, j + 1);
        }
        double[] q = new double[m * n];
        for (int j = n - 1; j >= 0; j--) {
            q[j * n + j] = 1;
            reflect(r, m, n, j, tau[j], q, j);
        }
        if (period > 0) {
            assertThat(tau).contains(0);
        }
        Qr qr = Qr.of(m, n, a);
        assertThat(qr.q()).isEqualTo(q);
        for (int j = 0; j < n; j++) {
            assertThat(qr.diagonal(j)).isEqualTo(r[j * n + j]);
        }
    }

    /** {@code C = (I - tau v v') C} on columns {@code from ..}, v being column j of {@code a} below its diagonal. */
    private static void reflect(double[] a, int m, int n, int j, double tau, double[] c, int from) {
        if (tau == 0) {
            return;
        }
        for (int column = from; column < n; column++) {
            double w = c[j * n + column];
            for (int i = j + 1; i < m; i++) {
                w = Math.fma(a[i * n + j], c[i * n + column], w);
            }
            w *= tau;
            c[j * n + column] -= w;
            for (int i = j + 1; i < m; i++) {
                c[i * n + column] = Math.fma(-a[i * n + j], w, c[i * n + column]);
            }
        }
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

    /** Elements of a few bits each, everywhere or below the first row: Q has all of its bits. */
    @ParameterizedTest
    @CsvSource({"2, 1", "2, 2", "30, 10", "66, 65"})
    void subnormalColumnsLeaveQOrthogonal(int m, int n) {
        for (double first : new double[] {1, 5 * Double.MIN_VALUE}) {
            double[] a = new double[m * n];
            for (int i = 0; i < a.length; i++) {
                a[i] = i < n ? first : (1 + i * 7919 % 9) * Double.MIN_VALUE;
            }
            assertThat(orthogonality(m, n, Qr.of(m, n, a).q())).isLessThan(LAPACK_RATIO);
        }
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Qr.of(2, 3, new double[6]))
                .withMessageContaining("2 x 3, expected at least as many rows as columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Qr.of(67_108_864, 1, new double[5]))
                .withMessage("m is 67108864, expected at most 67108863");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Qr.of(3, 2, new double[5]))
                .withMessage("a has 5 elements, expected 3 x 2 = 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Qr.of(2, 1, new double[] {1, Double.NaN}))
                .withMessageContaining("a[1] is NaN");
    }
}
