// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.laws;

import java.util.Arrays;

/**
 * A matrix with the same number of zeros in each column, all sets of rows equally likely, and normals elsewhere: J. Martens
 * (2010), "Deep learning via Hessian-free optimization", section 5.
 *
 * @param rows rows of the matrix
 * @param columns columns of the matrix
 * @param zeros zeros in each column
 * @param others law of the other elements
 */
public record SparseLaw(int rows, int columns, int zeros, ExpectedLaw.Normal others) implements ExpectedLaw {
    /** Over all elements. */
    public double stddev() {
        return others.stddev() * Math.sqrt((rows - zeros) / (double) rows);
    }

    /** Whether so many elements are whole matrices, one at least. */
    public boolean isWhole(int elements) {
        long size = (long) rows * columns;
        return elements > 0 && size > 0 && elements % size == 0;
    }

    /** The elements that are not 0, in order. */
    public float[] nonzeros(float[] sample) {
        float[] nonzeros = new float[sample.length];
        int count = 0;
        for (float value : sample) {
            if (value != 0) {
                nonzeros[count++] = value;
            }
        }
        return Arrays.copyOf(nonzeros, count);
    }
}
