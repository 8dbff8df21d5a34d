// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.haar;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.initium.verification.checks.Verdict;
import org.initium.verification.stats.BinomialTest;

/**
 * Orthogonal matrices of Haar's law are as often rotations as reflections: the determinant, by EJML, has either sign half of the time.
 * An odd number of Householder's reflections and no correction makes it the same always.
 */
public final class DeterminantCheck {
    /** The check's name in reports. */
    public static final String NAME = "determinant";

    private DeterminantCheck() {}

    /**
     * The verdict on independent matrices; one whose determinant is 0 or NaN fails.
     *
     * @param matrices (n, n) each, row-major
     * @param alpha how often the check may fail right matrices
     * @throws IllegalArgumentException if there are too few for {@code alpha}
     */
    public static Verdict check(List<float[]> matrices, int n, double alpha) {
        int positive = 0;
        for (float[] matrix : matrices) {
            DMatrixRMaj a = new DMatrixRMaj(n, n);
            for (int i = 0; i < matrix.length; i++) {
                a.data[i] = matrix[i];
            }
            double determinant = CommonOps_DDRM.det(a);
            if (!(determinant > 0 || determinant < 0)) {
                return Verdict.impossible(
                        "N = " + matrices.size() + " matrices; a determinant is " + determinant, alpha);
            }
            positive += determinant > 0 ? 1 : 0;
        }
        String detail = "N = " + matrices.size() + " matrices; " + positive + " with a positive determinant";
        return Verdict.atLeast(
                        BinomialTest.pValue(positive, matrices.size(), 0.5, alpha), alpha, "p-value", detail, alpha)
                .detecting(
                        BinomialTest.detectableAbove(matrices.size(), 0.5, alpha) - 0.5,
                        "distance of the sign's probability from 1/2");
    }
}
