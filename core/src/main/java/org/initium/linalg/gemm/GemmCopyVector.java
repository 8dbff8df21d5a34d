// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.initium.simd.Simd;

/**
 * {@link GemmCopy} with vectors of eight lanes for the panels, whatever wider ones the CPU has: a panel of op(A) is six lines,
 * one of op(B) a multiple of eight. Lanes past a panel's end are overwritten by its next step.
 */
final class GemmCopyVector implements GemmCopy {
    private static final VectorSpecies<Float> FLOAT = Simd.FLOAT;
    private static final int LANES = FLOAT.length();
    private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;

    /** Lanes that a vector takes from its partner 4, 2 or 1 rows below, and where they lie there; and the other way round. */
    private static final VectorMask<Float> ODD_FOURS = VectorMask.fromLong(EIGHT, 0b11110000);

    private static final VectorMask<Float> ODD_TWOS = VectorMask.fromLong(EIGHT, 0b11001100);
    private static final VectorMask<Float> ODD_ONES = VectorMask.fromLong(EIGHT, 0b10101010);
    private static final VectorShuffle<Float> SWAP_FOURS = swap(4);
    private static final VectorShuffle<Float> SWAP_TWOS = swap(2);
    private static final VectorShuffle<Float> SWAP_ONES = swap(1);

    private static VectorShuffle<Float> swap(int distance) {
        return VectorShuffle.fromOp(EIGHT, lane -> lane ^ distance);
    }

    @Override
    public void neighbours(
            float[] source, int at, int depthStride, int lines, int depth, float[] out, int to, int width) {
        int read = (width + 7) / 8 * 8;
        int last = source.length - read;
        int p = 0;
        for (; p < depth && at + p * depthStride <= last; p++) {
            for (int l = 0; l < width; l += 8) {
                FloatVector.fromArray(EIGHT, source, at + p * depthStride + l).intoArray(out, to + p * width + l);
            }
        }
        // Whole vectors would reach past the end of the array.
        for (; p < depth; p++) {
            for (int l = 0; l < lines; l++) {
                out[to + p * width + l] = source[at + p * depthStride + l];
            }
        }
    }

    @Override
    public void transposed(
            float[] source, int at, int lineStride, int lines, int depth, float[] out, int to, int width) {
        int whole = depth / 8 * 8;
        for (int l = 0; l < lines; l += 8) {
            transpose(source, at + l * lineStride, lineStride, lines - l, whole, out, to + l, width);
        }
        for (int p = whole; p < depth; p++) {
            for (int l = 0; l < lines; l++) {
                out[to + p * width + l] = source[at + l * lineStride + p];
            }
        }
    }

