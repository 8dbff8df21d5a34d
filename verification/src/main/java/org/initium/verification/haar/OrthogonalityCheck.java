// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.haar;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;

/**
 * The columns of a tall matrix, or the rows of a wide one, are orthogonal and of length {@code gain}.
 *
 * <p>The ratio of LAPACK's own test programs, {@code ||Q'Q - I||_1 / (max(m, n) eps)}, and their threshold of 30: TESTING/LIN,
 * routine {@code sqrt01}, and {@code stest.in}. It bounds each singular value: {@code |s^2 - gain^2| <= gain^2 ||Q'Q / gain^2 - I||_1},
 * for a norm is never below an eigenvalue. {@code eps} is 2^-24, the relative error of rounding to float. The product is
 * EJML's, in double precision, so that none of the engine's arithmetic judges itself.
 */
public final class OrthogonalityCheck {
    /** The check's name in reports. */
    public static final String NAME = "orthogonality";

    private static final double THRESHOLD = 30;
    private static final double EPS = 0x1p-24;

    private OrthogonalityCheck() {}

    /** The verdict on one tensor, of {@code law.rows() * law.columns()} elements. */
    public static Verdict check(float[] tensor, ExpectedLaw.Haar law) {
        return check(List.of(tensor), law);
    }

    /** The verdict on the worst of several, one at least; one that is not finite is worse than any. */
    public static Verdict check(List<float[]> tensors, ExpectedLaw.Haar law) {
        String detail = "N = " + tensors.size() + (tensors.size() == 1 ? " matrix of " : " matrices of ") + law.rows()
                + " x " + law.columns();
        double worst = 0;
        for (float[] tensor : tensors) {
            if (tensor.length != (long) law.rows() * law.columns()) {
                return Verdict.impossible(detail + "; a tensor has " + tensor.length + " elements", 0);
            }
            worst = Math.max(worst, ratio(tensor, law));
        }
        return Verdict.atMost(worst, THRESHOLD, "LAPACK's ratio", detail, 0)
                .detecting(detectable(law), "relative error of the length of a column, or of a row if it is wide");
    }

    /**
     * The relative error e of a column's length that is sure to be found: the square of a right one is 1 within {@code t = 30 n eps},
     * and {@code (1 - t) (1 + e)^2 = 1 + t}. Infinite from n = 559,240 on, where t is 1.
     */
    static double detectable(ExpectedLaw.Haar law) {
        double t = THRESHOLD * Math.max(law.rows(), law.columns()) * EPS;
        return t < 1 ? Math.sqrt((1 + t) / (1 - t)) - 1 : Double.POSITIVE_INFINITY;
    }

    private static double ratio(float[] tensor, ExpectedLaw.Haar law) {
        DMatrixRMaj q = new DMatrixRMaj(law.rows(), law.columns());
        for (int i = 0; i < tensor.length; i++) {
            q.data[i] = tensor[i] / law.gain();
        }
        int side = Math.min(law.rows(), law.columns());
        DMatrixRMaj gram = new DMatrixRMaj(side, side);
        if (law.rows() >= law.columns()) {
            CommonOps_DDRM.multInner(q, gram);
        } else {
            CommonOps_DDRM.multOuter(q, gram);
        }
        for (int i = 0; i < side; i++) {
            gram.add(i, i, -1);
        }
        // EJML's norm compares with >, which loses a NaN; an orthogonal matrix cannot have one and its sum would show
        // it.
        double sum = CommonOps_DDRM.elementSum(gram);
        double norm = NormOps_DDRM.inducedP1(gram);
        return Double.isNaN(sum) ? Double.NaN : norm / (Math.max(law.rows(), law.columns()) * EPS);
    }
}
