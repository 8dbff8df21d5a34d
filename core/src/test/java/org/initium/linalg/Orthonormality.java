// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

/** How far the columns of a single-precision matrix are from orthonormal. */
final class Orthonormality {
    /**
     * LAPACK's own tests accept ratios up to 30 (TESTING/stest.in); those of this package's matrices, and of PyTorch's, are
     * 0.3 to 1.
     */
    static final double LAPACK_RATIO = 30;

    /** LAPACK's relative machine precision for floats, half the distance of 1 to the next. */
    static final double EPS = 0x1p-24;

    private Orthonormality() {}

    /** {@code ||Q'Q - I||_1 / (m eps)} of the row-major (m, n) matrix at {@code q[offset ..]}: LAPACK's routine {@code sort01}. */
    static double ratio(int m, int n, float[] q, int offset) {
        double[] gram = new double[n * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    gram[j * n + k] += (double) q[offset + i * n + j] * q[offset + i * n + k];
                }
            }
        }
        double worst = 0;
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += Math.abs(gram[j * n + k] - (j == k ? 1 : 0));
            }
            // Math.max, unlike a comparison, keeps a NaN.
            worst = Math.max(worst, sum);
        }
        return worst / (m * EPS);
    }
}