    /** Eight lines, or the last one more than once, in squares of eight by eight: line i of a square becomes its column i. */
    private static void transpose(
            float[] source, int at, int lineStride, int lines, int depth, float[] out, int to, int width) {
        int line1 = Math.min(1, lines - 1) * lineStride;
        int line2 = Math.min(2, lines - 1) * lineStride;
        int line3 = Math.min(3, lines - 1) * lineStride;
        int line4 = Math.min(4, lines - 1) * lineStride;
        int line5 = Math.min(5, lines - 1) * lineStride;
        int line6 = Math.min(6, lines - 1) * lineStride;
        int line7 = Math.min(7, lines - 1) * lineStride;
        for (int p = 0; p < depth; p += 8) {
            FloatVector a0 = FloatVector.fromArray(EIGHT, source, at + p);
            FloatVector a1 = FloatVector.fromArray(EIGHT, source, at + p + line1);
            FloatVector a2 = FloatVector.fromArray(EIGHT, source, at + p + line2);
            FloatVector a3 = FloatVector.fromArray(EIGHT, source, at + p + line3);
            FloatVector a4 = FloatVector.fromArray(EIGHT, source, at + p + line4);
            FloatVector a5 = FloatVector.fromArray(EIGHT, source, at + p + line5);
            FloatVector a6 = FloatVector.fromArray(EIGHT, source, at + p + line6);
            FloatVector a7 = FloatVector.fromArray(EIGHT, source, at + p + line7);
            FloatVector b0 = a0.blend(a4.rearrange(SWAP_FOURS), ODD_FOURS);
            FloatVector b4 = a0.rearrange(SWAP_FOURS).blend(a4, ODD_FOURS);
            FloatVector b1 = a1.blend(a5.rearrange(SWAP_FOURS), ODD_FOURS);
            FloatVector b5 = a1.rearrange(SWAP_FOURS).blend(a5, ODD_FOURS);
            FloatVector b2 = a2.blend(a6.rearrange(SWAP_FOURS), ODD_FOURS);
            FloatVector b6 = a2.rearrange(SWAP_FOURS).blend(a6, ODD_FOURS);
            FloatVector b3 = a3.blend(a7.rearrange(SWAP_FOURS), ODD_FOURS);
            FloatVector b7 = a3.rearrange(SWAP_FOURS).blend(a7, ODD_FOURS);
            FloatVector c0 = b0.blend(b2.rearrange(SWAP_TWOS), ODD_TWOS);
            FloatVector c2 = b0.rearrange(SWAP_TWOS).blend(b2, ODD_TWOS);
            FloatVector c1 = b1.blend(b3.rearrange(SWAP_TWOS), ODD_TWOS);
            FloatVector c3 = b1.rearrange(SWAP_TWOS).blend(b3, ODD_TWOS);
            FloatVector c4 = b4.blend(b6.rearrange(SWAP_TWOS), ODD_TWOS);
            FloatVector c6 = b4.rearrange(SWAP_TWOS).blend(b6, ODD_TWOS);
            FloatVector c5 = b5.blend(b7.rearrange(SWAP_TWOS), ODD_TWOS);
            FloatVector c7 = b5.rearrange(SWAP_TWOS).blend(b7, ODD_TWOS);
            c0.blend(c1.rearrange(SWAP_ONES), ODD_ONES).intoArray(out, to + p * width);
            c0.rearrange(SWAP_ONES).blend(c1, ODD_ONES).intoArray(out, to + p * width + width);
            c2.blend(c3.rearrange(SWAP_ONES), ODD_ONES).intoArray(out, to + p * width + 2 * width);
            c2.rearrange(SWAP_ONES).blend(c3, ODD_ONES).intoArray(out, to + p * width + 3 * width);
            c4.blend(c5.rearrange(SWAP_ONES), ODD_ONES).intoArray(out, to + p * width + 4 * width);
            c4.rearrange(SWAP_ONES).blend(c5, ODD_ONES).intoArray(out, to + p * width + 5 * width);
            c6.blend(c7.rearrange(SWAP_ONES), ODD_ONES).intoArray(out, to + p * width + 6 * width);
            c6.rearrange(SWAP_ONES).blend(c7, ODD_ONES).intoArray(out, to + p * width + 7 * width);
        }
    }

    @Override
    public void merge(
            float[] sums, int ld, int height, int width, float alpha, float beta, float[] c, int cOffset, int ldc) {
        for (int i = 0; i < height; i++) {
            if (beta == 0) {
                write(sums, i * ld, width, alpha, c, cOffset + i * ldc);
            } else {
                add(sums, i * ld, width, alpha, beta, c, cOffset + i * ldc);
            }
        }
    }

    private static void write(float[] sums, int from, int width, float alpha, float[] c, int at) {
        int j = 0;
        for (; j + LANES <= width; j += LANES) {
            FloatVector.fromArray(FLOAT, sums, from + j).mul(alpha).intoArray(c, at + j);
        }
        if (j < width) {
            VectorMask<Float> rest = FLOAT.indexInRange(j, width);
            FloatVector.fromArray(FLOAT, sums, from + j).mul(alpha).intoArray(c, at + j, rest);
        }
    }

    private static void add(float[] sums, int from, int width, float alpha, float beta, float[] c, int at) {
        FloatVector factor = FloatVector.broadcast(FLOAT, alpha);
        int j = 0;
        for (; j + LANES <= width; j += LANES) {
            FloatVector old = FloatVector.fromArray(FLOAT, c, at + j).mul(beta);
            FloatVector.fromArray(FLOAT, sums, from + j).fma(factor, old).intoArray(c, at + j);
        }
        if (j < width) {
            VectorMask<Float> rest = FLOAT.indexInRange(j, width);
            FloatVector old = FloatVector.fromArray(FLOAT, c, at + j, rest).mul(beta);
            FloatVector.fromArray(FLOAT, sums, from + j).fma(factor, old).intoArray(c, at + j, rest);
        }
    }
}
