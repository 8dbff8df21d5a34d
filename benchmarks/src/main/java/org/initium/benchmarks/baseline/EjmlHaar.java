// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks.baseline;

import java.util.Random;
import java.util.random.RandomGeneratorFactory;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.RandomMatrices_FDRM;
import org.ejml.dense.row.factory.DecompositionFactory_FDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/** Haar-distributed orthogonal matrices by EJML's Householder QR, in single precision. */
public final class EjmlHaar {
    private final int n;
    private final Random random;
    private final QRDecomposition<FMatrixRMaj> qr;
    private final FMatrixRMaj normals;
    private final FMatrixRMaj q;
    private final FMatrixRMaj r;

    /** Matrices of {@code n} rows and columns; EJML reuses what it allocates here. */
    public EjmlHaar(int n, long seed) {
        this.n = n;
        random = Random.from(RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed));
        qr = DecompositionFactory_FDRM.qr(n, n);
        normals = new FMatrixRMaj(n, n);
        q = new FMatrixRMaj(n, n);
        r = new FMatrixRMaj(n, n);
    }

    /** Writes the next matrix to {@code out}, row by row, and returns it. */
    public float[] draw(float[] out) {
        RandomMatrices_FDRM.fillGaussian(normals, 0, 1, random);
        qr.decompose(normals);
        qr.getQ(q, false);
        qr.getR(r, false);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                float x = q.data[i * n + j];
                out[i * n + j] = r.data[j * n + j] < 0 ? -x : x;
            }
        }
        return out;
    }
}
