// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.Optional;
import org.initium.results.Comparison;
import org.initium.results.Verdict;
import org.initium.results.VerificationSummary;

/**
 * The report: one HTML file without script or network, in light and dark, on paper and on a telephone.
 *
 * <p>Its sections: verdict, checks, histograms, training, benchmarks, comparison, provenance, how to reproduce.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /** The page; the same input gives the same text. */
    public static String render(ReportInput input) {
        Markup banner = new Markup();
        banner(banner, input);
        Page page = new Page("Initium report", Page.machine(input.environment()), input.environment()).add(banner);
        page.section(
                "Verification",
                input.verification().map(VerificationSection::checks).orElse(Page.absent("The checks did not run.")));
        input.verification()
                .filter(v -> !v.histograms().isEmpty())
                .ifPresent(
                        v -> page.section("Weights against their law", VerificationSection.histograms(v.histograms())));
        page.section(
                "Training",
                input.trainingCurve().map(TrainingSection::of).orElse(Page.absent("No network was trained.")));
        page.section(
                "Benchmarks",
                input.bench()
                        .filter(bench -> !bench.benchmarks().isEmpty())
                        .map(BenchmarkSection::of)
                        .orElse(Page.absent("No benchmark ran.")));
        page.section(
                "Comparison with published results",
                input.comparison().map(ComparisonSection::of).orElse(Page.absent(input.noComparison())));
        return page.done(input.commands());
    }

    private static void banner(Markup html, ReportInput input) {
        html.open("div", "class", "banner");
        if (input.verification().isPresent()) {
            VerificationSummary v = input.verification().get();
            int all = v.checks().size();
            Page.card(
                    html,
                    v.passed() ? "pass" : "fail",
                    v.passed() ? "✓ verified" : "✗ verification failed",
                    (all - v.failures()) + " of " + all + " checks passed");
        } else {
            Page.card(html, "open", "? not verified", "the checks did not run");
        }
        input.trainingCurve().ifPresent(curve -> {
            double share = curve.last().validationAccuracy();
            boolean validated = Double.isFinite(share);
            Page.card(
                    html,
                    "plain",
                    Figures.percent(validated ? share : curve.last().accuracy(), 1),
                    (validated ? "validation" : "training") + " accuracy after "
                            + curve.epochs().size() + " epochs");
        });
        input.bench()
                .ifPresent(bench -> Page.card(
                        html, "plain", Integer.toString(bench.benchmarks().size()), "benchmark results"));
        Optional<Comparison> comparison = input.comparison();
        if (comparison.isPresent()) {
            Verdict verdict = comparison.get().verdict();
            Page.card(
                    html, ComparisonSection.style(verdict), ComparisonSection.label(verdict), counts(comparison.get()));
        } else {
            Page.card(html, "open", "– no comparison", input.noComparison());
        }
        html.close();
    }

    private static String counts(Comparison comparison) {
        if (!comparison.refusal().isEmpty()) {
            return comparison.refusal();
        }
        return comparison.count(Verdict.SAME) + " same, " + comparison.count(Verdict.FASTER) + " faster, "
                + comparison.count(Verdict.SLOWER) + " slower, " + comparison.count(Verdict.INCONCLUSIVE)
                + " inconclusive, " + comparison.count(Verdict.CONTROL) + " controls";
    }
}
