// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.initium.simd.Simd;

/** {@link OuterProduct} down strips of C: four vectors of b stay in registers, what is left of its columns goes one masked vector at a time. */
final class OuterProductVector implements OuterProduct {
    private static final VectorSpecies<Float> FLOAT = Simd.FLOAT;
    private static final int LANES = FLOAT.length();
    private static final int STRIP = 4 * LANES;

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
        int j = 0;
        for (; j + STRIP <= columns; j += STRIP) {
            if (beta == 0) {
                write(rows, alpha, a, aOffset, aStride, b, bOffset + j, c, cOffset + j, ldc);
            } else {
                add(rows, alpha, a, aOffset, aStride, b, bOffset + j, beta, c, cOffset + j, ldc);
            }
        }
        for (; j < columns; j += LANES) {
            int left = columns - j;
            if (beta == 0) {
                write(rows, left, alpha, a, aOffset, aStride, b, bOffset + j, c, cOffset + j, ldc);
            } else {
                add(rows, left, alpha, a, aOffset, aStride, b, bOffset + j, beta, c, cOffset + j, ldc);
            }
        }
    }

    private static void write(
            int rows,
            float alpha,
            float[] a,
            int aOffset,
            int aStride,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            int ldc) {
        FloatVector factor = FloatVector.broadcast(FLOAT, alpha);
        FloatVector zero = FloatVector.zero(FLOAT);
        FloatVector y0 = FloatVector.fromArray(FLOAT, b, bAt);
        FloatVector y1 = FloatVector.fromArray(FLOAT, b, bAt + LANES);
        FloatVector y2 = FloatVector.fromArray(FLOAT, b, bAt + 2 * LANES);
        FloatVector y3 = FloatVector.fromArray(FLOAT, b, bAt + 3 * LANES);
        for (int i = 0; i < rows; i++) {
            FloatVector x = FloatVector.broadcast(FLOAT, a[aOffset + i * aStride]);
            int at = cAt + i * ldc;
            x.fma(y0, zero).mul(factor).intoArray(c, at);
            x.fma(y1, zero).mul(factor).intoArray(c, at + LANES);
            x.fma(y2, zero).mul(factor).intoArray(c, at + 2 * LANES);
            x.fma(y3, zero).mul(factor).intoArray(c, at + 3 * LANES);
        }
    }

    private static void write(
            int rows,
            int columns,
            float alpha,
            float[] a,
            int aOffset,
            int aStride,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            int ldc) {
        VectorMask<Float> inside = FLOAT.indexInRange(0, columns);
        FloatVector factor = FloatVector.broadcast(FLOAT, alpha);
        FloatVector zero = FloatVector.zero(FLOAT);
        FloatVector y = FloatVector.fromArray(FLOAT, b, bAt, inside);
        for (int i = 0; i < rows; i++) {
            FloatVector x = FloatVector.broadcast(FLOAT, a[aOffset + i * aStride]);
            x.fma(y, zero).mul(factor).intoArray(c, cAt + i * ldc, inside);
        }
    }

    private static void add(
            int rows,
            float alpha,
            float[] a,
            int aOffset,
            int aStride,
            float[] b,
            int bAt,
            float beta,
            float[] c,
            int cAt,
            int ldc) {
        FloatVector factor = FloatVector.broadcast(FLOAT, alpha);
        FloatVector keep = FloatVector.broadcast(FLOAT, beta);
        FloatVector zero = FloatVector.zero(FLOAT);
        FloatVector y0 = FloatVector.fromArray(FLOAT, b, bAt);
        FloatVector y1 = FloatVector.fromArray(FLOAT, b, bAt + LANES);
        FloatVector y2 = FloatVector.fromArray(FLOAT, b, bAt + 2 * LANES);
        FloatVector y3 = FloatVector.fromArray(FLOAT, b, bAt + 3 * LANES);
        for (int i = 0; i < rows; i++) {
            FloatVector x = FloatVector.broadcast(FLOAT, a[aOffset + i * aStride]);
            int at = cAt + i * ldc;
            FloatVector old0 = FloatVector.fromArray(FLOAT, c, at).mul(keep);
            x.fma(y0, zero).fma(factor, old0).intoArray(c, at);
            FloatVector old1 = FloatVector.fromArray(FLOAT, c, at + LANES).mul(keep);
            x.fma(y1, zero).fma(factor, old1).intoArray(c, at + LANES);
            FloatVector old2 = FloatVector.fromArray(FLOAT, c, at + 2 * LANES).mul(keep);
            x.fma(y2, zero).fma(factor, old2).intoArray(c, at + 2 * LANES);
            FloatVector old3 = FloatVector.fromArray(FLOAT, c, at + 3 * LANES).mul(keep);
            x.fma(y3, zero).fma(factor, old3).intoArray(c, at + 3 * LANES);
        }
    }

    private static void add(
            int rows,
            int columns,
            float alpha,
            float[] a,
            int aOffset,
            int aStride,
            float[] b,
            int bAt,
            float beta,
            float[] c,
            int cAt,
            int ldc) {
        VectorMask<Float> inside = FLOAT.indexInRange(0, columns);
        FloatVector factor = FloatVector.broadcast(FLOAT, alpha);
        FloatVector keep = FloatVector.broadcast(FLOAT, beta);
        FloatVector zero = FloatVector.zero(FLOAT);
        FloatVector y = FloatVector.fromArray(FLOAT, b, bAt, inside);
        for (int i = 0; i < rows; i++) {
            FloatVector x = FloatVector.broadcast(FLOAT, a[aOffset + i * aStride]);
            FloatVector old =
                    FloatVector.fromArray(FLOAT, c, cAt + i * ldc, inside).mul(keep);
            x.fma(y, zero).fma(factor, old).intoArray(c, cAt + i * ldc, inside);
        }
    }
}
