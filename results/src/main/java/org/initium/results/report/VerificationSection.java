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
import java.util.stream.Collectors;
import org.initium.results.VerificationSummary;
import org.initium.results.VerificationSummary.CheckResult;
import org.initium.results.VerificationSummary.HistogramData;

/** The checks as a matrix, the failed ones in full, all of them behind a fold; then the histograms. */
final class VerificationSection {
    /** Before the place where a subject is checked once more, such as a backend's sampler. */
    private static final String ON = " on ";

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
        html.add(failures(summary)).add(overview(summary));
        html.open("details").element("summary", "All " + summary.checks().size() + " checks in full");
        for (String subject : subjects(summary.checks())) {
            html.add(CheckTable.of(subject, of(subject, summary.checks()), false));
        }
        return html.close();
    }

    /** The failed checks in full; nothing if there are none. */
    static Markup failures(VerificationSummary summary) {
        List<CheckResult> failed =
                summary.checks().stream().filter(c -> !c.passed()).toList();
        return failed.isEmpty() ? new Markup() : CheckTable.of("Failed checks", failed, true);
    }

    /** How many checks of which name each subject passed. */
    static Markup overview(VerificationSummary summary) {
        Markup html = new Markup();
        families(summary.checks()).forEach(family -> html.add(matrix(family)));
        return html;
    }

    static List<CheckResult> of(String subject, List<CheckResult> checks) {
        return checks.stream().filter(c -> c.subject().equals(subject)).toList();
    }

    /**
     * The checks of subjects that have checks in common, so that a table has few empty cells. What most subjects have, such as
     * being finite, does not count as common; those that have nothing else are one family.
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
                boolean related = other.stream()
                        .map(names::get)
                        .anyMatch(theirs -> own.isEmpty() ? theirs.isEmpty() : !Collections.disjoint(theirs, own));
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
        rows(checks).forEach((label, own) -> {
            table.start().cell(label, "txt name");
            for (String name : names) {
                List<CheckResult> cell =
                        own.stream().filter(c -> c.check().equals(name)).toList();
                long passed = cell.stream().filter(CheckResult::passed).count();
                if (cell.isEmpty()) {
                    table.cell("·", "mark none");
                } else {
                    boolean all = passed == cell.size();
                    table.cell((all ? "✓ " : "✗ ") + passed + "/" + cell.size(), all ? "mark pass" : "mark fail");
                }
            }
            table.end();
        });
        return table.done();
    }

    /** The checks of each subject; {@code "zeros on jax"} and {@code "zeros on torch"} share a row. */
    private static Map<String, List<CheckResult>> rows(List<CheckResult> checks) {
        Map<String, Set<String>> places = new LinkedHashMap<>();
        for (String subject : subjects(checks)) {
            int on = subject.lastIndexOf(ON);
            if (on > 0) {
                places.computeIfAbsent(subject.substring(0, on), s -> new LinkedHashSet<>())
                        .add(subject.substring(on + ON.length()));
            }
        }
        return checks.stream()
                .collect(Collectors.groupingBy(
                        c -> {
                            int on = c.subject().lastIndexOf(ON);
                            String base = c.subject().substring(0, Math.max(0, on));
                            return on > 0 ? base + ON + String.join(", ", places.get(base)) : c.subject();
                        },
                        LinkedHashMap::new,
                        Collectors.toList()));
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

    static Set<String> subjects(List<CheckResult> checks) {
        Set<String> subjects = new LinkedHashSet<>();
        checks.forEach(c -> subjects.add(c.subject()));
        return subjects;
    }
}
