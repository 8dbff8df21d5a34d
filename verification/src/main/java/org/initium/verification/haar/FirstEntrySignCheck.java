// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.haar;

import org.initium.verification.checks.Verdict;
import org.initium.verification.stats.BinomialTest;

/**
 * The first entry of an orthogonal matrix is positive as often as negative.
 *
 * <p>Householder's QR as LAPACK does it always makes it negative unless the signs of R's diagonal are taken out: F. Mezzadri
 * (2007), "How to generate random matrices from the classical compact groups", Notices of the AMS 54(5). Such a Q is
 * orthogonal, and the laws of its squares and magnitudes are right; only signs tell.
 */
public final class FirstEntrySignCheck {
    /** The check's name in reports. */
    public static final String NAME = "first_entry_sign";

    private FirstEntrySignCheck() {}

    /**
     * The verdict on the first entries of independent matrices; one that is NaN fails. One that is 0 counts as negative: of a right law
     * rounding makes one of some 10^7, which is no matter, and of a wrong one a sign function with {@code sign(0) = 0} makes all.
     *
     * @param alpha how often the check may fail right matrices
     * @throws IllegalArgumentException if there are too few entries for {@code alpha}
     */
    public static Verdict check(float[] firstEntries, double alpha) {
        int positive = 0;
        for (float q : firstEntries) {
            if (Float.isNaN(q)) {
                return Verdict.impossible("N = " + firstEntries.length + " matrices; a first entry is " + q, alpha);
            }
            positive += q > 0 ? 1 : 0;
        }
        String detail = "N = " + firstEntries.length + " matrices; " + positive + " with a positive first entry";
        return Verdict.atLeast(
                        BinomialTest.pValue(positive, firstEntries.length, 0.5, alpha), alpha, "p-value", detail, alpha)
                .detecting(
                        BinomialTest.detectableAbove(firstEntries.length, 0.5, alpha) - 0.5,
                        "distance of the sign's probability from 1/2");
    }
}
