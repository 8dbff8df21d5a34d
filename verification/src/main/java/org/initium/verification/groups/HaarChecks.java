// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.initium.verification.haar.BilinearForm;
import org.initium.verification.haar.DeterminantCheck;
import org.initium.verification.haar.FirstEntrySignCheck;
import org.initium.verification.haar.HaarFormCheck;
import org.initium.verification.haar.TraceMoment;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.Lazy;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.streams.OtherSeedCheck;

/** Which checks many orthogonal matrices get, whoever made them. */
final class HaarChecks {
    /**
     * Matrices for the law of entries, signs and traces: a distribution function off by 0.054 is found, a sign's probability off 1/2 by 0.045,
     * and a mean trace off 0 by 0.11.
     */
    static final int MATRICES = 5000;

    private HaarChecks() {}

    /** Whether two streams give different matrices; of one element, which is a sign, nothing. */
    static List<PlannedCheck> otherSeed(
            String subject, String shape, IntFunction<float[]> matrix, ExpectedLaw.Haar law) {
        if (Math.max(law.rows(), law.columns()) == 1) {
            return List.of();
        }
        return List.of(PlannedCheck.exact(OtherSeedCheck.NAME, subject, shape, () -> {
            int matrices = Math.ceilDiv(OtherSeedCheck.ELEMENTS, law.rows() * law.columns());
            return OtherSeedCheck.check(all(matrix, 0, matrices), all(matrix, matrices, matrices));
        }));
    }

    private static float[] all(IntFunction<float[]> matrix, int first, int matrices) {
        float[] all = matrix.apply(first);
        int size = all.length;
        all = Arrays.copyOf(all, matrices * size);
        for (int m = 1; m < matrices; m++) {
            System.arraycopy(matrix.apply(first + m), 0, all, m * size, size);
        }
        return all;
    }

    /**
     * The checks of these matrices; of determinants if they are square, of traces as well if there are {@link #MATRICES} at least. A matrix
     * of one element has nothing but its sign.
     *
     * @param count of matrices in a default run's first stage
     * @param matrices row-major, as the law says
     */
    static List<PlannedCheck> of(
            String subject, String shape, int count, Lazy<List<float[]>> matrices, ExpectedLaw.Haar law) {
        List<PlannedCheck> plan = new ArrayList<>();
        plan.add(new PlannedCheck(
                FirstEntrySignCheck.NAME,
                subject,
                shape,
                true,
                alpha -> FirstEntrySignCheck.check(BilinearForm.FIRST_ENTRY.of(matrices.get(), law), alpha)));
        if (Math.max(law.rows(), law.columns()) == 1) {
            return plan;
        }
        for (BilinearForm form : BilinearForm.values()) {
            plan.add(new PlannedCheck(
                    HaarFormCheck.name(form),
                    subject,
                    shape + " " + form.words(),
                    true,
                    alpha -> HaarFormCheck.check(form, matrices.get(), law, alpha)));
        }
        if (law.rows() == law.columns()) {
            plan.add(new PlannedCheck(
                    DeterminantCheck.NAME,
                    subject,
                    shape,
                    true,
                    alpha -> DeterminantCheck.check(matrices.get(), law.rows(), alpha)));
            for (TraceMoment moment : count < MATRICES ? new TraceMoment[0] : TraceMoment.values()) {
                plan.add(new PlannedCheck(
                        moment.checkName(), subject, shape, true, alpha -> moment.check(matrices.get(), law, alpha)));
            }
        }
        return plan;
    }
}
