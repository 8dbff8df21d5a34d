// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.haar;

import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.BetaEntries;
import org.initium.verification.stats.KolmogorovSmirnov;

/**
 * The first entry of an orthogonal matrix follows Haar's law, {@link BetaEntries}, signs included, over many matrices: entries of one
 * matrix depend on each other.
 */
public final class HaarEntriesCheck {
    /** The check's name in reports. */
    public static final String NAME = "haar_entries";

    private HaarEntriesCheck() {}

    /**
     * The verdict on the first entries of independent matrices.
     *
     * @param alpha how often the check may fail right matrices
     * @throws IllegalArgumentException if there are too few entries for {@code alpha}
     */
    public static Verdict check(float[] firstEntries, ExpectedLaw.Haar law, double alpha) {
        int n = firstEntries.length;
        BetaEntries entries = new BetaEntries(Math.max(law.rows(), law.columns()));
        double critical = KolmogorovSmirnov.critical(n, alpha);
        double d = KolmogorovSmirnov.statistic(firstEntries, x -> entries.cdf(x / law.gain()));
        return Verdict.atMost(d, critical, "D", "N = " + n + " matrices", alpha)
                .detecting(KolmogorovSmirnov.detectable(n, alpha), "distance of the distribution functions");
    }
}
