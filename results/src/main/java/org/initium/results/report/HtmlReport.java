// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.initium.results.Comparison;
import org.initium.results.Environment;
import org.initium.results.Fingerprint;
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
        Environment environment = input.environment();
        Markup html = new Markup();
        html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").line();
        html.open("head").open("meta", "charset", "utf-8");
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", "Initium report " + environment.utc()).line();
        html.style(css()).close().line();
        html.open("body").open("header");
        html.element("h1", "Initium report");
        html.element(
                "p",
                environment.machine().cpuModel() + ", " + environment.machine().logicalCores() + " cores, "
                        + environment.machine().simdBits() + "-bit SIMD · Java "
                        + environment.java().version() + " · commit "
                        + environment.source().commit() + " · " + environment.utc());
        html.close().open("main").line();
        banner(html, input);
        section(
                html,
                "Verification",
                input.verification().map(VerificationSection::checks).orElse(absent("The checks did not run.")));
        input.verification()
                .filter(v -> !v.histograms().isEmpty())
                .ifPresent(v ->
                        section(html, "Weights against their law", VerificationSection.histograms(v.histograms())));
        section(
                html,
                "Training",
                input.trainingCurve().map(TrainingSection::of).orElse(absent("No network was trained.")));
        section(
                html,
                "Benchmarks",
                input.bench()
                        .filter(bench -> !bench.benchmarks().isEmpty())
                        .map(BenchmarkSection::of)
                        .orElse(absent("No benchmark ran.")));
        section(
                html,
                "Comparison with published results",
                input.comparison().map(ComparisonSection::of).orElse(absent(input.noComparison())));
        section(html, "Provenance", Provenance.of(environment));
        Markup commands = new Markup();
        commands.element("pre", String.join("\n", input.commands()), "tabindex", "0");
        section(html, "How to reproduce", commands);
        html.close().open("footer");
        html.element("p", "Fingerprint " + Fingerprint.of(environment) + ". This page loads nothing and runs nothing.");
        html.close().close().line().close();
        return "<!DOCTYPE html>\n" + html + "\n";
    }

    private static void banner(Markup html, ReportInput input) {
        html.open("div", "class", "banner");
        if (input.verification().isPresent()) {
            VerificationSummary v = input.verification().get();
            int all = v.checks().size();
            card(
                    html,
                    v.passed() ? "pass" : "fail",
                    v.passed() ? "✓ verified" : "✗ verification failed",
                    (all - v.failures()) + " of " + all + " checks passed");
        } else {
            card(html, "open", "? not verified", "the checks did not run");
        }
        input.trainingCurve().ifPresent(curve -> {
            double share = curve.last().validationAccuracy();
            boolean validated = Double.isFinite(share);
            card(
                    html,
                    "plain",
                    Figures.percent(validated ? share : curve.last().accuracy(), 1),
                    (validated ? "validation" : "training") + " accuracy after "
                            + curve.epochs().size() + " epochs");
        });
        input.bench()
                .ifPresent(bench ->
                        card(html, "plain", Integer.toString(bench.benchmarks().size()), "benchmark results"));
        Optional<Comparison> comparison = input.comparison();
        if (comparison.isPresent()) {
            Verdict verdict = comparison.get().verdict();
            card(html, ComparisonSection.style(verdict), ComparisonSection.label(verdict), counts(comparison.get()));
        } else {
            card(html, "open", "– no comparison", input.noComparison());
        }
        html.close().line();
    }

    private static String counts(Comparison comparison) {
        if (!comparison.refusal().isEmpty()) {
            return comparison.refusal();
        }
        return comparison.count(Verdict.SAME) + " same, " + comparison.count(Verdict.FASTER) + " faster, "
                + comparison.count(Verdict.SLOWER) + " slower, " + comparison.count(Verdict.INCONCLUSIVE)
                + " inconclusive, " + comparison.count(Verdict.CONTROL) + " controls";
    }

    private static void card(Markup html, String style, String headline, String line) {
        html.open("div", "class", "card " + style);
        html.element("strong", headline).element("span", line).close().line();
    }

    private static void section(Markup html, String title, Markup content) {
        html.open("section").element("h2", title).line().add(content).close().line();
    }

    private static Markup absent(String sentence) {
        return new Markup().element("p", sentence, "class", "absent");
    }

    private static String css() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
