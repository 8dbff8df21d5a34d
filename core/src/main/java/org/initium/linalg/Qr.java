// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import java.util.Objects;

/**
 * QR factorisation {@code A = Q R} of a tall or square matrix by Householder reflectors.
 *
 * <p>G. H. Golub and C. F. Van Loan (2013), Matrix Computations, 4th edition, algorithm 5.2.1, in double precision:
 * {@code 2 m n^2 - 2 n^3 / 3} flops for R and as many again for Q. {@link ReflectorBlock} goes through the matrix in blocks,
 * with the bits of the unblocked algorithm. {@link FloatQr} is the faster one, in single precision.
 */
public final class Qr {
    /** The largest number of rows, 67,108,863: a strip of 32 columns must fit an array. */
    public static final int MAX_ROWS = Integer.MAX_VALUE / ReflectorKernel.DOUBLES;

    private final int m;
    private final int n;
    private final double[] reflectors;
    private final double[] tau;

    private Qr(int m, int n, double[] reflectors, double[] tau) {
        this.m = m;
        this.n = n;
        this.reflectors = reflectors;
        this.tau = tau;
    }

    /**
     * Factors a row-major (m, n) matrix, which is left as it is.
     *
     * @param m rows, at least n, at most {@link #MAX_ROWS}
     * @param n columns, 0 or more
     * @param a {@code m * n} elements, each finite and at most 1e150 in magnitude, so that no square overflows
     * @throws IllegalArgumentException if the sizes or an element are outside these ranges
     */
    public static Qr of(int m, int n, double[] a) {
        if (n < 0 || m < n) {
            throw new IllegalArgumentException(
                    "a matrix of " + m + " x " + n + ", expected at least as many rows as columns");
        }
        FloatQr.requireRows(m, MAX_ROWS);
        if (a.length != (long) m * n) {
            throw new IllegalArgumentException(
                    "a has " + a.length + " elements, expected " + m + " x " + n + " = " + (long) m * n);
        }
        for (int i = 0; i < a.length; i++) {
            if (!(Math.abs(a[i]) <= 1e150)) {
                throw new IllegalArgumentException("a[" + i + "] is " + a[i] + ", expected at most 1e150 in magnitude");
            }
        }
        double[] reflectors = a.clone();
        double[] tau = new double[n];
        ReflectorBlock block = new ReflectorBlock(m);
        for (int k = 0; k < n; k += ReflectorKernel.DOUBLES) {
            int b = Math.min(ReflectorKernel.DOUBLES, n - k);
            int diagonal = k * n + k;
            block.factor(m - k, b, reflectors, diagonal, n, tau, k);
            block.applyTransposed(n - k - b, reflectors, diagonal + b, n);
        }
        return new Qr(m, n, reflectors, tau);
    }

    /** The orthogonal factor's first n columns: a new row-major (m, n) matrix Q with {@code Q'Q = I}. */
    public double[] q() {
        double[] q = new double[m * n];
        ReflectorBlock block = new ReflectorBlock(m);
        int b = ReflectorKernel.DOUBLES;
        for (int k = Math.max(0, n - 1) / b * b; k >= 0; k -= b) {
            for (int j = k; j < Math.min(k + b, n); j++) {
                q[j * n + j] = 1;
            }
            // Columns before k are still those of the identity, which these reflectors do not touch.
            int diagonal = k * n + k;
            block.load(m - k, Math.min(b, n - k), reflectors, diagonal, n, tau, k);
            block.apply(n - k, q, diagonal, n);
        }
        return q;
    }

    /**
     * Diagonal element {@code j} of R; its sign is what makes Q unique.
     *
     * @throws IndexOutOfBoundsException if j is not in {@code 0 .. n - 1}
     */
    public double diagonal(int j) {
        return reflectors[Objects.checkIndex(j, n) * n + j];
    }
}
