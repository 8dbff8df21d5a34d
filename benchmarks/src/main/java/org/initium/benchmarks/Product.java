// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;

/**
 * The matrices of a product {@code C = op(A) op(B)}: row-major, with elements from [-1, 1). op(A) is (rows, depth), op(B)
 * is (depth, columns); a transposed matrix is stored the other way round.
 */
public abstract class Product extends AbstractBenchmark {
    /** Unit roundoff of a float. */
    private static final double U = 0x1p-24;

    /** About so many elements of a product are checked against double precision. */
    private static final int CHECKED = 1000;

    /** Whether A is stored as (depth, rows). */
    boolean transposeA;
    /** Whether B is stored as (columns, depth). */
    boolean transposeB;
    /** Rows of C. */
    int rows;
    /** Columns of C. */
    int columns;
    /** Length of the sums. */
    int depth;
    /** A as it is stored. */
    float[] a;
    /** B as it is stored. */
    float[] b;
    /** (rows, columns). */
    float[] c;

    /** The state of one measuring thread. */
    protected Product() {}

    /** Makes the matrices. */
    void allocate(boolean transposeA, boolean transposeB, int rows, int columns, int depth) {
        this.transposeA = transposeA;
        this.transposeB = transposeB;
        this.rows = rows;
        this.columns = columns;
        this.depth = depth;
        Sampler sampler = Samplers.of(Key.of(FillBenchmark.SEED));
        a = new float[rows * depth];
        b = new float[depth * columns];
        c = new float[rows * columns];
        sampler.uniform(-1, 1, Slice.all(a.length), a, 0);
        sampler.uniform(-1, 1, Slice.all(b.length), b, 0);
    }

    /** Distance between the rows of A as it is stored. */
    final int lda() {
        return transposeA ? rows : depth;
    }

    /** Distance between the rows of B as it is stored. */
    final int ldb() {
        return transposeB ? depth : columns;
    }

    /**
     * Checks elements of a product, spread over all of it, against double precision: a wrong contender must not win. It
     * is the measured product that is checked, after the clock has stopped, so that C2 learns nothing from the check. The
     * bound is {@code gamma_k |a| |b|} of N. J. Higham (2002), Accuracy and Stability of Numerical Algorithms, section 3.1,
     * for sums in any order.
     *
     * @throws IllegalStateException if one is beyond the bound
     */
    final void requireProduct(float[] product) {
        double gamma = depth * U / (1 - depth * U);
        // Odd, so that it does not stay in a few columns of an even number.
        int step = Math.max(1, product.length / CHECKED) | 1;
        for (int e = 0; e < product.length; e += step) {
            int i = e / columns;
            int j = e % columns;
            double sum = 0;
            double magnitude = 0;
            for (int p = 0; p < depth; p++) {
                double x = a[transposeA ? p * rows + i : i * depth + p];
                double y = b[transposeB ? j * depth + p : p * columns + j];
                sum += x * y;
                magnitude += Math.abs(x * y);
            }
            if (!(Math.abs(product[e] - sum) <= gamma * magnitude)) {
                throw new IllegalStateException("element (" + i + ", " + j + ") of the product is " + product[e]
                        + ", expected " + sum + " +- " + gamma * magnitude);
            }
        }
    }
}
