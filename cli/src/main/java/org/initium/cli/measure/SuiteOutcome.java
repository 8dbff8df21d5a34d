// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.initium.cli.JsonOutput;
import org.initium.results.Comparison;
import org.initium.results.TrainingCurve;
import org.initium.results.Verdict;
import org.initium.results.VerificationSummary;

/**
 * What a suite has come to. Only a failed check or a proved regression makes it fail; that nothing could be proved does not.
 *
 * @param comparison empty if there is no published run to compare with
 * @param seconds wall-clock time of the whole
 * @param report where the report lies
 */
record SuiteOutcome(
        VerificationSummary verification,
        TrainingCurve curve,
        Optional<Comparison> comparison,
        double seconds,
        Path report) {
    /** The verdict. */
    boolean passed() {
        return verification.passed() && !slower();
    }

    private boolean slower() {
        return comparison.map(c -> c.verdict() == Verdict.SLOWER).orElse(false);
    }

    /** The verdict, its reasons and the report's path in a line. */
    String summary() {
        int checks = verification.checks().size();
        return String.format(
                Locale.ROOT,
                "%s: %s, validation accuracy %.4f, %s; %.0f s; report: %s",
                passed() ? "PASSED" : "FAILED",
                verification.passed()
                        ? "all " + checks + " checks passed"
                        : verification.failures() + " of " + checks + " checks failed",
                curve.last().validationAccuracy(),
                comparison
                        .map(c -> slower() ? "slower than " + c.base() : "no regression proved against " + c.base())
                        .orElse("no published run to compare with"),
                seconds,
                report);
    }

    /** The same for machines. */
    JsonOutput json() {
        return new JsonOutput()
                .put("passed", passed())
                .put("checks", verification.checks().size())
                .put("failed_checks", verification.failures())
                .put("validation_accuracy", curve.last().validationAccuracy())
                .put("comparison", comparison.map(c -> c.verdict().toString()).orElse(null))
                .put("seconds", seconds)
                .put("report", report.toString());
    }
}
