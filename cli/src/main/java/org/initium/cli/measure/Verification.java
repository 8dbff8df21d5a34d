// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.initium.cli.shared.Progress;
import org.initium.results.VerificationSummary;
import org.initium.verification.Options;
import org.initium.verification.VerificationSuite;
import org.initium.verification.plan.HistogramData;

/** Runs the checks and states the outcome in the form of result files. */
final class Verification {
    private Verification() {}

    /** Runs the suite with a progress line on {@code err}. */
    static org.initium.verification.VerificationSummary run(Options options, PrintWriter err) {
        try (Progress progress = new Progress(err)) {
            return VerificationSuite.run(options, (done, total, result) -> progress.update("verifying", done, total));
        }
    }

    /** The same summary as {@code verify.json} has it; the two modules do not know each other. */
    static VerificationSummary toResults(org.initium.verification.VerificationSummary summary) {
        return new VerificationSummary(
                summary.version(),
                summary.seed(),
                summary.full(),
                summary.checks().stream()
                        .map(c -> new VerificationSummary.CheckResult(
                                c.check(),
                                c.subject(),
                                c.shape(),
                                c.statistic(),
                                c.threshold(),
                                c.meaning(),
                                c.passed(),
                                c.detail(),
                                c.alpha(),
                                c.detects()))
                        .toList(),
                summary.pictures(HistogramData.class).stream()
                        .map(h -> new VerificationSummary.HistogramData(
                                h.initializer(),
                                h.law(),
                                h.lower(),
                                h.upper(),
                                h.counts(),
                                h.below(),
                                h.above(),
                                h.density()))
                        .toList(),
                summary.seconds(),
                PictureRecords.of(summary));
    }

    /** A line per subject, the failed checks in full, and the headline. */
    static void print(org.initium.verification.VerificationSummary summary, PrintWriter out) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        summary.checks().forEach(check -> {
            int[] count = counts.computeIfAbsent(check.subject(), subject -> new int[2]);
            count[check.passed() ? 0 : 1]++;
        });
        int width = counts.keySet().stream().mapToInt(String::length).max().orElse(0);
        counts.forEach((subject, count) -> out.println(subject + " ".repeat(width + 2 - subject.length()) + count[0]
                + " passed" + (count[1] == 0 ? "" : ", " + count[1] + " FAILED")));
        summary.failures().forEach(out::println);
        out.println(summary.headline());
    }
}
