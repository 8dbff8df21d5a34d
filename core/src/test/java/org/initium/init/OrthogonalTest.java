// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.keras.JaxSampler;
import org.initium.keras.NumpySampler;
import org.initium.linalg.FloatQr;
import org.initium.linalg.Haar;
import org.initium.linalg.Qr;
import org.initium.random.HaarMethod;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrthogonalTest {
    private static final Sampler SAMPLER = Samplers.of(Key.of(11));

    /** Normals that are made orthogonal as a sampler of another library has it. */
    private record Borrowed(HaarMethod haarMethod) implements Sampler {
        @Override
        public void uniform(double minval, double maxval, Slice slice, float[] out, int offset) {
            throw new AssertionError("orthogonal matrices come from normals");
        }

        @Override
        public void normal(double mean, double stddev, Slice slice, float[] out, int offset) {
            SAMPLER.normal(mean, stddev, slice, out, offset);
        }

        @Override
        public void truncatedNormal(double mean, double stddev, Slice slice, float[] out, int offset) {
            throw new AssertionError("orthogonal matrices come from normals");
        }
    }

    /** One that is not asked for anything but its method. */
    private record NoSampler(HaarMethod haarMethod) implements Sampler {
        @Override
        public void uniform(double minval, double maxval, Slice slice, float[] out, int offset) {
            throw new AssertionError("drawn from");
        }

        @Override
        public void normal(double mean, double stddev, Slice slice, float[] out, int offset) {
            throw new AssertionError("drawn from");
        }

        @Override
        public void truncatedNormal(double mean, double stddev, Slice slice, float[] out, int offset) {
            throw new AssertionError("drawn from");
        }
    }

    private static final String[] SHAPES = {
        "7,7", "40,7", "7,40", "3,3,4,20", "2,3,100", "1,9", "9,1", "1,1", "66,65", "65,66"
    };

    private static final double[] GAINS = {1, -2, 0.3};

    /**
     * Rows or columns, whichever are shorter in number, are orthogonal with length |gain|. LAPACK's tests accept
     * {@code ||Q'Q - I||_1} up to 30 max(m, n) u (TESTING/stest.in); the gain is one more rounding of each element.
     */
    @ParameterizedTest
    @EnumSource
    void shorterSideIsOrthonormal(HaarMethod method) {
        for (String text : SHAPES) {
            for (double gain : GAINS) {
                Shape shape = Shape.parse(text);
                int columns = shape.dim(-1);
                int rows = (int) (shape.size() / columns);
                float[] w = new Orthogonal(gain).create(shape, new Borrowed(method));
                boolean tall = rows >= columns;
                int count = Math.min(rows, columns);
                int length = Math.max(rows, columns);
                double bound = 32 * length * 0x1p-24 * gain * gain;
                for (int i = 0; i < count; i++) {
                    double sum = 0;
                    for (int j = 0; j < count; j++) {
                        double dot = 0;
                        for (int t = 0; t < length; t++) {
                            dot += tall
                                    ? (double) w[t * columns + i] * w[t * columns + j]
                                    : (double) w[i * columns + t] * w[j * columns + t];
                        }
                        sum += Math.abs(dot - (i == j ? gain * gain : 0));
                    }
                    assertThat(sum).as("%s %s %s", method, text, gain).isLessThan(bound);
                }
            }
        }
    }

    /** The gain is a factor of every element, and a wide matrix the transpose of the upright one of the same size. */
    @ParameterizedTest
    @EnumSource
    void gainAndTransposition(HaarMethod method) {
        Sampler sampler = new Borrowed(method);
        float[] tall = new Orthogonal(1).create(Shape.of(67, 35), sampler);
        float[] wide = new Orthogonal(0.7).create(Shape.of(5, 7, 67), sampler);
        for (int i = 0; i < 67; i++) {
            for (int j = 0; j < 35; j++) {
                assertThat(wide[j * 67 + i]).isEqualTo(0.7f * tall[i * 35 + j]);
            }
        }
    }

    /** Slices begin and end within a row; what lies outside of them stays. */
    @ParameterizedTest
    @CsvSource({"'50,33'", "'33,50'", "'9,9'"})
    void slicesAreOfTheWhole(String text) {
        Shape shape = Shape.parse(text);
        float[] whole = new Orthogonal(1.5).create(shape, SAMPLER);
        for (int first : new int[] {0, 1, 40}) {
            int count = whole.length - first - 17;
            float[] part = new float[count + 4];
            Arrays.fill(part, Float.NaN);
            new Orthogonal(1.5).fill(shape, SAMPLER, new Slice(whole.length, first, count), part, 2);
            assertThat(Arrays.copyOfRange(part, 2, 2 + count))
                    .isEqualTo(Arrays.copyOfRange(whole, first, first + count));
            assertThat(new float[] {part[0], part[1], part[count + 2], part[count + 3]})
                    .containsOnly(Float.NaN);
        }
    }

    /** Before a normal is drawn, let alone written. */
    @ParameterizedTest
    @CsvSource({"FLOAT_QR, 33554432, 1", "FLOAT_QR, 1, 33554432", "DOUBLE_QR, 67108864, 1"})
    void moreRowsThanCanBeFactoredAreRefused(HaarMethod method, int rows, int columns) {
        float[] out = {7};
        Slice first = new Slice((long) rows * columns, 0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Orthogonal.DEFAULT.fill(Shape.of(rows, columns), new NoSampler(method), first, out, 0))
                .withMessageContaining("is " + Math.max(rows, columns) + ", expected at most");
        assertThat(out).containsExactly(7);
    }

    /** The native sampler's are its reflectors' product; a stranger's are factored in single precision. */
    @Test
    void samplersSayHow() {
        Shape shape = Shape.of(20, 20);
        assertThat(SAMPLER.haarMethod()).isEqualTo(HaarMethod.REFLECTORS);
        float[] q = new float[400];
        Haar.fill(20, 20, (slice, out, offset) -> SAMPLER.normal(0, 1, slice, out, offset), q, 0);
        assertThat(Orthogonal.DEFAULT.create(shape, SAMPLER)).isEqualTo(q);

        SAMPLER.normal(0, 1, Slice.all(400), q, 0);
        FloatQr.orthonormalize(20, 20, q, 0);
        assertThat(Orthogonal.DEFAULT.create(shape, new Borrowed(HaarMethod.FLOAT_QR)))
                .isEqualTo(q);
        assertThat(NumpySampler.of(1).haarMethod()).isEqualTo(HaarMethod.DOUBLE_QR);
        assertThat(JaxSampler.of(1).haarMethod()).isEqualTo(HaarMethod.FLOAT_QR);
    }

    /** With the signs, {@code Q'A} has a positive diagonal: that is what makes Q unique and Haar. */
    @ParameterizedTest
    @EnumSource(names = {"FLOAT_QR", "DOUBLE_QR"})
    void diagonalOfRIsPositive(HaarMethod method) {
        int n = 12;
        float[] normals = new float[n * n];
        SAMPLER.normal(0, 1, Slice.all(n * n), normals, 0);
        float[] q = new Orthogonal(1).create(Shape.of(n, n), new Borrowed(method));
        int flipped = 0;
        double[] a = new double[n * n];
        for (int i = 0; i < a.length; i++) {
            a[i] = normals[i];
        }
        Qr qr = Qr.of(n, n, a);
        for (int j = 0; j < n; j++) {
            double r = 0;
            for (int i = 0; i < n; i++) {
                r += (double) q[i * n + j] * normals[i * n + j];
            }
            assertThat(r).isPositive();
            flipped += qr.diagonal(j) < 0 ? 1 : 0;
        }
        // The test says nothing unless some sign had to be corrected.
        assertThat(flipped).isBetween(1, n - 1);
    }

    @Test
    void lawAndRank() {
        assertThat(new Orthogonal(2).law(Shape.of(3, 3, 4, 20)).stddev()).isCloseTo(2 / 6.0, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Orthogonal(1).create(Shape.of(5), SAMPLER))
                .withMessage(
                        "orthogonal needs a shape of rank 2 or more, got (5,) of rank 1, for which Keras raises ValueError");
    }
}
