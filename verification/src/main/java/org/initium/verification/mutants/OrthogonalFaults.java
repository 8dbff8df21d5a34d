// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.initium.Slice;
import org.initium.linalg.Qr;
import org.initium.random.Sampler;

/** Ways to make a matrix of m rows and n columns, at most as many, row by row. */
final class OrthogonalFaults {
    private OrthogonalFaults() {}

    /** Numbers of the standard normal law. */
    static double[] normals(int m, int n, Sampler sampler) {
        float[] a = new float[m * n];
        sampler.normal(0, 1, Slice.all(a.length), a, 0);
        return wide(a);
    }

    /** Numbers that are uniform on {@code [lower, 1)}. */
    static double[] uniforms(double lower, int m, int n, Sampler sampler) {
        float[] a = new float[m * n];
        sampler.uniform(lower, 1, Slice.all(a.length), a, 0);
        return wide(a);
    }

    private static double[] wide(float[] a) {
        double[] wide = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            wide[i] = a[i];
        }
        return wide;
    }

    /** A matrix that is right. */
    static double[] haar(int m, int n, Sampler sampler) {
        return signed(m, n, normals(m, n, sampler));
    }

    /** The Q whose R has a positive diagonal. */
    static double[] signed(int m, int n, double[] a) {
        Qr qr = Qr.of(m, n, a);
        double[] q = qr.q();
        for (int i = 0; i < q.length; i++) {
            q[i] *= Math.signum(qr.diagonal(i % n));
        }
        return q;
    }

    /** A square matrix, its last column turned round if the determinant has the other sign. */
    static double[] withDeterminant(int sign, int m, int n, double[] q) {
        if (m == n && sign * CommonOps_DDRM.det(DMatrixRMaj.wrap(n, n, q)) < 0) {
            for (int i = n - 1; i < q.length; i += n) {
                q[i] = -q[i];
            }
        }
        return q;
    }

    /** A matrix, all its signs changed if its sum is negative. */
    static double[] withSum(double[] q) {
        double sign = Math.signum(Arrays.stream(q).sum());
        return Arrays.stream(q).map(x -> sign * x).toArray();
    }

    /** A matrix whose rows, but for the first and the last, change places until none below would have a larger entry on the diagonal. */
    static double[] pivoted(int m, int n, double[] q) {
        for (int k = 1; k < Math.min(m - 1, n); k++) {
            int pivot = k;
            for (int i = k + 1; i < m - 1; i++) {
                pivot = q[i * n + k] > q[pivot * n + k] ? i : pivot;
            }
            double[] row = Arrays.copyOfRange(q, k * n, k * n + n);
            System.arraycopy(q, pivot * n, q, k * n, n);
            System.arraycopy(row, 0, q, pivot * n, n);
        }
        return q;
    }

    /** Ones of random signs at the places that the first m numbers rank, the signs being those of the others. */
    static double[] permutation(int m, int n, double[] z) {
        double[] q = new double[m * n];
        for (int i = 0; i < m; i++) {
            double own = z[i];
            int rank = (int) Arrays.stream(z, 0, m).filter(x -> x < own).count();
            if (rank < n) {
                q[i * n + rank] = Math.signum(z[m + i]);
            }
        }
        return q;
    }

    /** The first n columns of {@code I - 2 v v' / v'v}; of the identity for a vector of zeros. */
    static double[] reflection(int m, int n, double[] v) {
        double norm = 0;
        for (double x : v) {
            norm += x * x;
        }
        double[] q = new double[m * n];
        for (int i = 0; i < q.length; i++) {
            double outer = norm == 0 ? 0 : 2 * v[i / n] * v[i % n] / norm;
            q[i] = (i / n == i % n ? 1 : 0) - outer;
        }
        return q;
    }

    /** Each column less its components along those before it, all computed from the column as it was, in floats. */
    static double[] gramSchmidt(int m, int n, double[] a) {
        double[] q = a.clone();
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < k; j++) {
                float component = 0;
                for (int i = 0; i < m; i++) {
                    component += (float) q[i * n + j] * (float) a[i * n + k];
                }
                for (int i = 0; i < m; i++) {
                    q[i * n + k] = (float) q[i * n + k] - component * (float) q[i * n + j];
                }
            }
            double norm = 0;
            for (int i = 0; i < m; i++) {
                norm += q[i * n + k] * q[i * n + k];
            }
            for (int i = 0; i < m; i++) {
                q[i * n + k] = (float) (q[i * n + k] / Math.sqrt(norm));
            }
        }
        return q;
    }
}
