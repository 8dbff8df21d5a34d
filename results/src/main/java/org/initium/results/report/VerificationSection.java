// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.initium.results.VerificationSummary;
import org.initium.results.VerificationSummary.CheckResult;
import org.initium.results.VerificationSummary.HistogramData;

/** The checks as a matrix, the failed ones in full, all of them behind a fold; then the histograms. */
final class VerificationSection {
    private static final List<String> HEADER =
            List.of("check", "shape", "figure", "threshold", "meaning", "false alarms", "verdict", "detail");

    private VerificationSection() {}

    static Markup checks(VerificationSummary summary) {
        Markup html = new Markup();
        html.element(
                "p",
                String.format(
                        Locale.ROOT,
                        "%d of %d checks passed (%s sample, seed %d, %s s). A right implementation would fail any of them"
                                + " with a chance of at most %s.",
                        summary.checks().size() - summary.failures(),
                        summary.checks().size(),
                        summary.full() ? "ten times the usual" : "the usual",
                        summary.seed(),
                        Figures.tick(summary.seconds()),
                        Figures.tick(summary.falseAlarmRate())));
        if (summary.failures() > 0) {
            List<CheckResult> failed =
                    summary.checks().stream().filter(c -> !c.passed()).toList();
            html.add(details("Failed checks", failed, true));
        }
        families(summary.checks()).forEach(family -> html.add(matrix(family)));
        html.open("details").element("summary", "All " + summary.checks().size() + " checks in full");
        for (String subject : subjects(summary.checks())) {
            List<CheckResult> own = summary.checks().stream()
                    .filter(c -> c.subject().equals(subject))
                    .toList();
            html.add(details(subject, own, false));
        }
        return html.close();
    }

    /**
     * The checks of subjects that have checks in common, so that a table has few empty cells. What most subjects have, such as
     * being finite, does not count as common.
     */
    private static List<List<CheckResult>> families(List<CheckResult> checks) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        Map<String, Integer> spread = new HashMap<>();
        for (CheckResult c : checks) {
            if (names.computeIfAbsent(c.subject(), s -> new HashSet<>()).add(c.check())) {
                spread.merge(c.check(), 1, Integer::sum);
            }
        }
        names.values().forEach(own -> own.removeIf(name -> 2 * spread.get(name) > names.size()));
        List<Set<String>> families = new ArrayList<>();
        for (String subject : names.keySet()) {
            Set<String> family = new LinkedHashSet<>();
            Set<String> own = new HashSet<>(names.get(subject));
            families.removeIf(other -> {
                boolean related = other.stream().anyMatch(s -> !Collections.disjoint(names.get(s), own));
                return related && family.addAll(other);
            });
            family.add(subject);
            families.add(family);
        }
        List<String> order = List.copyOf(names.keySet());
        return families.stream()
                .sorted(Comparator.comparingInt(
                        family -> order.indexOf(family.iterator().next())))
                .map(family -> checks.stream()
                        .filter(c -> family.contains(c.subject()))
                        .toList())
                .toList();
    }

    /** Subjects down, checks across; a cell counts the shapes that passed. */
    private static Markup matrix(List<CheckResult> checks) {
        Set<String> names = new LinkedHashSet<>();
        checks.forEach(c -> names.add(c.check()));
        List<String> header = new ArrayList<>(List.of("subject"));
        names.forEach(name -> header.add(name.replace('_', ' ')));
        Table table = new Table("Passed checks, over all shapes", header, Set.of());
        for (String subject : subjects(checks)) {
            table.start().cell(subject, "txt name");
            for (String name : names) {
                List<CheckResult> cell = checks.stream()
                        .filter(c -> c.subject().equals(subject) && c.check().equals(name))
                        .toList();
                long passed = cell.stream().filter(CheckResult::passed).count();
                if (cell.isEmpty()) {
                    table.cell("·", "mark none");
                } else {
                    boolean all = passed == cell.size();
                    table.cell((all ? "✓ " : "✗ ") + passed + "/" + cell.size(), all ? "mark pass" : "mark fail");
                }
            }
            table.end();
        }
        return table.done();
    }

    private static Markup details(String title, List<CheckResult> checks, boolean withSubject) {
        Table table = new Table(title, HEADER, Set.of(2, 3, 5));
        for (CheckResult c : checks) {
            table.start()
                    .cell((withSubject ? c.subject() + ": " : "") + c.check().replace('_', ' '), "txt")
                    .cell(c.shape(), "txt name")
                    .cell(Figures.of(c.statistic()), "num")
                    .cell(Figures.of(c.threshold()), "num")
                    .cell(c.meaning(), "txt")
                    .cell(c.alpha() == 0 ? "never" : Figures.of(c.alpha()), "num")
                    .cell(c.passed() ? "✓ passed" : "✗ failed", c.passed() ? "mark pass" : "mark fail")
                    .cell(c.detail(), "txt wide")
                    .end();
        }
        return table.done();
    }

    static Markup histograms(List<HistogramData> histograms) {
        Markup html = new Markup();
        html.open("p").text("Bars: values drawn. ").element("span", "Line", "class", "key-law");
        html.text(": the law they should follow.").close();
        html.open("div", "class", "multiples");
        for (HistogramData data : histograms) {
            long outside = data.below() + data.above();
            html.open("figure").open("figcaption").element("b", data.initializer());
            html.open("br").text(data.law());
            if (outside > 0) {
                html.text(" (" + outside + " of " + data.total() + " values outside)");
            }
            html.close().add(Histogram.of(data)).close();
        }
        html.close().open("details").element("summary", "Ranges and counts");
        Table table = new Table(
                "Histograms",
                List.of("initializer", "law", "from", "to", "bins", "values", "below", "above"),
                Set.of(2, 3, 4, 5, 6, 7));
        for (HistogramData data : histograms) {
            table.row(List.of(
                    data.initializer(),
                    data.law(),
                    Figures.of(data.lower()),
                    Figures.of(data.upper()),
                    Integer.toString(data.counts().length),
                    Long.toString(data.total()),
                    Long.toString(data.below()),
                    Long.toString(data.above())));
        }
        return html.add(table.done()).close();
    }

    private static Set<String> subjects(List<CheckResult> checks) {
        Set<String> subjects = new LinkedHashSet<>();
        checks.forEach(c -> subjects.add(c.subject()));
        return subjects;
    }
}
