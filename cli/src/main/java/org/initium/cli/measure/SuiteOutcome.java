// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.initium.cli.shared.JsonOutput;
import org.initium.cli.train.DigitsCurve;
import org.initium.results.Comparison;
import org.initium.results.TrainingCurve;
import org.initium.results.Verdict;
import org.initium.results.VerificationSummary;

/**
 * What a suite has come to. It fails by a failed check, a network that did not learn, benchmarks that did not run through or
 * a proved regression; that nothing could be proved is no failure.
 *
 * @param curve of {@link DigitsCurve}
 * @param benchmarkFailure why there are no benchmark results, in a line; empty if there are
 * @param comparison empty if there is nothing to compare, or no published run to compare with
 * @param seconds wall-clock time of the whole
 * @param report where the report lies
 */
record SuiteOutcome(
        VerificationSummary verification,
        TrainingCurve curve,
        Optional<String> benchmarkFailure,
        Optional<Comparison> comparison,
        double seconds,
        Path report) {
    /** The verdict. */
    boolean passed() {
        return verification.passed() && learnt() && benchmarkFailure.isEmpty() && !slower();
    }

    /** False also for NaN. */
    private boolean learnt() {
        return accuracy() >= DigitsCurve.LEAST_ACCURACY;
    }

    private double accuracy() {
        return curve.last().validationAccuracy();
    }

    private boolean slower() {
        return comparison.map(c -> c.verdict() == Verdict.SLOWER).orElse(false);
    }

    /** The verdict, its reasons and the report's path in a line. */
    String summary() {
        return String.format(
                Locale.ROOT,
                "%s: %s, %s, %s; %.0f s; report: %s",
                passed() ? "PASSED" : "FAILED",
                checksInWords(),
                trainingInWords(),
                benchmarkFailure.orElseGet(this::speedInWords),
                seconds,
                report);
    }

    private String checksInWords() {
        int checks = verification.checks().size();
        return verification.passed()
                ? "all " + checks + " checks passed"
                : verification.failures() + " of " + checks + " checks failed";
    }

    private String trainingInWords() {
        String text = String.format(Locale.ROOT, "validation accuracy %.4f", accuracy());
        return learnt() ? text : text + " where " + DigitsCurve.LEAST_ACCURACY + " or more was expected";
    }

    private String speedInWords() {
        return comparison
                .map(c -> slower() ? "slower than " + c.base() : "no regression proved against " + c.base())
                .orElse("no published run to compare with");
    }

    /** The same for machines. */
    JsonOutput json() {
        return new JsonOutput()
                .put("passed", passed())
                .put("checks", verification.checks().size())
                .put("failed_checks", verification.failures())
                .put("validation_accuracy", accuracy())
                .put("least_validation_accuracy", DigitsCurve.LEAST_ACCURACY)
                .put("benchmark_failure", benchmarkFailure.orElse(null))
                .put("comparison", comparison.map(c -> c.verdict().toString()).orElse(null))
                .put("seconds", seconds)
                .put("report", report.toString());
    }
}
