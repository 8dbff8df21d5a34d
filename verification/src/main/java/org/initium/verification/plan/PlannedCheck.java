// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.initium.verification.checks.Verdict;

/**
 * A check that has a name but has not run.
 *
 * @param check name of the check
 * @param subject what it checks
 * @param shape the shape it checks that on
 * @param statistical whether chance can fail it
 * @param judge the check, given how often it may fail on a right implementation
 */
public record PlannedCheck(
        String check, String subject, String shape, boolean statistical, DoubleFunction<Verdict> judge) {
    /** An exact check. */
    public static PlannedCheck exact(String check, String subject, String shape, Supplier<Verdict> judge) {
        return new PlannedCheck(check, subject, shape, false, alpha -> judge.get());
    }

    /** What a selection is matched against: {@code "variance he_normal (784, 128)"}. */
    public String label() {
        return check + " " + subject + " " + shape;
    }

    /** The verdict; a check that throws has failed, in the words of what it threw. */
    public Verdict run(double rate) {
        double alpha = statistical ? rate : 0;
        try {
            return judge.apply(alpha);
        } catch (RuntimeException e) {
            return Verdict.impossible("threw " + e, alpha);
        }
    }

    /** A verdict in the words of a report. */
    public CheckResult result(Verdict verdict) {
        return new CheckResult(
                check,
                subject,
                shape,
                verdict.statistic(),
                verdict.threshold(),
                verdict.meaning(),
                verdict.passed(),
                verdict.detail(),
                verdict.alpha(),
                verdict.detects() == null ? "" : verdict.detects().toString());
    }
}
