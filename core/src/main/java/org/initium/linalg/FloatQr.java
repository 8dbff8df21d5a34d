// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

/**
 * QR factorisation {@code A = Q R} in single precision, blocked: Householder's algorithm on one {@link HouseholderPanel} of
 * columns, then its reflectors on the others and, from the last block to the first, on the identity as {@link CompactWy matrix
 * products}. LAPACK's {@code SGEQRF} and {@code SORGQR}. {@link Qr} works in double precision, with the bits of the unblocked algorithm.
 */
public final class FloatQr {
    /** The largest number of rows, 33,554,431: a panel of 64 columns must fit an array. */
    public static final int MAX_ROWS = Integer.MAX_VALUE / CompactWy.BLOCK;

    /** Columns whose largest element is within {@code 2^-32 .. 2^32} are left as they are: their squares fit a float. */
    private static final int RANGE = 32;

    private final int m;
    private final int n;
    private final float[] a;
    private final int offset;
    private final CompactWy block;
    private final HouseholderPanel panel;
    private final float[] tau;
    private final float[] sign;
    private final float[] t;

    private FloatQr(int m, int n, float[] a, int offset) {
        this.m = m;
        this.n = n;
        this.a = a;
        this.offset = offset;
        block = new CompactWy(m, n, CompactWy.BLOCK);
        panel = new HouseholderPanel(m);
        tau = new float[n];
        sign = new float[n];
        t = new float[Math.ceilDiv(n, CompactWy.BLOCK) * CompactWy.BLOCK * CompactWy.BLOCK];
    }

    /**
     * Replaces a row-major (m, n) matrix A at {@code a[offset ..]} by the Q of {@code A = Q R} whose R has no negative
     * element on its diagonal; {@code R = Q'A} is not kept. Where A's rank is below n, such a Q is not unique; this one's
     * columns are orthonormal all the same.
     *
     * <p>{@code ||Q'Q - I||} is a few roundings of a float, as is {@code ||A - Q R|| / ||A||} column by column. Some
     * {@code 64 (m + 3 n)} floats are allocated, and more than one thread is used where {@link Gemm} does.
     *
     * @param m rows, at least n, at most {@link #MAX_ROWS}
     * @param n columns, 0 or more
     * @throws IllegalArgumentException if the sizes are outside these ranges, A does not fit its array or an element is not
     *     finite; A is unchanged then
     */
    public static void orthonormalize(int m, int n, float[] a, int offset) {
        if (n < 0 || m < n) {
            throw new IllegalArgumentException(
                    "a matrix of " + m + " x " + n + ", expected at least as many rows as columns");
        }
        requireRows(m, MAX_ROWS);
        Gemm.requireMatrix("A", m, n, a, offset, Math.max(1, n));
        if (n == 0) {
            return;
        }
        float[] largest = largest(m, n, a, offset);
        scale(largest, m, n, a, offset);
        FloatQr qr = new FloatQr(m, n, a, offset);
        qr.factor();
        qr.expand();
    }

    static void requireRows(int m, int most) {
        if (m > most) {
            throw new IllegalArgumentException("m is " + m + ", expected at most " + most);
        }
    }

    /** The largest magnitude of each column. */
    private static float[] largest(int m, int n, float[] a, int offset) {
        float[] largest = new float[n];
        for (int i = 0; i < m; i++) {
            int row = offset + i * n;
            for (int j = 0; j < n; j++) {
                float x = Math.abs(a[row + j]);
                if (!(x <= Float.MAX_VALUE)) {
                    throw new IllegalArgumentException(
                            "a[" + (row + j) + "] is " + a[row + j] + ", expected a finite number");
                }
                largest[j] = Math.max(largest[j], x);
            }
        }
        return largest;
    }

    /**
     * Multiplies columns of extreme size by a power of two, which leaves Q as it is: exact but for elements below
     * {@code 2^-126} of their column's largest.
     */
    private static void scale(float[] largest, int m, int n, float[] a, int offset) {
        for (int j = 0; j < n; j++) {
            int exponent = Math.getExponent(largest[j]);
            if (largest[j] == 0 || Math.abs(exponent) <= RANGE) {
                continue;
            }
            for (int i = 0; i < m; i++) {
                a[offset + i * n + j] = Math.scalb(a[offset + i * n + j], -exponent);
            }
        }
    }

    /** Leaves V in A; R is lost but for the signs of its diagonal. */
    private void factor() {
        for (int k = 0; k < n; k += CompactWy.BLOCK) {
            int b = Math.min(CompactWy.BLOCK, n - k);
            int rows = m - k;
            copyPanel(k, b);
            panel.factor(rows, b, block.v(), tau, sign, k);
            for (int i = 0; i < rows; i++) {
                System.arraycopy(block.v(), i * CompactWy.BLOCK, a, offset + (k + i) * n + k, b);
            }
            block.triangle(rows, b, tau, k, t, k * CompactWy.BLOCK);
            int right = n - k - b;
            if (right > 0) {
                block.applyTransposed(rows, b, t, k * CompactWy.BLOCK, right, a, offset + k * n + k + b, n);
            }
        }
    }

    /** {@code Q = H_1 H_2 ... H_n D} in place of V. */
    private void expand() {
        for (int k = (n - 1) / CompactWy.BLOCK * CompactWy.BLOCK; k >= 0; k -= CompactWy.BLOCK) {
            int b = Math.min(CompactWy.BLOCK, n - k);
            copyPanel(k, b);
            block.prepend(m - k, b, t, k * CompactWy.BLOCK, sign, k, n - k, a, offset + k * n + k, n);
        }
    }

    private void copyPanel(int k, int b) {
        float[] v = block.v();
        for (int i = 0; i < m - k; i++) {
            int row = i * CompactWy.BLOCK;
            System.arraycopy(a, offset + (k + i) * n + k, v, row, b);
            for (int j = b; j < CompactWy.BLOCK; j++) {
                v[row + j] = 0;
            }
        }
    }
}
