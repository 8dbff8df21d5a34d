// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.plan.EigenphaseData;
import org.initium.verification.plan.EigenphaseData.Phases;
import org.initium.verification.stats.PoissonTails;

/**
 * Where the eigenvalues of orthogonal matrices lie on the unit circle.
 *
 * <p>By Haar's law, {@code E tr Q^k} is 1 for even k above 0 and 0 for odd ones, at every order n: of the Schur functions that make up
 * the power sum, the orthogonal group has an invariant in those with even parts only (I. G. Macdonald (1995), "Symmetric Functions
 * and Hall Polynomials", section VII.3), and of the hooks this is a single row. These are the Fourier coefficients of one half of an
 * eigenvalue at 1, one half at -1, and the other n - 1 uniform on the circle: the density, averaged over the matrices, is exactly flat.
 * P. Diaconis, M. Shahshahani (1994), "On the Eigenvalues of Random Matrices", Journal of Applied Probability 31A.
 */
final class Eigenphases {
    private static final int BINS = 24;
    private static final double CONFIDENCE = 0.999;

    private Eigenphases() {}

    /**
     * The phases of some matrices, and for contrast those of the factor Q of as many normal matrices as Householder's QR leaves it,
     * whose signs nobody has set.
     *
     * @param matrices square, of this order, row by row
     * @param key the stream of the matrices for contrast
     */
    static EigenphaseData of(String initializer, List<float[]> matrices, int order, Key key) {
        double expected = matrices.size() * (order - 1) / 2.0 / BINS;
        double miss = (1 - CONFIDENCE) / (2 * BINS);
        List<float[]> raw = new ArrayList<>();
        for (int m = 0; m < matrices.size(); m++) {
            raw.add(rawFactor(order, key.child(m)));
        }
        return new EigenphaseData(
                initializer,
                order,
                matrices.size(),
                CONFIDENCE,
                expected,
                lower(expected, miss),
                upper(expected, miss),
                List.of(
                        phases(initializer, matrices, order),
                        phases("Householder's QR with its signs as they are", raw, order)));
    }

    private static Phases phases(String name, List<float[]> matrices, int order) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(order, false);
        long[] counts = new long[BINS];
        long plusOne = 0;
        long minusOne = 0;
        for (float[] matrix : matrices) {
            if (!eigen.decompose(widen(matrix, order))) {
                throw new ArithmeticException("the eigenvalues of a matrix of '" + name + "' do not converge");
            }
            for (int i = 0; i < order; i++) {
                Complex_F64 value = eigen.getEigenvalue(i);
                if (value.getImaginary() > 0) {
                    double phase = StrictMath.atan2(value.getImaginary(), value.getReal());
                    counts[Math.min(BINS - 1, (int) (phase / Math.PI * BINS))]++;
                } else if (value.isReal()) {
                    if (value.getReal() > 0) {
                        plusOne++;
                    } else {
                        minusOne++;
                    }
                }
            }
        }
        return new Phases(name, counts, plusOne, minusOne);
    }

    /** Q of a normal matrix, row by row. */
    private static float[] rawFactor(int order, Key key) {
        float[] normal = new float[order * order];
        Samplers.of(key).normal(0, 1, Slice.all(normal.length), normal, 0);
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(order, order);
        qr.decompose(widen(normal, order));
        DMatrixRMaj q = qr.getQ(null, false);
        for (int i = 0; i < normal.length; i++) {
            normal[i] = (float) q.data[i];
        }
        return normal;
    }

    private static DMatrixRMaj widen(float[] matrix, int order) {
        DMatrixRMaj wide = new DMatrixRMaj(order, order);
        for (int i = 0; i < matrix.length; i++) {
            wide.data[i] = matrix[i];
        }
        return wide;
    }

    /** The smallest count below which a Poisson count is with probability {@code miss} at most. */
    private static long lower(double mean, double miss) {
        long count = (long) mean;
        while (count > 0 && PoissonTails.lowerTail(count - 1, mean) > miss) {
            count--;
        }
        return count;
    }

    private static long upper(double mean, double miss) {
        long count = (long) mean;
        while (PoissonTails.upperTail(count + 1, mean) > miss) {
            count++;
        }
        return count;
    }
}
