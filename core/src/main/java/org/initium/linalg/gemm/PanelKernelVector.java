// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.initium.simd.Simd;

/**
 * {@link GemmKernel} over a panel of A: six rows of two vectors, twelve sums in flight.
 *
 * <p>Sums, the two vectors of B and a broadcast of A are 15 registers, one less than AVX2 has. Left to itself C2 loads the
 * broadcasts early, runs out of registers and keeps a sum in the stack frame: half the speed (Zen 5 with AVX2: 59 GFLOP/s).
 * {@link VarHandle#loadLoadFence} holds each broadcast back until the one before is in use (123 GFLOP/s of 125); it costs no
 * instruction on x86, where loads are never reordered.
 */
final class PanelKernelVector implements GemmKernel {
    private static final VectorSpecies<Float> FLOAT = Simd.FLOAT;
    private static final int LANES = FLOAT.length();
    private static final int ROWS = 6;
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
        FloatVector sum00 = FloatVector.zero(FLOAT);
        FloatVector sum01 = FloatVector.zero(FLOAT);
        FloatVector sum10 = FloatVector.zero(FLOAT);
        FloatVector sum11 = FloatVector.zero(FLOAT);
        FloatVector sum20 = FloatVector.zero(FLOAT);
        FloatVector sum21 = FloatVector.zero(FLOAT);
        FloatVector sum30 = FloatVector.zero(FLOAT);
        FloatVector sum31 = FloatVector.zero(FLOAT);
        FloatVector sum40 = FloatVector.zero(FLOAT);
        FloatVector sum41 = FloatVector.zero(FLOAT);
        FloatVector sum50 = FloatVector.zero(FLOAT);
        FloatVector sum51 = FloatVector.zero(FLOAT);
        int at = bOffset;
        for (int p = 0; p < depth; p++) {
            FloatVector y0 = FloatVector.fromArray(FLOAT, b, at);
            FloatVector y1 = FloatVector.fromArray(FLOAT, b, at + LANES);
            FloatVector x0 = FloatVector.broadcast(FLOAT, a[aOffset + p * aStride]);
            sum00 = x0.fma(y0, sum00);
            sum01 = x0.fma(y1, sum01);
            VarHandle.loadLoadFence();
            FloatVector x1 = FloatVector.broadcast(FLOAT, a[aOffset + p * aStride + 1]);
            sum10 = x1.fma(y0, sum10);
            sum11 = x1.fma(y1, sum11);
            VarHandle.loadLoadFence();
            FloatVector x2 = FloatVector.broadcast(FLOAT, a[aOffset + p * aStride + 2]);
            sum20 = x2.fma(y0, sum20);
            sum21 = x2.fma(y1, sum21);
            VarHandle.loadLoadFence();
            FloatVector x3 = FloatVector.broadcast(FLOAT, a[aOffset + p * aStride + 3]);
            sum30 = x3.fma(y0, sum30);
            sum31 = x3.fma(y1, sum31);
            VarHandle.loadLoadFence();
            FloatVector x4 = FloatVector.broadcast(FLOAT, a[aOffset + p * aStride + 4]);
            sum40 = x4.fma(y0, sum40);
            sum41 = x4.fma(y1, sum41);
            VarHandle.loadLoadFence();
            FloatVector x5 = FloatVector.broadcast(FLOAT, a[aOffset + p * aStride + 5]);
            sum50 = x5.fma(y0, sum50);
            sum51 = x5.fma(y1, sum51);
            at += bStride;
        }
        FloatVector factor = FloatVector.broadcast(FLOAT, alpha);
        int c1 = cOffset + ldc;
        int c2 = c1 + ldc;
        int c3 = c2 + ldc;
        int c4 = c3 + ldc;
        int c5 = c4 + ldc;
        if (beta == 0) {
            sum00.mul(factor).intoArray(c, cOffset);
            sum01.mul(factor).intoArray(c, cOffset + LANES);
            sum10.mul(factor).intoArray(c, c1);
            sum11.mul(factor).intoArray(c, c1 + LANES);
            sum20.mul(factor).intoArray(c, c2);
            sum21.mul(factor).intoArray(c, c2 + LANES);
            sum30.mul(factor).intoArray(c, c3);
            sum31.mul(factor).intoArray(c, c3 + LANES);
            sum40.mul(factor).intoArray(c, c4);
            sum41.mul(factor).intoArray(c, c4 + LANES);
            sum50.mul(factor).intoArray(c, c5);
            sum51.mul(factor).intoArray(c, c5 + LANES);
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
            sum40.fma(factor, FloatVector.fromArray(FLOAT, c, c4).mul(keep)).intoArray(c, c4);
            sum41.fma(factor, FloatVector.fromArray(FLOAT, c, c4 + LANES).mul(keep))
                    .intoArray(c, c4 + LANES);
            sum50.fma(factor, FloatVector.fromArray(FLOAT, c, c5).mul(keep)).intoArray(c, c5);
            sum51.fma(factor, FloatVector.fromArray(FLOAT, c, c5 + LANES).mul(keep))
                    .intoArray(c, c5 + LANES);
        }
    }
}
