// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.initium.results.VerificationSummary.CheckResult;
import org.initium.results.VerificationSummary.HistogramData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationSummaryTest {
    @TempDir
    Path folder;

    @Test
    void theFileGivesTheRecordBack() throws IOException {
        Path file = folder.resolve("verify.json");
        VerificationSummary summary = Samples.verification(false);
        summary.write(file);
        VerificationSummary back = VerificationSummary.read(file);
        assertThat(back).usingRecursiveComparison().isEqualTo(summary);
    }

    /** Pictures too, and of what they show what is no number. */
    @Test
    void theFileGivesThePicturesBack() throws IOException {
        Path file = folder.resolve("verify.json");
        VerificationSummary summary = Samples.pictured(true);
        summary.write(file);
        VerificationSummary back = VerificationSummary.read(file);
        assertThat(back)
                .usingRecursiveComparison()
                .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class) // NaN is NaN
                .isEqualTo(summary);
        assertThat(back.pictures().quantiles().get(0).measured()[3]).isNaN();
        assertThat(back.checks().get(0).detects()).isNotEmpty();
    }

    /** Runs published before these were written have neither pictures nor the faults that checks find. */
    @Test
    void anOlderFileIsRead() throws IOException {
        Path file = Files.writeString(
                folder.resolve("verify.json"),
                "{\"version\": \"0.1\", \"seed\": 1, \"full\": false, \"seconds\": 2, \"histograms\": [], \"checks\": [{\"check\":"
                        + " \"mean\", \"subject\": \"ones\", \"shape\": \"\", \"statistic\": 1, \"threshold\": 2, \"meaning\": \"m\","
                        + " \"passed\": true, \"detail\": \"\", \"alpha\": 0}]}");
        VerificationSummary summary = VerificationSummary.read(file);
        assertThat(summary.pictures()).isEqualTo(Pictures.NONE);
        assertThat(summary.checks())
                .singleElement()
                .satisfies(check -> assertThat(check.detects()).isEmpty());
    }

    /** The example of the README. */
    @Test
    void theDocumentedFormIsRead() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String json = readme.substring(readme.indexOf("```json\n") + 8);
        Path file = Files.writeString(folder.resolve("verify.json"), json.substring(0, json.indexOf("```")));
        VerificationSummary summary = VerificationSummary.read(file);
        assertThat(summary.passed()).isTrue();
        assertThat(summary.checks()).hasSize(1);
        CheckResult check = summary.checks().get(0);
        assertThat(check.statistic()).isLessThan(check.threshold());
        // what KolmogorovSmirnov.critical computes at the first stage's rate; the printed figures carry 16 digits
        assertThat(check.threshold())
                .isCloseTo(Math.sqrt(StrictMath.log(2 / 1e-3) / (2 * 100352.0)), Offset.offset(1e-15));
        assertThat(check.detects()).isEqualTo("0.013 distance of the distribution functions");
        assertThat(summary.histograms().get(0).total()).isEqualTo(100352);
    }

    @Test
    void theSummaryCounts() {
        assertThat(Samples.verification(true).passed()).isTrue();
        assertThat(Samples.verification(false).passed()).isFalse();
        assertThat(Samples.verification(false).failures()).isEqualTo(1);
        assertThat(new VerificationSummary("v", 1, true, List.of(), List.of(), 0).passed())
                .isFalse();
        CheckResult half = new CheckResult("c", "s", "", 0, 0, "", true, "", 0.75, "");
        assertThat(new VerificationSummary("v", 1, true, List.of(half), List.of(), 0).falseAlarmRate())
                .isEqualTo(0.75);
        assertThat(new VerificationSummary("v", 1, true, List.of(half, half), List.of(), 0).falseAlarmRate())
                .isEqualTo(1);
    }

    @Test
    void histogramsKnowWidthAndTotal() {
        HistogramData data = new HistogramData("i", "l", -1, 1, new long[] {1, 2, 3, 4}, 5, 6, new double[4]);
        assertThat(data.width()).isEqualTo(0.5);
        assertThat(data.total()).isEqualTo(21);
    }

    @Test
    void arraysAreCopied() {
        long[] counts = {1};
        HistogramData data = new HistogramData("i", "l", 0, 1, counts, 0, 0, new double[] {1});
        counts[0] = 9;
        data.counts()[0] = 9;
        data.density()[0] = 9;
        assertThat(data.counts()).containsExactly(1);
        assertThat(data.density()).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aRateIsAShare(double alpha) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CheckResult("c", "s", "", 0, 0, "", true, "", alpha, ""))
                .withMessageContaining("alpha");
    }

    @Test
    void impossibleHistogramsAreRefused() {
        long[] one = {1};
        double[] flat = {1};
        refused(1, 1, one, 0, 0, flat);
        refused(2, 1, one, 0, 0, flat);
        refused(Double.NaN, 1, one, 0, 0, flat);
        refused(0, Double.POSITIVE_INFINITY, one, 0, 0, flat);
        refused(0, 1, new long[0], 0, 0, new double[0]);
        refused(0, 1, one, 0, 0, new double[2]);
        refused(0, 1, new long[] {-1}, 0, 0, flat);
        refused(0, 1, one, -1, 0, flat);
        refused(0, 1, one, 0, -1, flat);
        refused(0, 1, one, 0, 0, new double[] {-1});
        refused(0, 1, one, 0, 0, new double[] {Double.NaN});
        refused(0, 1, one, 0, 0, new double[] {Double.POSITIVE_INFINITY});
    }

    @Test
    void aCurveNeedsAnEpoch() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TrainingCurve("t", List.of()));
    }

    private static void refused(double lower, double upper, long[] counts, long below, long above, double[] density) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HistogramData("he_normal", "l", lower, upper, counts, below, above, density))
                .withMessageContaining("he_normal");
    }
}
