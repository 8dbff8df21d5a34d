// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.initium.simd.Simd;

/**
 * {@link GemmKernel} with two vectors to a row.
 *
 * <p>Four rows of two vectors are eight accumulators, as many as two FMA pipes of four cycles' latency need. With the two
 * vectors of B and a broadcast of A they leave room in the 16 registers of AVX2, where taller tiles make C2 keep an
 * accumulator in the stack frame and run at half the speed (5 x 16 and 6 x 16 on Zen 3: 35 to 41 GFLOP/s, 4 x 16: 87).
 */
final class GemmKernelVector implements GemmKernel {
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
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            float alpha,
            float beta,
            float[] c,
            int cOffset,
            int ldc) {
        assert depth > 0;
        FloatVector sum00 = FloatVector.zero(FLOAT);
        FloatVector sum01 = FloatVector.zero(FLOAT);
        FloatVector sum10 = FloatVector.zero(FLOAT);
        FloatVector sum11 = FloatVector.zero(FLOAT);
        FloatVector sum20 = FloatVector.zero(FLOAT);
        FloatVector sum21 = FloatVector.zero(FLOAT);
        FloatVector sum30 = FloatVector.zero(FLOAT);
        FloatVector sum31 = FloatVector.zero(FLOAT);
        for (int p = 0; p < depth; p++) {
            FloatVector y0 = FloatVector.fromArray(FLOAT, b, bOffset + p * COLUMNS);
            FloatVector y1 = FloatVector.fromArray(FLOAT, b, bOffset + p * COLUMNS + LANES);
            FloatVector x0 = FloatVector.broadcast(FLOAT, a[aOffset + p * ROWS]);
            sum00 = x0.fma(y0, sum00);
            sum01 = x0.fma(y1, sum01);
            FloatVector x1 = FloatVector.broadcast(FLOAT, a[aOffset + p * ROWS + 1]);
            sum10 = x1.fma(y0, sum10);
            sum11 = x1.fma(y1, sum11);
            FloatVector x2 = FloatVector.broadcast(FLOAT, a[aOffset + p * ROWS + 2]);
            sum20 = x2.fma(y0, sum20);
            sum21 = x2.fma(y1, sum21);
            FloatVector x3 = FloatVector.broadcast(FLOAT, a[aOffset + p * ROWS + 3]);
            sum30 = x3.fma(y0, sum30);
            sum31 = x3.fma(y1, sum31);
        }
        FloatVector factor = FloatVector.broadcast(FLOAT, alpha);
        if (beta == 0) {
            sum00.mul(factor).intoArray(c, cOffset);
            sum01.mul(factor).intoArray(c, cOffset + LANES);
            sum10.mul(factor).intoArray(c, cOffset + ldc);
            sum11.mul(factor).intoArray(c, cOffset + ldc + LANES);
            sum20.mul(factor).intoArray(c, cOffset + 2 * ldc);
            sum21.mul(factor).intoArray(c, cOffset + 2 * ldc + LANES);
            sum30.mul(factor).intoArray(c, cOffset + 3 * ldc);
            sum31.mul(factor).intoArray(c, cOffset + 3 * ldc + LANES);
        } else {
            FloatVector keep = FloatVector.broadcast(FLOAT, beta);
            sum00.fma(factor, keep.mul(FloatVector.fromArray(FLOAT, c, cOffset)))
                    .intoArray(c, cOffset);
            sum01.fma(factor, keep.mul(FloatVector.fromArray(FLOAT, c, cOffset + LANES)))
                    .intoArray(c, cOffset + LANES);
            int row1 = cOffset + ldc;
            sum10.fma(factor, keep.mul(FloatVector.fromArray(FLOAT, c, row1))).intoArray(c, row1);
            sum11.fma(factor, keep.mul(FloatVector.fromArray(FLOAT, c, row1 + LANES)))
                    .intoArray(c, row1 + LANES);
            int row2 = row1 + ldc;
            sum20.fma(factor, keep.mul(FloatVector.fromArray(FLOAT, c, row2))).intoArray(c, row2);
            sum21.fma(factor, keep.mul(FloatVector.fromArray(FLOAT, c, row2 + LANES)))
                    .intoArray(c, row2 + LANES);
            int row3 = row2 + ldc;
            sum30.fma(factor, keep.mul(FloatVector.fromArray(FLOAT, c, row3))).intoArray(c, row3);
            sum31.fma(factor, keep.mul(FloatVector.fromArray(FLOAT, c, row3 + LANES)))
                    .intoArray(c, row3 + LANES);
        }
    }
}
