// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import java.util.Arrays;
import org.initium.simd.Simd;

/**
 * Householder's QR factorisation of a panel, up to {@link ReflectorKernel#FLOATS} columns: the part of a blocked factorisation
 * that is no matrix product.
 *
 * <p>{@link ReflectorKernel} makes one pass over the panel for each column. So the sums that a reflector needs of the other
 * columns are made before its own norm is known: {@code v'a = a_1 + x'a / (x_1 - beta)}, over x below the diagonal.
 */
final class HouseholderPanel {
    private static final ReflectorKernel KERNEL =
            Simd.SCALAR ? new ReflectorKernelScalar() : new ReflectorKernelVector();

    /**
     * Columns of which no more than this is left count as reduced: the reciprocal of a subnormal float can be infinite. What is
     * neglected is below {@code 2^-94} of the column, whose largest element {@link FloatQr} makes at least {@code 2^-32}.
     */
    private static final double LEAST = Float.MIN_NORMAL;

    private final ReflectorKernel kernel;
    private final float[] x;
    private final float[] v;
    private final float[] w = new float[ReflectorKernel.FLOATS];
    private final float[] g = new float[ReflectorKernel.FLOATS];
    private final double[] squares = new double[4];

    /** Room for panels of up to {@code m} rows. */
    HouseholderPanel(int m) {
        this(m, KERNEL);
    }

    HouseholderPanel(int m, ReflectorKernel kernel) {
        this.kernel = kernel;
        x = new float[m];
        v = new float[m];
    }

    /**
     * Replaces a panel of {@code rows} x {@code b} elements by V: the reflectors' vectors below a diagonal of 1, and 0 above.
     *
     * @param rows at least b
     * @param b 1 to {@link ReflectorKernel#FLOATS}; the columns from b on are 0
     * @param p the panel, {@link ReflectorKernel#FLOATS} elements to a row
     * @param tau receives {@code tau[at .. at + b - 1]}, 0 for a column that was reduced already and so has no reflector
     * @param sign receives the signs of R's diagonal, +1 for 0
     */
    void factor(int rows, int b, float[] p, float[] tau, float[] sign, int at) {
        assert rows >= b && b >= 1 && b <= ReflectorKernel.FLOATS;
        Arrays.fill(v, 0, rows, 0);
        Arrays.fill(w, 0);
        double norm2 = next(0, rows, p, 0);
        Arrays.fill(g, 0);
        kernel.sweep(rows, 0, v, 0, w, x, 0, p, 0, g);
        for (int k = 0; k < b; k++) {
            int diagonal = k * ReflectorKernel.FLOATS + k;
            float alpha = p[diagonal];
            float inverse = 0;
            tau[at + k] = 0;
            sign[at + k] = alpha < 0 ? -1 : 1;
            double beta = -Math.copySign(Math.sqrt(Math.fma((double) alpha, alpha, norm2)), alpha);
            if (norm2 > 0 && Math.abs(alpha - beta) > LEAST) {
                inverse = (float) (1 / (alpha - beta));
                tau[at + k] = (float) (2 / Math.fma(norm2, (double) inverse * inverse, 1));
                sign[at + k] = (float) Math.copySign(1, beta);
            }
            for (int i = k + 1; i < rows; i++) {
                v[i] = inverse * x[i];
                p[i * ReflectorKernel.FLOATS + k] = v[i];
            }
            w[k] = 0;
            for (int c = k + 1; c < b; c++) {
                w[c] = -tau[at + k] * Math.fma(inverse, g[c], p[diagonal - k + c]);
            }
            p[diagonal] = 1;
            Arrays.fill(p, diagonal + 1, diagonal - k + ReflectorKernel.FLOATS, 0);
            if (k + 1 < b) {
                norm2 = next(k + 1, rows, p, w[k + 1]);
                Arrays.fill(g, 0);
                int first = k + 1;
                kernel.sweep(rows - first, first, v, first, w, x, first, p, first * ReflectorKernel.FLOATS, g);
            }
        }
    }

    /**
     * Column k as the sweep will leave it, to x, but for its first element, which must not count in the sums.
     *
     * @return the sum of the squares below the diagonal, which no floats' range can exceed: four sums, over every fourth row
     */
    private double next(int k, int rows, float[] p, float factor) {
        x[k] = 0;
        Arrays.fill(squares, 0);
        for (int i = k + 1; i < rows; i++) {
            float updated = Math.fma(v[i], factor, p[i * ReflectorKernel.FLOATS + k]);
            x[i] = updated;
            squares[i & 3] = Math.fma((double) updated, updated, squares[i & 3]);
        }
        return (squares[0] + squares[1]) + (squares[2] + squares[3]);
    }
}
