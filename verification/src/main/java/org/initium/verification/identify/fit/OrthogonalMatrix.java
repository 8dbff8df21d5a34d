// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

import java.util.OptionalDouble;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Samplers;

/**
 * Whether a matrix has orthogonal columns, or rows if it is wide, of one length.
 *
 * <p>{@code Q'Q = gain^2 I} is not computed but tried on vectors of random signs, {@code Q'(Q v) = gain^2 v}: R. Freivalds (1979),
 * "Fast probabilistic algorithms", MFCS, which costs a thousandth for a matrix with a thousand columns. A product that differs
 * in any element is found out by each vector with a probability of a half or more, one that differs everywhere practically always.
 */
final class OrthogonalMatrix {
    private static final int VECTORS = 4;

    /** The threshold of LAPACK's test programs, in units of the rounding error. */
    private static final double RATIO = 30;

    /** How far below a random matrix's residual the threshold has to be for the trial to mean something. */
    private static final double TELLING = 0.1;

    private OrthogonalMatrix() {}

    /**
     * The length of the columns, or rows; empty if they are not orthogonal, or if too few, too long or too coarsely rounded to tell.
     *
     * @param q row-major elements
     * @param bits significant bits of the elements
     */
    static OptionalDouble gain(float[] q, int rows, int columns, int bits) {
        int n = Math.min(rows, columns);
        int m = Math.max(rows, columns);
        double squares = 0;
        for (float x : q) {
            squares += (double) x * x;
        }
        double square = squares / n;
        // A column's own rounding errors add up to some sqrt(m) of them, those of a product with n columns to some n.
        double tolerance = RATIO * Math.scalb(1.0, -bits) * (n + Math.sqrt(m));
        // Columns of m independent numbers have cosines of 1 / sqrt(m), n of which with random signs add up to this.
        if (n < 2 || !(square > 0) || tolerance > TELLING * Math.sqrt(n / (double) m)) {
            return OptionalDouble.empty();
        }
        float[] signs = new float[n];
        for (int trial = 0; trial < VECTORS; trial++) {
            Samplers.of(Key.of(trial)).uniform(-1, 1, Slice.all(n), signs, 0);
            double[] product = rows >= columns ? tall(q, rows, columns, signs) : wide(q, rows, columns, signs);
            for (int i = 0; i < n; i++) {
                double expected = square * Math.copySign(1, signs[i]);
                if (!(Math.abs(product[i] - expected) <= tolerance * square)) {
                    return OptionalDouble.empty();
                }
            }
        }
        return OptionalDouble.of(Math.sqrt(square));
    }

    /** {@code Q'(Q v)}. */
    private static double[] tall(float[] q, int rows, int columns, float[] signs) {
        double[] product = new double[columns];
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int column = 0; column < columns; column++) {
                sum += Math.copySign(1, signs[column]) * q[row * columns + column];
            }
            for (int column = 0; column < columns; column++) {
                product[column] += sum * q[row * columns + column];
            }
        }
        return product;
    }

    /** {@code Q (Q'v)}. */
    private static double[] wide(float[] q, int rows, int columns, float[] signs) {
        double[] sums = new double[columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                sums[column] += Math.copySign(1, signs[row]) * q[row * columns + column];
            }
        }
        double[] product = new double[rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                product[row] += sums[column] * q[row * columns + column];
            }
        }
        return product;
    }
}
