// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.initium.simd.Simd;

/** {@link OuterProduct} with vectors along the rows of C, the last one masked. */
final class OuterProductVector implements OuterProduct {
    private static final VectorSpecies<Float> FLOAT = Simd.FLOAT;
    private static final int LANES = FLOAT.length();

    @Override
    public void multiply(
            int rows,
            int columns,
            float alpha,
            float[] a,
            int aOffset,
            int aStride,
            float[] b,
            int bOffset,
            float beta,
            float[] c,
            int cOffset,
            int ldc) {
        for (int i = 0; i < rows; i++) {
            float x = a[aOffset + i * aStride];
            if (beta == 0) {
                write(columns, alpha, x, b, bOffset, c, cOffset + i * ldc);
            } else {
                add(columns, alpha, x, b, bOffset, beta, c, cOffset + i * ldc);
            }
        }
    }

    private static void write(int columns, float alpha, float x, float[] b, int bOffset, float[] c, int at) {
        FloatVector left = FloatVector.broadcast(FLOAT, x);
        FloatVector zero = FloatVector.zero(FLOAT);
        int j = 0;
        for (; j + LANES <= columns; j += LANES) {
            FloatVector sum = FloatVector.fromArray(FLOAT, b, bOffset + j).fma(left, zero);
            sum.mul(alpha).intoArray(c, at + j);
        }
        if (j < columns) {
            VectorMask<Float> rest = FLOAT.indexInRange(j, columns);
            FloatVector sum = FloatVector.fromArray(FLOAT, b, bOffset + j, rest).fma(left, zero);
            sum.mul(alpha).intoArray(c, at + j, rest);
        }
    }

    private static void add(int columns, float alpha, float x, float[] b, int bOffset, float beta, float[] c, int at) {
        FloatVector left = FloatVector.broadcast(FLOAT, x);
        FloatVector factor = FloatVector.broadcast(FLOAT, alpha);
        FloatVector zero = FloatVector.zero(FLOAT);
        int j = 0;
        for (; j + LANES <= columns; j += LANES) {
            FloatVector sum = FloatVector.fromArray(FLOAT, b, bOffset + j).fma(left, zero);
            FloatVector old = FloatVector.fromArray(FLOAT, c, at + j).mul(beta);
            sum.fma(factor, old).intoArray(c, at + j);
        }
        if (j < columns) {
            VectorMask<Float> rest = FLOAT.indexInRange(j, columns);
            FloatVector sum = FloatVector.fromArray(FLOAT, b, bOffset + j, rest).fma(left, zero);
            FloatVector old = FloatVector.fromArray(FLOAT, c, at + j, rest).mul(beta);
            sum.fma(factor, old).intoArray(c, at + j, rest);
        }
    }
}
