// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

/**
 * Where a {@link GemmKernel} finds the panels of an operand: lines {@code 0 .. lines - 1}, {@code width} to a panel, each
 * {@code depth} long. A line is a row of op(A) or a column of op(B).
 *
 * <pre>
 *   element (line, p), line = first line of its panel + l:   array(line)[offset(line) + p * stride(line) + l]
 * </pre>
 *
 * <p>Panels are either packed, one after the other in a buffer of this object, or left in place where neighbouring lines are
 * neighbours in memory; the last panel, when narrower, is packed all the same so that reading it whole stays inside an array. What it
 * holds beyond the last line is of no meaning. The buffer grows to the largest block so far and never shrinks.
 */
final class Panels {
    private final GemmCopy copy;
    private final int width;
    private float[] buffer = {};
    private float[] whole;
    private int start;
    private int step;
    private int stride;
    private int wholeLines;
    private int lastStart;

    Panels(GemmCopy copy, int width) {
        this.copy = copy;
        this.width = width;
    }

    /** Packs all panels of the block whose element (line, p) is {@code source[at + line * lineStride + p * depthStride]}. */
    void pack(float[] source, int at, int lineStride, int depthStride, int lines, int depth) {
        reserve(Math.ceilDiv(lines, width) * width * depth);
        for (int line = 0; line < lines; line += width) {
            int count = Math.min(width, lines - line);
            if (lineStride == 1) {
                copy.neighbours(source, at + line, depthStride, count, depth, buffer, line * depth, width);
            } else {
                copy.transposed(source, at + line * lineStride, lineStride, count, depth, buffer, line * depth, width);
            }
        }
        whole = buffer;
        start = 0;
        step = depth;
        stride = width;
        wholeLines = lines / width * width;
        lastStart = wholeLines * depth;
    }

    /** Leaves the block whose element (line, p) is {@code source[at + line + p * depthStride]} where it is. */
    void inPlace(float[] source, int at, int depthStride, int lines, int depth) {
        whole = source;
        start = at;
        step = 1;
        stride = depthStride;
        wholeLines = lines / width * width;
        lastStart = 0;
        if (wholeLines < lines) {
            reserve(width * depth);
            copy.neighbours(source, at + wholeLines, depthStride, lines - wholeLines, depth, buffer, 0, width);
        }
    }

    /** The array of the panel that begins with this line. */
    float[] array(int line) {
        return line < wholeLines ? whole : buffer;
    }

    /** Where the panel that begins with this line starts. */
    int offset(int line) {
        return line < wholeLines ? start + line * step : lastStart;
    }

    /** Distance from p to p + 1 in the panel that begins with this line. */
    int stride(int line) {
        return line < wholeLines ? stride : width;
    }

    /** Distance between the starts of lines that lie so far apart, whole panels all of them. */
    int step(int lines) {
        return lines * step;
    }

    /** Forgets the caller's array, which this object would otherwise keep alive. */
    void release() {
        whole = null;
    }

    private void reserve(int needed) {
        if (buffer.length < needed + GemmCopy.SLACK) {
            buffer = new float[needed + GemmCopy.SLACK];
        }
    }
}
