// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.List;
import java.util.Set;
import org.initium.results.VerificationSummary.CheckResult;

/** Verdicts in full: what each check found, how large the fault is that it finds, and how often it cries wolf. */
final class CheckTable {
    /** What the columns are. */
    static final List<String> HEADER = List.of(
            "check",
            "shape",
            "figure",
            "threshold",
            "meaning",
            "N",
            "finds with 99.9 % power",
            "alpha",
            "verdict",
            "detail");

    /** How the detail of a check begins that has a sample. */
    private static final String SAMPLE = "N = ";

    private CheckTable() {}

    static Markup of(String title, List<CheckResult> checks, boolean withSubject) {
        Table table = new Table(title, HEADER, Set.of(2, 3, 7));
        for (CheckResult c : checks) {
            table.start()
                    .cell((withSubject ? c.subject() + ": " : "") + name(c), "txt")
                    .cell(c.shape(), "txt name")
                    .cell(figure(c.statistic()), "num")
                    .cell(figure(c.threshold()), "num")
                    .cell(c.meaning(), "txt middling")
                    .cell(sample(c), "txt")
                    .cell(finds(c), "txt wide")
                    .cell(alpha(c), "num")
                    .cell(c.passed() ? "✓ passed" : "✗ failed", c.passed() ? "mark pass" : "mark fail")
                    .cell(rest(c), "txt wide")
                    .end();
        }
        return table.done();
    }

    static String name(CheckResult check) {
        return check.check().replace('_', ' ');
    }

    /** Words where there is no figure. */
    static String figure(double value) {
        if (Double.isNaN(value)) {
            return "not a number";
        }
        return Double.isInfinite(value) ? (value > 0 ? "infinite" : "−infinite") : Figures.of(value);
    }

    /** The size of the sample: what follows {@code N =} at the start of the detail, up to a semicolon. */
    static String sample(CheckResult check) {
        String detail = check.detail();
        if (!detail.startsWith(SAMPLE)) {
            return "–";
        }
        int end = detail.indexOf(';');
        return detail.substring(SAMPLE.length(), end < 0 ? detail.length() : end);
    }

    /** The smallest fault that is sure to be found; a dash where an older file does not say. */
    static String finds(CheckResult check) {
        return check.detects().isEmpty() ? "–" : check.detects();
    }

    /** How often the check fails on a right implementation, at most. */
    static String alpha(CheckResult check) {
        return check.alpha() == 0 ? "never" : Figures.of(check.alpha());
    }

    /** The detail without the size of the sample. */
    static String rest(CheckResult check) {
        String detail = check.detail();
        if (!detail.startsWith(SAMPLE)) {
            return detail;
        }
        int end = detail.indexOf(';');
        return end < 0 ? "" : detail.substring(end + 1).strip();
    }
}
