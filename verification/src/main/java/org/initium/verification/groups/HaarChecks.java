// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.List;
import org.initium.verification.haar.BilinearForm;
import org.initium.verification.haar.DeterminantCheck;
import org.initium.verification.haar.FirstEntrySignCheck;
import org.initium.verification.haar.HaarFormCheck;
import org.initium.verification.haar.TraceMoment;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.Lazy;
import org.initium.verification.plan.PlannedCheck;

/** Which checks many orthogonal matrices get, whoever made them. */
final class HaarChecks {
    /**
     * Matrices for the law of entries, signs and traces: a distribution function off by 0.054 is found, a sign's probability off 1/2 by 0.045,
     * and a mean trace off 0 by 0.11.
     */
    static final int MATRICES = 5000;

    private HaarChecks() {}

    /**
     * The checks of these matrices; of traces and determinants if they are square.
     *
     * @param matrices row-major, as the law says
     */
    static List<PlannedCheck> of(String subject, String shape, Lazy<List<float[]>> matrices, ExpectedLaw.Haar law) {
        List<PlannedCheck> plan = new ArrayList<>();
        plan.add(new PlannedCheck(
                FirstEntrySignCheck.NAME,
                subject,
                shape,
                true,
                alpha -> FirstEntrySignCheck.check(BilinearForm.FIRST_ENTRY.of(matrices.get(), law), alpha)));
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
            for (TraceMoment moment : TraceMoment.values()) {
                plan.add(new PlannedCheck(
                        moment.checkName(), subject, shape, true, alpha -> moment.check(matrices.get(), law, alpha)));
            }
        }
        return plan;
    }
}
