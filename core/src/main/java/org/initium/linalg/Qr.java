// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import java.util.Objects;

/**
 * QR factorisation {@code A = Q R} of a tall or square matrix by Householder reflectors.
 *
 * <p>G. H. Golub and C. F. Van Loan (2013), Matrix Computations, 4th edition, algorithm 5.2.1, in double precision and
 * unblocked: {@code 2 m n^2 - 2 n^3 / 3} flops for R and as many again for Q.
 */
public final class Qr {
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
     * @param m rows, at least n
     * @param n columns, 0 or more
     * @param a {@code m * n} elements, each finite and at most 1e150 in magnitude, so that no square overflows
     * @throws IllegalArgumentException if the sizes or an element are outside these ranges
     */
    public static Qr of(int m, int n, double[] a) {
        if (n < 0 || m < n) {
            throw new IllegalArgumentException(
                    "a matrix of " + m + " x " + n + ", expected at least as many rows as columns");
        }
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
        double[] work = new double[n];
        for (int j = 0; j < n; j++) {
            tau[j] = Householder.reflector(reflectors, m, n, j);
            Householder.apply(reflectors, n, j, tau[j], reflectors, n, m, j + 1, n, work);
        }
        return new Qr(m, n, reflectors, tau);
    }

    /** The orthogonal factor's first n columns: a new row-major (m, n) matrix Q with {@code Q'Q = I}. */
    public double[] q() {
        double[] q = new double[m * n];
        double[] work = new double[n];
        for (int j = n - 1; j >= 0; j--) {
            q[j * n + j] = 1;
            // Columns before j are still those of the identity, which this reflector does not touch.
            Householder.apply(reflectors, n, j, tau[j], q, n, m, j, n, work);
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
