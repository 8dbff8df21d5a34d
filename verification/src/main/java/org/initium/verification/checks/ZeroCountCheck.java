// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import org.initium.verification.laws.SparseLaw;

/** Each column of a sparse matrix has exactly as many zeros as its law says. */
public final class ZeroCountCheck {
    /** The check's name in reports. */
    public static final String NAME = "zero_count";

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
        long wrong = 0;
        for (int matrix = 0; matrix < sample.length; matrix += size) {
            for (int column = 0; column < law.columns(); column++) {
                int zeros = 0;
                for (int row = 0; row < law.rows(); row++) {
                    zeros += sample[matrix + row * law.columns() + column] == 0 ? 1 : 0;
                }
                wrong += zeros == law.zeros() ? 0 : 1;
            }
        }
        String detail = "N = " + sample.length / law.rows() + " columns of " + law.rows() + " with " + law.zeros()
                + " zeros each";
        return Verdict.none(wrong, "columns with another number of zeros", detail, "column with a zero more or less");
    }
}
