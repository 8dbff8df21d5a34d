// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

/**
 * Elementary reflectors {@code H = I - tau v v'} with {@code v[0] = 1}, on row-major double-precision matrices.
 *
 * <p>G. H. Golub and C. F. Van Loan (2013), Matrix Computations, 4th edition, section 5.1, with LAPACK's sign convention
 * (DLARFG): {@code H x = (beta, 0, ...)} and beta has the opposite sign of {@code x[0]}, which avoids cancellation.
 * Sums run down the rows in order and {@code fma} is spelled out, so the bits do not depend on how the loops along a row
 * are vectorised.
 */
final class Householder {
    private Householder() {}

    /**
     * Makes the reflector of column {@code column} from row {@code column} down: leaves beta on the diagonal and
     * {@code v[1 ..]} below it.
     *
     * <p>v and tau are made of the column divided by a power of two near its largest element, which is exact and keeps the
     * squares from underflow, and beta from being subnormal, with too few bits for an orthogonal H.
     *
     * @return tau, 0 if the column is already zero below the diagonal (H is the identity then)
     */
    static double reflector(double[] a, int rows, int ld, int column) {
        int diagonal = column * ld + column;
        double alpha = a[diagonal];
        double largest = Math.abs(alpha);
        boolean reduced = true;
        for (int i = column + 1; i < rows; i++) {
            double x = a[i * ld + column];
            largest = Math.max(largest, Math.abs(x));
            reduced &= x == 0;
        }
        if (reduced) {
            return 0;
        }
        double scale = Math.scalb(1.0, -Math.max(Math.getExponent(largest), -1000));
        double sum = 0;
        for (int i = column + 1; i < rows; i++) {
            double x = a[i * ld + column] * scale;
            sum = Math.fma(x, x, sum);
        }
        double scaled = alpha * scale;
        double beta = -Math.copySign(Math.sqrt(Math.fma(scaled, scaled, sum)), alpha);
        double divisor = scaled - beta;
        for (int i = column + 1; i < rows; i++) {
            a[i * ld + column] = a[i * ld + column] * scale / divisor;
        }
        a[diagonal] = beta / scale;
        return (beta - scaled) / beta;
    }
}
