// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.initium.Shape;
import org.initium.Slice;
import org.initium.linalg.Qr;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrthogonalTest {
    private static final Sampler SAMPLER = Samplers.of(Key.of(11));

    /**
     * Rows or columns, whichever are shorter in number, are orthogonal with length |gain|. Each element carries two float
     * roundings, so an inner product of n terms is off by at most {@code 4 u gain^2 sum |q||q| <= 4 u gain^2}.
     */
    @ParameterizedTest
    @CsvSource({"'7,7', 1", "'40,7', 1", "'7,40', 1", "'3,3,4,20', 0.5", "'2,3,100', -2", "'1,9', 1", "'9,1', 1"})
    void shorterSideIsOrthonormal(String text, double gain) {
        Shape shape = Shape.parse(text);
        int columns = shape.dim(-1);
        int rows = (int) (shape.size() / columns);
        float[] w = new Orthogonal(gain).create(shape, SAMPLER);
        boolean tall = rows >= columns;
        int count = Math.min(rows, columns);
        int length = Math.max(rows, columns);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                double dot = 0;
                for (int t = 0; t < length; t++) {
                    dot += tall
                            ? (double) w[t * columns + i] * w[t * columns + j]
                            : (double) w[i * columns + t] * w[j * columns + t];
                }
                assertThat(dot).isCloseTo(i == j ? gain * gain : 0, within(4 * 0x1p-24 * gain * gain));
            }
        }
    }

    /** With the signs, {@code Q'A} has a positive diagonal: that is what makes Q unique and Haar. */
    @Test
    void diagonalOfRIsPositive() {
        int n = 12;
        float[] normals = new float[n * n];
        SAMPLER.normal(0, 1, Slice.all(n * n), normals, 0);
        float[] q = new Orthogonal(1).create(Shape.of(n, n), SAMPLER);
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
