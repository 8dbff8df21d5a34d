// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That {@link Haar}'s matrices follow Haar's measure. The seeds are fixed, so nothing here fails by chance; the thresholds are
 * what a correct law would exceed once in 1.7 million draws of the seed, five standard deviations.
 */
class HaarLawTest {
    private static final double SIGMAS = 5;

    /** {@code sqrt(-ln(alpha / 2) / 2)} for alpha = 5.7e-7: Kolmogorov's limit law for {@code sqrt(N) D}. */
    private static final double KOLMOGOROV = 2.744;

    private static float[] draw(int m, int n, int number) {
        Sampler sampler = Samplers.of(Key.of(2026).child(number));
        float[] q = new float[m * n];
        Haar.fill(m, n, (slice, out, offset) -> sampler.normal(0, 1, slice, out, offset), q, 0);
        return q;
    }

    private static double[] statistic(int m, int n, int matrices, ToDoubleFunction<float[]> of) {
        return IntStream.range(0, matrices)
                .mapToDouble(i -> of.applyAsDouble(draw(m, n, i)))
                .toArray();
    }

    /** Archimedes: a coordinate of a uniform point on the sphere in three dimensions is uniform on [-1, 1]; so is u'Qv. */
    @ParameterizedTest
    @CsvSource({"3, 1", "3, 2", "3, 3"})
    void entriesOfThreeRowsAreUniform(int m, int n) {
        int matrices = 4000;
        for (int at = 0; at < m * n; at++) {
            int entry = at;
            assertUniform(statistic(m, n, matrices, q -> q[entry]));
        }
        double[] u = {0.36, 0.48, 0.8};
        double[][] v = {{1}, {0.6, -0.8}, {2.0 / 3, -1.0 / 3, 2.0 / 3}};
        assertUniform(statistic(m, n, matrices, q -> {
            double sum = 0;
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    sum += u[i] * q[i * n + j] * v[n - 1][j];
                }
            }
            return sum;
        }));
    }

    private static void assertUniform(double[] x) {
        Arrays.sort(x);
        double distance = 0;
        for (int i = 0; i < x.length; i++) {
            double cdf = (x[i] + 1) / 2;
            distance = Math.max(distance, Math.max(cdf - (double) i / x.length, (i + 1.0) / x.length - cdf));
        }
        assertThat(distance * Math.sqrt(x.length)).isLessThan(KOLMOGOROV);
    }

    /** Without D the determinant of n reflectors is (-1)^n always; and a sign forgotten in the last column would fix it too. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void bothDeterminantsAreAsLikely(int n) {
        int matrices = 4000;
        double positive = Arrays.stream(statistic(n, n, matrices, q -> determinant(n, q) > 0 ? 1 : 0))
                .sum();
        assertThat(positive).isCloseTo(matrices / 2.0, within(SIGMAS * Math.sqrt(matrices) / 2));
    }

    private static double determinant(int n, float[] q) {
        return switch (n) {
            case 1 -> q[0];
            case 2 -> q[0] * q[3] - q[1] * q[2];
            default ->
                q[0] * (q[4] * q[8] - q[5] * q[7])
                        - q[1] * (q[3] * q[8] - q[5] * q[6])
                        + q[2] * (q[3] * q[7] - q[4] * q[6]);
        };
    }

    /**
     * Over O(n) the trace has mean 0, variance 1 and fourth moment 3, as a standard normal's: P. Diaconis and M. Shahshahani
     * (1994), "On the eigenvalues of random matrices", J. Appl. Probab. 31A, theorem 4; that of Q^2 has mean 1. With 66 rows the
     * second block has two columns.
     */
    @ParameterizedTest
    @CsvSource({"8, 4000", "66, 300"})
    void tracesHaveTheirMoments(int n, int matrices) {
        double[] trace = statistic(
                n,
                n,
                matrices,
                q -> IntStream.range(0, n).mapToDouble(i -> q[i * n + i]).sum());
        double root = Math.sqrt(matrices);
        // Variances of T, T^2, T^4 of a normal T: 1, 3 - 1, 105 - 9; of tr Q^2: 2 (the same theorem).
        assertThat(mean(trace, 1)).isCloseTo(0, within(SIGMAS / root));
        assertThat(mean(trace, 2)).isCloseTo(1, within(SIGMAS * Math.sqrt(2) / root));
        assertThat(mean(trace, 4)).isCloseTo(3, within(SIGMAS * Math.sqrt(96) / root));
        double[] square = statistic(n, n, matrices, q -> {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    sum += (double) q[i * n + j] * q[j * n + i];
                }
            }
            return sum;
        });
        assertThat(mean(square, 1)).isCloseTo(1, within(SIGMAS * Math.sqrt(2) / root));
    }

    private static double mean(double[] x, int power) {
        return Arrays.stream(x).map(y -> StrictMath.pow(y, power)).average().orElseThrow();
    }

    /**
     * First and last rows and columns alike: {@code n q^2} has mean 1, and {@code q^4} the mean {@code 3 / (m (m + 2))} of
     * Beta(1/2, (m - 1)/2). Those of a column are negatively correlated, so the variances below, of independent normals, are
     * upper bounds: 2 of {@code m q^2}, 96 of {@code m^2 q^4}.
     */
    @ParameterizedTest
    @CsvSource({"66, 66", "130, 130", "140, 66"})
    void borderColumnsHaveTheMomentsOfBeta(int m, int n) {
        int matrices = 40;
        for (int column : new int[] {0, 63, 64, n - 1}) {
            double[] fourth = statistic(m, n, matrices, q -> {
                double sum = 0;
                for (int i = 0; i < m; i++) {
                    sum += Math.pow(q[i * n + column], 4);
                }
                return sum / m;
            });
            double expected = 3.0 / (m * (m + 2.0));
            assertThat(mean(fourth, 1))
                    .as("column %d", column)
                    .isCloseTo(expected, within(SIGMAS * Math.sqrt(96.0 / m / matrices) / m / m));
        }
        for (int row : new int[] {0, 63, 64, m - 1}) {
            double[] squares = statistic(m, n, matrices, q -> {
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    sum += (double) q[row * n + j] * q[row * n + j];
                }
                return sum / n;
            });
            assertThat(mean(squares, 1) * m)
                    .as("row %d", row)
                    .isCloseTo(1, within(SIGMAS * Math.sqrt(2.0 / n / matrices) + 1e-6));
        }
    }

    /** Each entry's mean is 0 in the first and last row and column, which a sign left out makes {@code +-sqrt(2 / (pi m))}. */
    @Test
    void borderEntriesHaveFairSigns() {
        int n = 66;
        int matrices = 300;
        for (int at : new int[] {0, n - 1, n * (n - 1), n * n - 1, 64 * n + 64, 65 * n + 64, 63 * n + 63, 63}) {
            int entry = at;
            double positive = Arrays.stream(statistic(n, n, matrices, q -> q[entry] > 0 ? 1 : 0))
                    .sum();
            assertThat(positive).as("entry %d", at).isCloseTo(matrices / 2.0, within(SIGMAS * Math.sqrt(matrices) / 2));
        }
    }
}
