// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import java.util.Arrays;

/**
 * One thread's packed blocks, in the order of {@link GemmKernel}.
 *
 * <p>The buffers grow to the largest block so far, so a thread whose products are small stays small; they never shrink.
 */
final class Packing {
    private final int mr;
    private final int nr;
    private final float[] edge;
    private float[] a = {};
    private float[] b = {};

    Packing(GemmKernel kernel) {
        mr = kernel.rows();
        nr = kernel.columns();
        edge = new float[mr * nr];
    }

    /** Room for one tile. */
    float[] edge() {
        return edge;
    }

    /** Packs {@code rows} x {@code depth} elements of op(A), element (i, p) at {@code start + i rowStride + p depthStride}. */
    float[] packA(float[] source, int start, int rowStride, int depthStride, int rows, int depth) {
        a = room(a, rows, mr, depth);
        pack(source, start, rowStride, depthStride, rows, depth, mr, a);
        return a;
    }

    /** Packs {@code depth} x {@code columns} elements of op(B), element (p, j) at {@code start + j columnStride + p depthStride}. */
    float[] packB(float[] source, int start, int columnStride, int depthStride, int columns, int depth) {
        b = room(b, columns, nr, depth);
        pack(source, start, columnStride, depthStride, columns, depth, nr, b);
        return b;
    }

    private static float[] room(float[] buffer, int count, int width, int depth) {
        int needed = (count + width - 1) / width * width * depth;
        return buffer.length >= needed ? buffer : new float[needed];
    }

    /** Cuts {@code count} lines into panels of {@code width} lines, the last one filled up with zeros. */
    private static void pack(
            float[] source, int start, int lineStride, int depthStride, int count, int depth, int width, float[] out) {
        for (int line = 0; line < count; line += width) {
            int valid = Math.min(width, count - line);
            int from = start + line * lineStride;
            int to = line * depth;
            if (valid < width) {
                Arrays.fill(out, to, to + width * depth, 0);
            }
            if (lineStride == 1) {
                for (int p = 0; p < depth; p++) {
                    System.arraycopy(source, from + p * depthStride, out, to + p * width, valid);
                }
            } else {
                for (int l = 0; l < valid; l++) {
                    int at = from + l * lineStride;
                    for (int p = 0; p < depth; p++) {
                        out[to + p * width + l] = source[at + p * depthStride];
                    }
                }
            }
        }
    }
}
