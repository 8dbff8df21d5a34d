// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.haar;

import java.util.List;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.BetaEntries;
import org.initium.verification.stats.KolmogorovSmirnov;

/**
 * A {@link BilinearForm} follows Haar's law, {@link BetaEntries}, signs included, over many matrices: one from each, for entries of one
 * matrix depend on each other.
 *
 * <p>Entries see a factorisation of what is not normal; sums of many see a matrix whose entries are each right and do not belong
 * together, such as one that is right but for a permutation that depends on it.
 */
public final class HaarFormCheck {
    private HaarFormCheck() {}

    /** The check's name in reports. */
    public static String name(BilinearForm form) {
        return form.isEntry() ? "haar_entries" : "haar_forms";
    }

    /**
     * The verdict on independent matrices.
     *
     * @param alpha how often the check may fail right matrices
     * @throws IllegalArgumentException if there are too few for {@code alpha}
     */
    public static Verdict check(BilinearForm form, List<float[]> matrices, ExpectedLaw.Haar law, double alpha) {
        int n = matrices.size();
        BetaEntries entries = new BetaEntries(Math.max(law.rows(), law.columns()));
        double critical = KolmogorovSmirnov.critical(n, alpha);
        double d = KolmogorovSmirnov.statistic(form.of(matrices, law), entries::cdf);
        return Verdict.atMost(d, critical, "D", "N = " + n + " matrices, " + form.words(), alpha)
                .detecting(
                        KolmogorovSmirnov.detectable(n, alpha),
                        "distance of the distribution functions of the " + form.words());
    }
}
