// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initium.Allocation;
import org.initium.linalg.gemm.BlockedProduct;
import org.initium.linalg.gemm.Blocking;
import org.initium.linalg.gemm.GemmKernels;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GemmTest {
    /**
     * Sizes about the tiles (4 and 6 rows, 4 to 32 columns), the length of a sum (512), the rows of a block (96), the sizes
     * from which operands are packed (32 and 128), primes, and nothing.
     */
    static Stream<Product> products() {
        int[][] sizes = {
            {0, 3, 4},
            {3, 0, 4},
            {3, 4, 0},
            {1, 1, 1},
            {4, 32, 1},
            {100, 67, 1},
            {3, 31, 7},
            {5, 33, 8},
            {6, 16, 511},
            {7, 9, 512},
            {13, 17, 513},
            {129, 5, 3},
            {1, 128, 784},
            {32, 129, 9},
            {33, 128, 65},
            {97, 131, 31},
            {127, 65, 31},
            {37, 2051, 3},
            {2, 3, 1025}
        };
        float[][] factors = {{1, 0}, {1, 1}, {-0.5f, 0.25f}, {0, 2}, {3, 0}};
        return Arrays.stream(sizes)
                .flatMap(s -> IntStream.range(0, 4)
                        .boxed()
                        .flatMap(t -> Arrays.stream(factors)
                                .map(f -> new Product(
                                        (t & 1) != 0,
                                        (t & 2) != 0,
                                        s[0],
                                        s[1],
                                        s[2],
                                        f[0],
                                        f[1],
                                        t == 0 ? 0 : 5,
                                        3 * t))));
    }

    /**
     * The product within {@link GemmReference#bound}, scaled by alpha; C's old value goes through the product with beta and
     * one sum for each block of depth.
     */
    @ParameterizedTest
    @MethodSource("products")
    void productIsWithinItsErrorBound(Product p) {
        float[] before = p.c();
        float[] c = p.multiply();
        GemmReference reference = new GemmReference(
                p.transposeA(),
                p.transposeB(),
                p.m(),
                p.n(),
                p.k(),
                p.a(),
                p.offset(),
                p.lda(),
                p.b(),
                p.offset(),
                p.ldb());
        for (int at = 0; at < c.length; at++) {
            int i = (at - p.offset()) / p.ldc();
            int j = (at - p.offset()) % p.ldc();
            if (at < p.offset() || i >= p.m() || j >= p.n()) {
                assertThat(Float.valueOf(c[at])).as("outside C, at %d", at).isEqualTo(Float.valueOf(before[at]));
                continue;
            }
            double old = p.beta() == 0 ? 0 : (double) p.beta() * before[at];
            double expected = p.alpha() * reference.product(i, j) + old;
            int sums = 1 + Math.ceilDiv(p.k(), Blocking.DEPTH);
            double bound = Math.abs(p.alpha()) * reference.bound(i, j) + GemmReference.gamma(sums) * Math.abs(old);
            assertThat((double) c[at]).as("c[%d][%d]", i, j).isBetween(expected - bound, expected + bound);
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void kernelsAgreeToTheBit(Product p) {
        if (p.m() > 0 && p.n() > 0 && p.k() > 0) {
            float[] scalar = p.multiply(GemmKernels.scalar());
            float[] vector = p.multiply(GemmKernels.vector());
            assertThat(vector).isEqualTo(scalar);
            if (p.alpha() != 0) {
                assertThat(p.multiply()).isEqualTo(scalar);
            }
        }
    }

    /** A sum begins at 0, so that it is 0 where all products are -0, whichever kernel computes it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void sumsOfNegativeZerosAreZero(int k) {
        int n = 35;
        float[] a = new float[7 * k];
        Arrays.fill(a, -0f);
        float[] b = new float[k * n];
        Arrays.fill(b, 1);
        for (GemmKernels kernels : List.of(GemmKernels.scalar(), GemmKernels.vector())) {
            float[] c = new float[7 * n];
            Arrays.fill(c, -0f);
            new BlockedProduct(kernels).multiply(false, false, 7, n, k, 1, a, 0, k, b, 0, n, 0, c, 0, n);
            for (float value : c) {
                assertThat(Float.floatToRawIntBits(value)).isZero();
            }
        }
    }

    /** Large enough for several threads: the bits of one-row products, each too small for them. */
    @Test
    void threadsDoNotChangeTheResult() {
        Product p = new Product(false, true, 520, 130, 300, 1, 0.5f, 1, 2);
        float[] expected = p.c();
        float[] a = p.a();
        float[] b = p.b();
        for (int i = 0; i < p.m(); i++) {
            int row = p.offset() + i * p.ldc();
            Gemm.multiply(
                    false,
                    true,
                    1,
                    p.n(),
                    p.k(),
                    1,
                    a,
                    p.offset() + i * p.lda(),
                    p.lda(),
                    b,
                    p.offset(),
                    p.ldb(),
                    0.5f,
                    expected,
                    row,
                    p.ldc());
        }
        assertThat(p.multiply()).isEqualTo(expected);
    }

    /** Few rows and many columns: pieces are columns then. */
    @Test
    void threadsShareColumnsToo() {
        Product p = new Product(false, true, 5, 3001, 700, 1, 0.5f, 1, 2);
        float[] expected = p.c();
        float[] a = p.a();
        float[] b = p.b();
        for (int j = 0; j < p.n(); j++) {
            int column = p.offset() + j * p.ldb();
            Gemm.multiply(
                    false,
                    true,
                    p.m(),
                    1,
                    p.k(),
                    1,
                    a,
                    p.offset(),
                    p.lda(),
                    b,
                    column,
                    p.ldb(),
                    0.5f,
                    expected,
                    p.offset() + j,
                    p.ldc());
        }
        assertThat(p.multiply()).isEqualTo(expected);
    }

    /** A thread of the common pool that waits for a product must not begin another one on the same buffers. */
    @Test
    void callersInAnotherPoolKeepTheirBuffers() {
        Product p = new Product(false, false, 300, 64, 512, 1, 0, 0, 0);
        float[] expected = p.multiply();
        IntStream.range(0, 200).parallel().forEach(i -> assertThat(p.multiply()).isEqualTo(expected));
    }

    @Test
    void badArgumentsAreRefused() {
        float[] six = new float[6];
        assertRefused(-1, 2, 3, 3, 2, 2, "m is -1, expected 0 or more");
        assertRefused(2, 2, 3, 2, 2, 2, "the leading dimension of A is 2, expected at least the length of its rows, 3");
        assertRefused(2, 2, 3, 4, 2, 2, "A, a matrix of 2 x 3 at offset 0 with leading dimension 4, does not fit");
        assertRefused(2, 2, 3, 3, 1, 2, "the leading dimension of B is 1");
        assertRefused(2, 2, 3, 3, 2, 1, "the leading dimension of C is 1");
        assertRefused(2, 2, 3, 3, 2, 5, "C, a matrix of 2 x 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gemm.multiply(false, false, 2, 2, 3, 1, six, -1, 3, six, 0, 2, 0, new float[6], 0, 2))
                .withMessageContaining("offset -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gemm.multiply(
                        false, false, 2, 2, 3, 1, six, 0, Integer.MAX_VALUE, six, 0, 2, 0, new float[6], 0, 2))
                .withMessageContaining("does not fit its array of 6 elements");
    }

    private static void assertRefused(int m, int n, int k, int lda, int ldb, int ldc, String message) {
        float[] six = new float[6];
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Gemm.multiply(false, false, m, n, k, 1, six, 0, lda, six, 0, ldb, 0, new float[6], 0, ldc))
                .withMessageContaining(message);
    }

    @Tag(Allocation.TAG)
    @ParameterizedTest
    @MethodSource("allocationCases")
    void allocatesNothing(Product p) {
        float[] a = p.a();
        float[] b = p.b();
        float[] c = p.c();
        assertThat(Allocation.perCall(() -> Gemm.multiply(
                        p.transposeA(),
                        p.transposeB(),
                        p.m(),
                        p.n(),
                        p.k(),
                        1,
                        a,
                        0,
                        p.lda(),
                        b,
                        0,
                        p.ldb(),
                        p.beta(),
                        c,
                        0,
                        p.ldc())))
                .isZero();
    }

    static Stream<Product> allocationCases() {
        return Stream.of(
                new Product(false, false, 32, 128, 200, 1, 0, 0, 0),
                new Product(true, false, 33, 10, 37, 1, 1, 0, 0),
                new Product(false, true, 8, 131, 37, 1, 0, 0, 0),
                new Product(false, false, 131, 133, 70, 1, 1, 0, 0),
                new Product(true, false, 40, 600, 20, 1, 0, 0, 0),
                new Product(true, false, 20, 37, 1, 1, 0, 0, 0),
                new Product(false, true, 20, 37, 1, 1, 1, 0, 0),
                // Large enough for several threads.
                new Product(true, false, 784, 128, 128, 1, 0, 0, 0));
    }
}
