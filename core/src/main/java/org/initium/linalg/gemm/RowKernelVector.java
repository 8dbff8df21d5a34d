// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.initium.simd.Simd;

/**
 * {@link GemmKernel} over rows of A where they lie: four rows of two vectors.
 *
 * <p>Eight sums are as many as two FMA pipes of four cycles' latency need. Each row takes an address register, and with more
 * rows than four C2 runs out of those (six rows, Zen 5 with AVX2: 55 GFLOP/s, four: 118). So the loop counts along the first row and
 * has the others' distances from it: a counter from 0 would be one register more, which C2 keeps in a vector register (AVX-512: 150 GFLOP/s
 * instead of 205, in every other JVM).
 */
final class RowKernelVector implements GemmKernel {
    private static final VectorSpecies<Float> FLOAT = Simd.FLOAT;
    private static final int LANES = FLOAT.length();
    private static final int ROWS = 4;
    private static final int COLUMNS = 2 * LANES;

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public void tile(
            int depth,
            int height,
            float[] a,
            int aOffset,
            int aStride,
            float[] b,
            int bOffset,
            int bStride,
            float alpha,
            float beta,
            float[] c,
            int cOffset,
            int ldc) {
        assert depth > 0 && height > 0 && height <= ROWS;
        int row1 = Math.min(1, height - 1) * aStride;
        int row2 = Math.min(2, height - 1) * aStride;
        int row3 = Math.min(3, height - 1) * aStride;
        FloatVector sum00 = FloatVector.zero(FLOAT);
        FloatVector sum01 = FloatVector.zero(FLOAT);
        FloatVector sum10 = FloatVector.zero(FLOAT);
        FloatVector sum11 = FloatVector.zero(FLOAT);
        FloatVector sum20 = FloatVector.zero(FLOAT);
        FloatVector sum21 = FloatVector.zero(FLOAT);
        FloatVector sum30 = FloatVector.zero(FLOAT);
        FloatVector sum31 = FloatVector.zero(FLOAT);
        int at = bOffset;
        int end = aOffset + depth;
        for (int p = aOffset; p < end; p++) {
            FloatVector y0 = FloatVector.fromArray(FLOAT, b, at);
            FloatVector y1 = FloatVector.fromArray(FLOAT, b, at + LANES);
            FloatVector x0 = FloatVector.broadcast(FLOAT, a[p]);
            sum00 = x0.fma(y0, sum00);
            sum01 = x0.fma(y1, sum01);
            FloatVector x1 = FloatVector.broadcast(FLOAT, a[p + row1]);
            sum10 = x1.fma(y0, sum10);
            sum11 = x1.fma(y1, sum11);
            FloatVector x2 = FloatVector.broadcast(FLOAT, a[p + row2]);
            sum20 = x2.fma(y0, sum20);
            sum21 = x2.fma(y1, sum21);
            FloatVector x3 = FloatVector.broadcast(FLOAT, a[p + row3]);
            sum30 = x3.fma(y0, sum30);
            sum31 = x3.fma(y1, sum31);
            at += bStride;
        }
        FloatVector factor = FloatVector.broadcast(FLOAT, alpha);
        int c1 = cOffset + ldc;
        int c2 = c1 + ldc;
        int c3 = c2 + ldc;
        if (beta == 0) {
            sum00.mul(factor).intoArray(c, cOffset);
            sum01.mul(factor).intoArray(c, cOffset + LANES);
            sum10.mul(factor).intoArray(c, c1);
            sum11.mul(factor).intoArray(c, c1 + LANES);
            sum20.mul(factor).intoArray(c, c2);
            sum21.mul(factor).intoArray(c, c2 + LANES);
            sum30.mul(factor).intoArray(c, c3);
            sum31.mul(factor).intoArray(c, c3 + LANES);
        } else {
            FloatVector keep = FloatVector.broadcast(FLOAT, beta);
            sum00.fma(factor, FloatVector.fromArray(FLOAT, c, cOffset).mul(keep))
                    .intoArray(c, cOffset);
            sum01.fma(factor, FloatVector.fromArray(FLOAT, c, cOffset + LANES).mul(keep))
                    .intoArray(c, cOffset + LANES);
            sum10.fma(factor, FloatVector.fromArray(FLOAT, c, c1).mul(keep)).intoArray(c, c1);
            sum11.fma(factor, FloatVector.fromArray(FLOAT, c, c1 + LANES).mul(keep))
                    .intoArray(c, c1 + LANES);
            sum20.fma(factor, FloatVector.fromArray(FLOAT, c, c2).mul(keep)).intoArray(c, c2);
            sum21.fma(factor, FloatVector.fromArray(FLOAT, c, c2 + LANES).mul(keep))
                    .intoArray(c, c2 + LANES);
            sum30.fma(factor, FloatVector.fromArray(FLOAT, c, c3).mul(keep)).intoArray(c, c3);
            sum31.fma(factor, FloatVector.fromArray(FLOAT, c, c3 + LANES).mul(keep))
                    .intoArray(c, c3 + LANES);
        }
    }
}
