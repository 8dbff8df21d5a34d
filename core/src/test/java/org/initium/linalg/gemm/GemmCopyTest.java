// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.initium.Allocation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GemmCopyTest {
    private static final int MARGIN = 16;

    private static Stream<GemmCopy> copies() {
        return Stream.of(new GemmCopyScalar(), new GemmCopyVector());
    }

    /** The matrix ends with its array, where the last vectors would reach past it, or amid NaN. */
    @ParameterizedTest
    @CsvSource({"1,1,6,0", "6,9,6,0", "5,8,6,3", "6,7,6,40", "16,17,16,0", "10,24,16,0", "11,3,32,50", "32,33,32,0"})
    void panelsHoldTheirLines(int lines, int depth, int width, int behind) {
        copies().forEach(copy -> {
            int ld = lines + 3;
            float[] source = numbered((depth - 1) * ld + lines, behind);
            float[] out = panel(depth, width);
            copy.neighbours(source, 2, ld, lines, depth, out, MARGIN, width);
            assertPanel(out, lines, depth, width, (l, p) -> p * ld + l);

            int ldTransposed = depth + 3;
            float[] transposed = numbered((lines - 1) * ldTransposed + depth, behind);
            out = panel(depth, width);
            copy.transposed(transposed, 2, ldTransposed, lines, depth, out, MARGIN, width);
            assertPanel(out, lines, depth, width, (l, p) -> l * ldTransposed + p);
        });
    }

    /** Element i of the matrix is i, two NaN before it, {@code behind} after. */
    private static float[] numbered(int count, int behind) {
        float[] source = new float[2 + count + behind];
        Arrays.fill(source, Float.NaN);
        for (int i = 0; i < count; i++) {
            source[2 + i] = i;
        }
        return source;
    }

    private static float[] panel(int depth, int width) {
        float[] out = new float[MARGIN + depth * width + GemmCopy.SLACK + MARGIN];
        Arrays.fill(out, -1);
        return out;
    }

    private interface Element {
        int at(int line, int p);
    }

    private static void assertPanel(float[] out, int lines, int depth, int width, Element expected) {
        for (int p = 0; p < depth; p++) {
            for (int l = 0; l < lines; l++) {
                assertThat(out[MARGIN + p * width + l])
                        .as("line %d, p %d", l, p)
                        .isEqualTo(expected.at(l, p));
            }
        }
        int end = MARGIN + depth * width + GemmCopy.SLACK;
        assertThat(Arrays.copyOf(out, MARGIN)).containsOnly(-1);
        assertThat(Arrays.copyOfRange(out, end, out.length)).containsOnly(-1);
    }

    /** All that lies outside the tile's part of C is NaN and stays so; with beta = 0 the part itself is NaN before. */
    @ParameterizedTest
    @CsvSource({"1,1,0", "1,1,2", "3,7,0", "4,8,0.5", "6,15,2", "6,17,0", "5,31,1", "6,32,0"})
    void mergeWritesThePartInsideOnly(int height, int width, float beta) {
        copies().forEach(copy -> {
            int ld = 32;
            float[] sums = new float[6 * ld];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = 1 + i / 7f;
            }
            int ldc = width + 2;
            float[] c = new float[3 + (height - 1) * ldc + width + (height == 1 ? 0 : 40)];
            Arrays.fill(c, Float.NaN);
            for (int i = 0; i < height && beta != 0; i++) {
                Arrays.fill(c, 3 + i * ldc, 3 + i * ldc + width, 1 / 3f);
            }
            float[] expected = c.clone();
            for (int i = 0; i < height; i++) {
                for (int j = 0; j < width; j++) {
                    float sum = sums[i * ld + j];
                    expected[3 + i * ldc + j] = beta == 0 ? 1.7f * sum : Math.fma(1.7f, sum, beta * (1 / 3f));
                }
            }
            copy.merge(sums, ld, height, width, 1.7f, beta, c, 3, ldc);
            assertThat(c).isEqualTo(expected);
        });
    }

    @Tag(Allocation.TAG)
    @ParameterizedTest
    @MethodSource("copies")
    void allocatesNothing(GemmCopy copy) {
        float[] source = new float[100 * 40];
        float[] out = new float[100 * 32 + GemmCopy.SLACK];
        assertThat(Allocation.perCall(() -> copy.neighbours(source, 0, 40, 27, 100, out, 0, 32)))
                .isZero();
        assertThat(Allocation.perCall(() -> copy.transposed(source, 0, 100, 27, 99, out, 0, 32)))
                .isZero();
        assertThat(Allocation.perCall(() -> copy.transposed(source, 0, 100, 6, 99, out, 0, 6)))
                .isZero();
        assertThat(Allocation.perCall(() -> copy.merge(out, 32, 5, 27, 1, 0.5f, source, 0, 40)))
                .isZero();
        assertThat(Allocation.perCall(() -> copy.merge(out, 32, 5, 27, 1, 0, source, 0, 40)))
                .isZero();
    }
}
