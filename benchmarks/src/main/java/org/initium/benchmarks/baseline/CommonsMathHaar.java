// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks.baseline;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.random.Well19937c;

/** Haar-distributed orthogonal matrices by commons-math3's Householder QR, in double precision. */
public final class CommonsMathHaar {
    private final int n;
    private final Well19937c random;
    private final double[][] normals;

    /** Matrices of {@code n} rows and columns. */
    public CommonsMathHaar(int n, long seed) {
        this.n = n;
        random = new Well19937c(seed);
        normals = new double[n][n];
    }

    /** Writes the next matrix to {@code out}, row by row, and returns it. */
    public float[] draw(float[] out) {
        for (double[] row : normals) {
            for (int j = 0; j < n; j++) {
                row[j] = random.nextGaussian();
            }
        }
        QRDecomposition qr = new QRDecomposition(new Array2DRowRealMatrix(normals, false));
        RealMatrix q = qr.getQ();
        RealMatrix r = qr.getR();
        for (int j = 0; j < n; j++) {
            double sign = r.getEntry(j, j) < 0 ? -1 : 1;
            for (int i = 0; i < n; i++) {
                out[i * n + j] = (float) (sign * q.getEntry(i, j));
            }
        }
        return out;
    }
}
