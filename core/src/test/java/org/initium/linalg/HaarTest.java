// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.initium.Allocation;
import org.initium.Recording;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The matrices' arithmetic; their law is {@link HaarLawTest}'s. */
class HaarTest {
    private static Haar.Normals normals(long seed) {
        Sampler sampler = Samplers.of(Key.of(seed));
        return (slice, out, offset) -> sampler.normal(0, 1, slice, out, offset);
    }

    /** The product of reflectors in double precision and one at a time, of the normals as {@link Haar} numbers them. */
    private static double[] reference(int m, int n, Haar.Normals normals) {
        double[] q = new double[m * n];
        long total = 0;
        for (int k = 0; k < n; k += CompactWy.BLOCK) {
            total += (long) (m - k) * Math.min(CompactWy.BLOCK, n - k);
        }
        long end = total;
        for (int k = (n - 1) / CompactWy.BLOCK * CompactWy.BLOCK; k >= 0; k -= CompactWy.BLOCK) {
            int b = Math.min(CompactWy.BLOCK, n - k);
            float[] x = new float[(m - k) * b];
            end -= x.length;
            normals.fill(new Slice(total, end, x.length), x, 0);
            for (int j = b - 1; j >= 0; j--) {
                prepend(m, n, q, k + j, column(x, b, j));
            }
        }
        return q;
    }

    /** Column j from the diagonal down. */
    private static double[] column(float[] x, int b, int j) {
        double[] column = new double[x.length / b - j];
        for (int i = 0; i < column.length; i++) {
            column[i] = x[(i + j) * b + j];
        }
        return column;
    }

    /** Makes column c of Q the direction of x and reflects the later ones: {@code H = I - 2 v v' / v'v, v = x - beta e}. */
    private static void prepend(int m, int n, double[] q, int c, double[] x) {
        double norm = Math.sqrt(Arrays.stream(x).map(y -> y * y).sum());
        double[] v = x.clone();
        v[0] += Math.copySign(norm, x[0]);
        double square = Arrays.stream(v).map(y -> y * y).sum();
        for (int i = 0; i < x.length; i++) {
            q[(c + i) * n + c] = x[i] / norm;
        }
        for (int j = c + 1; j < n; j++) {
            double dot = 0;
            for (int i = 0; i < x.length; i++) {
                dot += v[i] * q[(c + i) * n + j];
            }
            for (int i = 0; i < x.length; i++) {
                q[(c + i) * n + j] -= 2 * dot / square * v[i];
            }
        }
    }

    /** Sizes about those of a block (64) and of a product's block of rows (128). */
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "2, 1",
        "2, 2",
        "3, 2",
        "7, 7",
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
    void isTheProductOfItsReflectors(int m, int n) {
        int offset = 5;
        float[] q = new float[offset + m * n + 4];
        Arrays.fill(q, Float.NaN);
        Haar.fill(m, n, normals(m), q, offset);
        for (int i = 0; i < q.length; i++) {
            if (i < offset || i >= offset + m * n) {
                assertThat(q[i]).as("outside Q, at %d", i).isNaN();
            }
        }
        assertThat(Orthonormality.ratio(m, n, q, offset)).isLessThan(Orthonormality.LAPACK_RATIO);
        double[] expected = reference(m, n, normals(m));
        // A reflector is within some 8 u of the exact one: 3 roundings of v, 2 of tau. The products' own errors
        // are of the size of those that the ratio above has bounded.
        double tolerance = (8 * n + Orthonormality.LAPACK_RATIO) * Orthonormality.EPS;
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) q[offset + i]).as("element %d", i).isCloseTo(expected[i], within(tolerance));
        }
    }

    /** A number from -1/2 to 1/2 that depends on i alone, by Fibonacci hashing: no generator's stream is at stake here. */
    static float scattered(long i) {
        return (i * 0x9e3779b97f4a7c15L >>> 40) * 0x1p-24f - 0.5f;
    }

    /** The same at every vector width, and from one version to the next: block sizes and {@link Gemm}'s sums are part of it. */
    @ParameterizedTest
    @CsvSource({"50, 50, e7ccfc8d", "130, 130, d5b97dbb", "400, 70, 78a91e6c"})
    void bitsAreFrozen(int m, int n, String crc) {
        float[] q = new float[m * n];
        Haar.fill(
                m,
                n,
                (slice, out, offset) -> {
                    for (int i = 0; i < slice.count(); i++) {
                        out[offset + i] = scattered(slice.first() + i);
                    }
                },
                q,
                0);
        assertThat(Recording.crc32(q)).isEqualTo(crc);
    }

    /** Each normal is asked for once, and no more of them than the blocks have elements. */
    @ParameterizedTest
    @CsvSource({"5, 3, 15", "64, 64, 4096", "130, 130, 12548", "200, 65, 12936", "3, 0, 0"})
    void normalsAreAskedForOnce(int m, int n, int count) {
        List<Slice> slices = new ArrayList<>();
        Haar.Normals source = normals(1);
        Haar.fill(
                m,
                n,
                (slice, out, offset) -> {
                    slices.add(slice);
                    source.fill(slice, out, offset);
                },
                new float[m * n],
                0);
        BitSet seen = new BitSet();
        int asked = 0;
        for (Slice slice : slices) {
            assertThat(slice.total()).isEqualTo(count);
            seen.set((int) slice.first(), (int) slice.first() + slice.count());
            asked += slice.count();
        }
        assertThat(asked).isEqualTo(count);
        assertThat(seen.cardinality()).isEqualTo(count);
    }

    /** A source of zeros, or of one zero in a vector of length 1, has no direction; the matrix is orthogonal all the same. */
    @Test
    void zerosStillGiveAnOrthogonalMatrix() {
        for (int n : new int[] {1, 3, 65}) {
            float[] q = new float[n * n];
            Haar.fill(n, n, (slice, out, offset) -> Arrays.fill(out, offset, offset + slice.count(), 0), q, 0);
            assertThat(Orthonormality.ratio(n, n, q, 0)).isZero();
        }
    }

    /** What the Javadoc says, in bytes, and 48 KiB for T, V'V, the block's vectors and array headers. */
    @Test
    @Tag(Allocation.TAG)
    void allocatesNoMoreThanItSays() {
        for (int[] size : new int[][] {{150, 70}, {3000, 3}}) {
            int m = size[0];
            int n = size[1];
            float[] q = new float[m * n];
            Haar.Normals source = normals(4);
            assertAllocates(4L * (Math.min(64, n) * m + 128 * n) + (48 << 10), () -> Haar.fill(m, n, source, q, 0));
        }
    }

    /** Once C2 has compiled it, a call allocates at most so many bytes. */
    static void assertAllocates(long most, Runnable call) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5000 && least > most; i++) {
            long before = Allocation.bytes();
            call.run();
            least = Math.min(least, Allocation.bytes() - before);
        }
        assertThat(least).isLessThanOrEqualTo(most);
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Haar.fill(2, 3, normals(1), new float[6], 0))
                .withMessageContaining("2 x 3, expected at least as many rows as columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Haar.fill(3, -1, normals(1), new float[6], 0))
                .withMessageContaining("3 x -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Haar.fill(3, 2, normals(1), new float[6], 1))
                .withMessageContaining("Q, a matrix of 3 x 2 at offset 1");
    }
}
