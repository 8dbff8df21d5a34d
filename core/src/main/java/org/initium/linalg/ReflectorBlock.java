// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import java.util.Arrays;
import org.initium.simd.Simd;

/**
 * Up to {@link ReflectorKernel#DOUBLES} reflectors in double precision, applied one after the other to a strip of as many
 * columns at a time.
 *
 * <p>Each element goes through the roundings of G. H. Golub and C. F. Van Loan (2013), Matrix Computations, 4th edition,
 * algorithm 5.2.1, column by column: {@code w = tau (c_1 + sum v_i c_i)}, {@code c_i -= v_i w}. Strips only change
 * the order in which elements are visited, so the bits are those of the unblocked algorithm, at the speed of a cache.
 *
 * <p>Rows are counted from the block's first one, in which reflector 0 has its 1. One that is the identity has tau = 0 and
 * zeros for its vector.
 */
final class ReflectorBlock {
    private static final int COLUMNS = ReflectorKernel.DOUBLES;
    private static final ReflectorKernel KERNEL =
            Simd.SCALAR ? new ReflectorKernelScalar() : new ReflectorKernelVector();

    private final ReflectorKernel kernel;
    private final double[] strip;
    private final double[] v;
    private final double[] tau = new double[COLUMNS];
    private final double[] w = new double[COLUMNS];
    private final double[] sums = new double[COLUMNS];
    private int rows;
    private int reflectors;

    /** Room for matrices of up to {@code m} rows. */
    ReflectorBlock(int m) {
        this(m, KERNEL);
    }

    ReflectorBlock(int m, ReflectorKernel kernel) {
        this.kernel = kernel;
        strip = new double[m * COLUMNS];
        v = new double[strip.length];
    }

    /**
     * Factors {@code count} columns of A, rows {@code 0 .. rows - 1} at {@code a[offset ..]}: leaves R on and above the
     * diagonal, the vectors below it and here, for the methods that apply them.
     *
     * @param tau receives {@code tau[at .. at + count - 1]}
     */
    void factor(int rows, int count, double[] a, int offset, int lda, double[] tau, int at) {
        this.rows = rows;
        reflectors = count;
        copyIn(count, a, offset, lda);
        for (int r = 0; r < count; r++) {
            this.tau[r] = Householder.reflector(strip, rows, COLUMNS, r);
            tau[at + r] = this.tau[r];
            for (int i = r + 1; i < rows; i++) {
                v[r * rows + i] = strip[i * COLUMNS + r];
            }
            begin(r);
            reflect(r, r + 1);
            Arrays.fill(w, 0, r + 1, 0);
            update(r, rows);
        }
        copyOut(count, a, offset, lda);
        for (int i = 1; i < rows; i++) {
            for (int r = 0; r < Math.min(i, count); r++) {
                a[offset + i * lda + r] = v[r * rows + i];
            }
        }
    }

    /** Takes the vectors from below A's diagonal, where {@link #factor} left them. */
    void load(int rows, int count, double[] a, int offset, int lda, double[] tau, int at) {
        this.rows = rows;
        reflectors = count;
        System.arraycopy(tau, at, this.tau, 0, count);
        for (int i = 1; i < rows; i++) {
            for (int r = 0; r < Math.min(i, count); r++) {
                v[r * rows + i] = a[offset + i * lda + r];
            }
        }
    }

    /** {@code C = H_b ... H_2 H_1 C}. */
    void applyTransposed(int columns, double[] c, int offset, int ldc) {
        for (int j = 0; j < columns; j += COLUMNS) {
            int width = Math.min(COLUMNS, columns - j);
            copyIn(width, c, offset + j, ldc);
            forwards();
            copyOut(width, c, offset + j, ldc);
        }
    }

    /** {@code C = H_1 H_2 ... H_b C}. */
    void apply(int columns, double[] c, int offset, int ldc) {
        for (int j = 0; j < columns; j += COLUMNS) {
            int width = Math.min(COLUMNS, columns - j);
            copyIn(width, c, offset + j, ldc);
            backwards();
            copyOut(width, c, offset + j, ldc);
        }
    }

    private void forwards() {
        begin(0);
        for (int r = 0; r + 1 < reflectors; r++) {
            reflect(r, 0);
            int next = r + 1;
            update(r, next + 1);
            System.arraycopy(strip, next * COLUMNS, sums, 0, COLUMNS);
            sweep(r, next, next + 1);
        }
        reflect(reflectors - 1, 0);
        update(reflectors - 1, rows);
    }

    private void backwards() {
        begin(reflectors - 1);
        for (int r = reflectors - 1; r > 0; r--) {
            reflect(r, 0);
            int next = r - 1;
            System.arraycopy(strip, next * COLUMNS, sums, 0, COLUMNS);
            sum(next, r + 1);
            sweep(r, next, r + 1);
        }
        reflect(0, 0);
        update(0, rows);
    }

    /** Sums of reflector r over all rows. */
    private void begin(int r) {
        System.arraycopy(strip, r * COLUMNS, sums, 0, COLUMNS);
        sum(r, rows);
    }

    /** Goes on with the sums of reflector r, rows {@code r + 1 .. to - 1}. */
    private void sum(int r, int to) {
        kernel.sum(to - r - 1, v, r * rows + r + 1, strip, (r + 1) * COLUMNS, sums);
    }

    /** Reflector r on its own row, columns from {@code from} on, and w for the rows below. */
    private void reflect(int r, int from) {
        for (int c = from; c < COLUMNS; c++) {
            double product = sums[c] * tau[r];
            strip[r * COLUMNS + c] -= product;
            w[c] = -product;
        }
    }

    /** Reflector r on rows {@code r + 1 .. to - 1}; the sums are spoilt. */
    private void update(int r, int to) {
        int at = r * rows + r + 1;
        kernel.sweep(to - r - 1, v, at, w, v, at, strip, (r + 1) * COLUMNS, sums);
    }

    /** Reflector r on rows {@code from ..}, and the sums of the next one over them. */
    private void sweep(int r, int next, int from) {
        kernel.sweep(rows - from, v, r * rows + from, w, v, next * rows + from, strip, from * COLUMNS, sums);
    }

    private void copyIn(int width, double[] a, int offset, int lda) {
        for (int i = 0; i < rows; i++) {
            int row = i * COLUMNS;
            System.arraycopy(a, offset + i * lda, strip, row, width);
            Arrays.fill(strip, row + width, row + COLUMNS, 0);
        }
    }

    private void copyOut(int width, double[] a, int offset, int lda) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(strip, i * COLUMNS, a, offset + i * lda, width);
        }
    }
}
