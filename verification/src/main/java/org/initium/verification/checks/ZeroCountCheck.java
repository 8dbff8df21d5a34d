// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import org.initium.verification.laws.SparseLaw;
import org.initium.verification.stats.PoissonTails;

/**
 * Each column of a sparse matrix has as many zeros as its law says, and no more than that but for normals that are 0.
 *
 * <p>Samplers that make normals of 23 or 24 bits, as Keras's backends do, give 0 with a probability of 2^-23 or so. Of twice that the check
 * lets as many pass as occur once in 10^12 samples: 5 of 88,000 elements.
 */
public final class ZeroCountCheck {
    /** The check's name in reports. */
    public static final String NAME = "zero_count";

    /** Probability of a normal that is 0, at most. */
    private static final double ZERO = 0x1p-22;

    /** Probability that a right sample fails, so small that the check counts as exact. */
    private static final double ALPHA = 1e-12;

    private ZeroCountCheck() {}

    /** The verdict on any number of matrices, one after the other; none, or part of one, fails. */
    public static Verdict check(float[] sample, SparseLaw law) {
        if (!law.isWhole(sample.length)) {
            return Verdict.impossible(
                    "N = " + sample.length + " elements, expected whole matrices of " + law.rows() + " x "
                            + law.columns(),
                    0);
        }
        int size = law.rows() * law.columns();
        long wanting = 0;
        long surplus = 0;
        for (int matrix = 0; matrix < sample.length; matrix += size) {
            for (int column = 0; column < law.columns(); column++) {
                int zeros = 0;
                for (int row = 0; row < law.rows(); row++) {
                    zeros += sample[matrix + row * law.columns() + column] == 0 ? 1 : 0;
                }
                wanting += Math.max(0, law.zeros() - zeros);
                surplus += Math.max(0, zeros - law.zeros());
            }
        }
        String detail = "N = " + sample.length / law.rows() + " columns of " + law.rows() + " with " + law.zeros()
                + " zeros each; " + surplus + " zeros more in all";
        Verdict verdict = wanting > 0
                ? Verdict.atMost(wanting, 0, "zeros missing from columns", detail, 0)
                : Verdict.atMost(surplus, chance(sample.length, law), "zeros too many in columns", detail, 0);
        return verdict.detecting(1, "column with a zero less");
    }

    /** How many normals may be 0. */
    private static long chance(int elements, SparseLaw law) {
        long normals = elements / law.rows() * (long) (law.rows() - law.zeros());
        long most = 0;
        while (normals > 0 && PoissonTails.upperTail(most + 1, normals * ZERO) > ALPHA) {
            most++;
        }
        return most;
    }
}
