// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.initium.results.DepthData;
import org.initium.results.EigenphaseData;
import org.initium.results.EigenphaseData.Phases;
import org.initium.results.QuantileData;
import org.initium.results.VerificationSummary;
import org.initium.results.VerificationSummary.CheckResult;
import org.initium.results.VerificationSummary.HistogramData;

/** What was checked beside its law: each initializer with its checks, the eigenvalues of orthogonal matrices, signals by depth. */
final class PictureSection {
    /** Height of a histogram beside a Q-Q plot. */
    private static final double TALL = 218;

    private PictureSection() {}

    /** Names of the initializers that have a histogram or quantiles. */
    static Set<String> names(VerificationSummary summary) {
        Set<String> names = new LinkedHashSet<>();
        summary.histograms().forEach(h -> names.add(h.initializer()));
        summary.pictures().quantiles().forEach(q -> names.add(q.initializer()));
        return names;
    }

    static Markup initializers(VerificationSummary summary) {
        Markup html = new Markup();
        html.open("p").text("Left, bars: values drawn. ").element("span", "Line", "class", "key-law");
        html.text(": the law they should follow. Right: quantiles of the values over those of the law, on the ");
        html.element("span", "line", "class", "key-law");
        html.text(
                " if they are equal; the strip below shows how far off they are, where the band reaches from −1 to +1. ");
        html.text(bands(summary)).close();
        html.open("div", "class", "articles");
        for (String name : names(summary)) {
            List<CheckResult> checks = VerificationSection.of(name, summary.checks());
            html.open("article").element("h3", name).open("div", "class", "pair");
            summary.histograms().stream()
                    .filter(h -> h.initializer().equals(name))
                    .forEach(h -> html.add(figure(h)));
            summary.pictures().quantiles().stream()
                    .filter(q -> q.initializer().equals(name))
                    .forEach(q -> html.add(figure(q)));
            html.close().add(fold(name, checks)).close().line();
        }
        return html.close();
    }

    private static String bands(VerificationSummary summary) {
        return summary.pictures().quantiles().stream()
                .findFirst()
                .map(q -> "The band is simultaneous: of right samples, at least "
                        + Figures.percent(q.confidence(), 1)
                        + " lie within it at all points shown, the ends included.")
                .orElse("");
    }

    private static Markup figure(HistogramData data) {
        long outside = data.below() + data.above();
        Markup html = new Markup();
        html.open("figure").open("figcaption").text(data.law());
        html.text("; " + Figures.count(data.total()) + " values" + (outside > 0 ? ", " + outside + " not shown" : ""));
        return html.close().add(Histogram.of(data, TALL)).close();
    }

    private static Markup figure(QuantileData data) {
        int outside = data.outside();
        Markup html = new Markup();
        html.open("figure").open("figcaption").text("Q-Q, ").text(Figures.count(data.values()) + " values: ");
        if (outside == 0) {
            html.element("span", "✓ all points within the band", "class", "pass");
        } else {
            html.element(
                    "span",
                    "✗ " + outside + " of " + data.expected().length + " points outside the band",
                    "class",
                    "fail");
        }
        if (data.law().contains("entries")) {
            html.text(" (" + data.law() + ")");
        }
        return html.close().add(QuantilePlot.of(data)).close();
    }

    /** The checks of a subject behind a fold that says how they went. */
    static Markup fold(String subject, List<CheckResult> checks) {
        long passed = checks.stream().filter(CheckResult::passed).count();
        boolean all = passed == checks.size();
        Markup html = new Markup();
        html.open("details").open("summary");
        html.element("span", all ? "✓ " : "✗ ", "class", all ? "pass" : "fail");
        html.text(subject + ": " + (all ? "all " + passed : passed + " of " + checks.size()) + " checks passed");
        return html.close().add(CheckTable.of(subject, checks, false)).close().line();
    }

    static Markup eigenphases(List<EigenphaseData> pictures) {
        Markup html = new Markup();
        html.element(
                "p",
                "The eigenvalues of an orthogonal matrix lie on the unit circle. By Haar's law their average density is"
                        + " exactly flat at every order, but for one half of an eigenvalue at 1 and one half at −1. That"
                        + " QᵀQ = I says nothing of this: Householder's QR, as linear-algebra libraries have it, gives"
                        + " orthogonal matrices that are not Haar's.");
        html.open("div", "class", "charts fill");
        for (EigenphaseData data : pictures) {
            html.open("figure").open("figcaption");
            html.element("b", data.initializer())
                    .text(String.format(
                            Locale.ROOT,
                            ": %,d matrices of %d × %d. Bars: phases of the conjugate pairs. ",
                            data.matrices(),
                            data.order(),
                            data.order()));
            html.element("span", "Line", "class", "key-law");
            html.text(": Haar's law, with the band that " + Figures.percent(data.confidence(), 1)
                    + " of samples of as many independent phases do not leave in any bin.");
            for (Phases sample : data.samples()) {
                html.open("br");
                boolean own = sample == data.samples().get(0);
                html.text((own ? "" : "Points, for contrast: ") + sample.name() + ", eigenvalues of +1 and −1: "
                        + Figures.count(sample.plusOne()) + " and " + Figures.count(sample.minusOne()) + ", expected "
                        + Figures.of(data.matrices() / 2.0) + " each.");
            }
            html.close().add(EigenphaseChart.of(data)).close();
        }
        return html.close();
    }

    static Markup depths(List<DepthData> pictures) {
        Markup html = new Markup();
        html.open("p").text("Points: averages over nets with two standard errors to either side. ");
        html.element("span", "Lines", "class", "key-law");
        html.text(
                ": what theory says, for the mean square of rectifiers at every width, otherwise for nets of infinite width."
                        + " The checks hold each layer against its own input instead, at every width.");
        html.close().open("div", "class", "charts fill");
        for (DepthData data : pictures) {
            html.open("figure").open("figcaption");
            html.element("b", "The " + data.quantity())
                    .text(": " + data.nets() + (data.logarithmic() ? ", logarithmic axis" : ""));
            html.close().add(DepthChart.of(data)).close();
        }
        return html.close();
    }
}
