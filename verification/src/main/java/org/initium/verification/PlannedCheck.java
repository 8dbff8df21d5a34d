// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import java.util.function.DoubleFunction;
import org.initium.verification.checks.Verdict;

/**
 * A check that has a name but has not run.
 *
 * @param check name of the check
 * @param subject what it checks
 * @param shape the shape it checks that on
 * @param statistical whether chance can fail it, so that it needs a share of the false-alarm rate
 * @param judge the check, given its share
 */
record PlannedCheck(String check, String subject, String shape, boolean statistical, DoubleFunction<Verdict> judge) {
    /** What {@link Options#only} is matched against. */
    String label() {
        return check + " " + subject + " " + shape;
    }

    /** Runs the check; one that throws has failed, in the words of what it threw. */
    CheckResult run(double share) {
        double alpha = statistical ? share : 0;
        Verdict verdict;
        try {
            verdict = judge.apply(alpha);
        } catch (RuntimeException e) {
            verdict = Verdict.impossible("threw " + e, alpha);
        }
        return new CheckResult(
                check,
                subject,
                shape,
                verdict.statistic(),
                verdict.threshold(),
                verdict.meaning(),
                verdict.passed(),
                verdict.detail(),
                verdict.alpha());
    }
}
