// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.initium.cli.Cli;
import org.initium.cli.train.DigitsCurve;
import org.initium.results.Comparison;
import org.initium.results.TrainingCurve;
import org.initium.results.Verdict;
import org.initium.results.VerificationSummary;
import org.initium.results.VerificationSummary.CheckResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SuiteOutcomeTest {
    private static final double GOOD = 0.98;

    private static SuiteOutcome outcome(
            boolean passed, double accuracy, Optional<String> failure, Optional<Comparison> comparison) {
        CheckResult check = new CheckResult("mean", "ones", "(3,)", 1, 1, "exactly", passed, "", 0, "");
        VerificationSummary verification = new VerificationSummary("1", 42, false, List.of(check), List.of(), 1);
        // The first epoch is good: the last one counts.
        TrainingCurve curve = new TrainingCurve(
                "t",
                List.of(
                        new TrainingCurve.Epoch(1, 0.5, 0.9, 0.6, GOOD),
                        new TrainingCurve.Epoch(2, 0.5, 0.9, 0.6, accuracy)));
        return new SuiteOutcome(verification, curve, failure, comparison, 90, Path.of("r.html"));
    }

    private static SuiteOutcome outcome(boolean passed, Optional<Comparison> comparison) {
        return outcome(passed, GOOD, Optional.empty(), comparison);
    }

    private static Comparison comparison(Verdict verdict) {
        Comparison.Row row = new Comparison.Row("k", "ns/op", true, 1, 1, 5, 5, 1, 1, 1, 1, 0.05, verdict, "", false);
        return new Comparison("published", "new", 0.05, 0.025, "", List.of(row), List.of(), List.of());
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"NOT_COMPARABLE", "CONTROL"},
            mode = EnumSource.Mode.EXCLUDE)
    void onlyAProvedRegressionFails(Verdict verdict) {
        SuiteOutcome outcome = outcome(true, Optional.of(comparison(verdict)));
        assertThat(outcome.passed()).isEqualTo(verdict != Verdict.SLOWER);
        assertThat(outcome.json().fields()).containsEntry("comparison", verdict.toString());
        assertThat(outcome.summary())
                .contains(
                        verdict == Verdict.SLOWER ? "slower than published" : "no regression proved against published");
    }

    @Test
    void aFailedCheckFails() {
        assertThat(outcome(false, Optional.empty()).passed()).isFalse();
        assertThat(outcome(false, Optional.empty()).summary()).startsWith("FAILED: 1 of 1 checks failed");
    }

    @Test
    void aMissingBaseIsSaidAndNoFailure() {
        SuiteOutcome outcome = outcome(true, Optional.empty());
        assertThat(outcome.passed()).isTrue();
        assertThat(outcome.summary())
                .isEqualTo("PASSED: all 1 checks passed, validation accuracy 0.9800, no published run to compare with;"
                        + " 90 s; report: r.html");
    }

    /** 0.9639 is 347 of 360 samples and 0.9667 is 348: the limit of 0.965 lies between them. */
    @ParameterizedTest
    @CsvSource({"0.10, false", "NaN, false", "0.9639, false", "0.9667, true", "1, true"})
    void aNetworkThatDidNotLearnFails(double accuracy, boolean passed) {
        SuiteOutcome outcome = outcome(true, accuracy, Optional.empty(), Optional.empty());
        assertThat(outcome.passed()).isEqualTo(passed);
        assertThat(outcome.summary())
                .startsWith(passed ? "PASSED: " : "FAILED: ")
                .contains(String.format(Locale.ROOT, ", validation accuracy %.4f", accuracy));
        assertThat(outcome.summary().contains(" where 0.965 or more was expected,"))
                .isNotEqualTo(passed);
        assertThat(outcome.json().fields())
                .containsEntry("passed", passed)
                .containsEntry("validation_accuracy", Double.isNaN(accuracy) ? null : accuracy)
                .containsEntry("least_validation_accuracy", 0.965);
    }

    @Test
    void failedBenchmarksFail() {
        SuiteOutcome outcome = outcome(true, GOOD, Optional.of("the benchmarks fell over"), Optional.empty());
        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.summary())
                .isEqualTo("FAILED: all 1 checks passed, validation accuracy 0.9800, the benchmarks fell over;"
                        + " 90 s; report: r.html");
        assertThat(outcome.json().fields()).containsEntry("benchmark_failure", "the benchmarks fell over");
    }

    @Test
    void theCurveIsThatOfTheCommandItNames() throws Exception {
        Cli cli = Cli.run((DigitsCurve.COMMAND.substring("./initium ".length()) + " --json").split(" "));
        assertThat(DigitsCurve.train().last().validationAccuracy())
                .isEqualTo(cli.json().get("validation_accuracy").doubleValue())
                .isGreaterThanOrEqualTo(DigitsCurve.LEAST_ACCURACY);
    }
}
