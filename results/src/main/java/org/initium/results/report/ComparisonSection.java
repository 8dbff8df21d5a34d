// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.initium.results.Comparison;
import org.initium.results.Verdict;

/** This run against a published one: intervals as a chart, figures as a table. */
final class ComparisonSection {
    /** Beyond this many rows, the chart leaves out controls and those that are the same. */
    private static final int CHART_ROWS = 24;

    private static final List<String> HEADER = List.of(
            "benchmark", "base", "new", "unit", "new / base", "95 % interval", "forks", "finds", "verdict", "note");

    private ComparisonSection() {}

    static Markup of(Comparison comparison) {
        Markup html = new Markup();
        html.open("p").text("Base: ").element("code", comparison.base());
        html.text(". New: ").element("code", comparison.current()).text(".").close();
        if (!comparison.refusal().isEmpty()) {
            return html.element("p", "Not comparable: " + comparison.refusal() + ".");
        }
        html.element("p", comparison.promise());
        chart(html, comparison);
        if (!comparison.rows().isEmpty()) {
            html.open("details").element("summary", comparison.rows().size() + " comparisons in full");
            html.add(table(comparison)).close();
        }
        only(html, "the base", comparison.onlyInBase());
        only(html, "this run", comparison.onlyInCurrent());
        return html;
    }

    private static void chart(Markup html, Comparison comparison) {
        List<Comparison.Row> rows = comparison.rows().stream()
                .filter(row -> Double.isFinite(row.low()) && Double.isFinite(row.high()))
                .toList();
        boolean crowded = rows.size() > CHART_ROWS;
        if (crowded) {
            rows = rows.stream()
                    .filter(row -> row.verdict() != Verdict.SAME && !row.control())
                    .toList();
        }
        if (!rows.isEmpty()) {
            html.open("figure", "class", "ratios").open("figcaption");
            html.text(crowded ? "Only benchmarks of Initium not proved the same. " : "");
            html.text("Dot: ratio; line: its 95 % interval; band: changes too small to matter.");
            html.close().add(RatioChart.of(comparison.limit(), rows)).close();
        } else if (comparison.verdict() == Verdict.SAME) {
            html.element("p", "Every benchmark of Initium is proved the same within the limit.");
        }
    }

    private static Markup table(Comparison comparison) {
        Table table = new Table("New against base", HEADER, Set.of(1, 2, 4, 5, 6, 7));
        for (Comparison.Row row : comparison.rows()) {
            boolean interval = Double.isFinite(row.low()) && Double.isFinite(row.high());
            table.start()
                    .cell(row.key(), "txt name")
                    .cell(Figures.of(row.base()), "num")
                    .cell(Figures.of(row.current()), "num")
                    .cell(row.unit(), "txt")
                    .cell(ratio(row.ratio()), "num")
                    .cell(interval ? ratio(row.low()) + " … " + ratio(row.high()) : "–", "num")
                    .cell(row.baseForks() + " / " + row.currentForks(), "num")
                    .cell(Figures.percent(row.detectable(), 1), "num")
                    .cell(label(row.verdict()), "mark " + style(row.verdict()))
                    .cell(row.note(), "txt wide")
                    .end();
        }
        return table.done();
    }

    private static String ratio(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "–";
    }

    private static void only(Markup html, String run, List<String> keys) {
        if (!keys.isEmpty()) {
            html.open("details").element("summary", keys.size() + " benchmarks only in " + run);
            html.element("p", String.join(", ", keys)).close();
        }
    }

    /** The verdict with a sign, so that it does not hang on colour. */
    static String label(Verdict verdict) {
        return switch (verdict) {
            case SAME -> "= same";
            case FASTER -> "▲ faster";
            case SLOWER -> "▼ slower";
            case INCONCLUSIVE -> "? inconclusive";
            case NOT_COMPARABLE -> "≠ not comparable";
            case CONTROL -> "· control";
        };
    }

    /** Class of the style sheet. */
    static String style(Verdict verdict) {
        return switch (verdict) {
            case SAME, FASTER -> "pass";
            case SLOWER -> "fail";
            case INCONCLUSIVE, NOT_COMPARABLE -> "open";
            case CONTROL -> "none";
        };
    }
}
