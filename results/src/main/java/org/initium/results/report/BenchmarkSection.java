// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.initium.results.Derived;
import org.initium.results.Derived.Quantity;
import org.initium.results.JmhBenchmark;
import org.initium.results.JmhRun;

/** Bars of every contender, one chart per benchmark class and unit, with Initium first and marked. */
final class BenchmarkSection {
    private static final String OWN = "initium";

    /** Settings of a chart that are still readable; the table below it has all. */
    private static final int MOST_SETTINGS = 5;

    /** Characters of a label that fit beside a bar. */
    private static final int LABEL = 20;

    private static final List<String> HEADER = List.of(
            "contender", "parameters", "median", "fork min", "fork max", "unit", "forks", "derived", "speed", "B/op");

    private BenchmarkSection() {}

    static Markup of(JmhRun run) {
        Markup html = new Markup();
        html.element(
                "p",
                "Bars are the median over forks, whiskers the lowest and highest fork. Speed is relative to Initium's own"
                        + " default kernel: 0.5 is half as fast. Where there are many settings, a chart shows those with the"
                        + " most contenders and its table all.");
        Map<List<String>, List<JmhBenchmark>> charts = run.benchmarks().stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(row.group(), unit(row)), LinkedHashMap::new, Collectors.toList()));
        html.open("div", "class", "charts");
        charts.forEach((key, rows) -> {
            String name = key.get(0);
            html.open("figure").open("figcaption").element("b", name);
            html.text(formula(rows)).close();
            html.add(chart(name, rows));
            html.open("details")
                    .element("summary", "Figures")
                    .add(table(name, rows))
                    .close();
            html.close();
        });
        return html.close();
    }

    private static String unit(JmhBenchmark row) {
        List<Quantity> derived = Derived.of(row);
        return derived.isEmpty() ? row.unit().text() : derived.get(0).unit();
    }

    /** The formulas, if they are the same for all bars. */
    private static String formula(List<JmhBenchmark> rows) {
        List<String> formulas = rows.stream()
                .map(row -> Derived.of(row).stream()
                        .map(q -> q.unit() + " = " + q.formula())
                        .collect(Collectors.joining("; ")))
                .distinct()
                .toList();
        return formulas.size() == 1 && !formulas.get(0).isEmpty() ? ": " + formulas.get(0) : "";
    }

    private static Markup chart(String name, List<JmhBenchmark> rows) {
        Map<String, List<JmhBenchmark>> settings = telling(settings(rows));
        boolean alone = settings.size() > 1
                && settings.values().stream()
                        .allMatch(group ->
                                group.size() == 1 && label(group.get(0)).length() <= LABEL);
        boolean derived = rows.stream().noneMatch(row -> Derived.of(row).isEmpty());
        List<BarChart.Group> groups = new ArrayList<>();
        List<BarChart.Bar> single = new ArrayList<>();
        settings.forEach((setting, group) -> {
            List<BarChart.Bar> bars = group.stream()
                    .map(row -> bar(
                            row, alone ? label(row) : row.contender(), derived, alone ? Double.NaN : speed(row, group)))
                    .toList();
            single.addAll(bars);
            groups.add(new BarChart.Group(setting, bars));
        });
        Quantity first = derived ? Derived.of(rows.get(0)).get(0) : null;
        return BarChart.of(
                name,
                derived ? first.unit() : rows.get(0).unit().text(),
                derived ? first.smallerIsBetter() : rows.get(0).unit().smallerIsBetter(),
                alone || rows.stream().noneMatch(row -> row.contender().equals(OWN)) ? "" : "speed",
                alone ? List.of(new BarChart.Group("", single)) : groups);
    }

    /** Of many settings the ones with the most contenders, earlier ones first, in their order. */
    private static Map<String, List<JmhBenchmark>> telling(Map<String, List<JmhBenchmark>> settings) {
        boolean crowded =
                settings.size() > MOST_SETTINGS && settings.values().stream().anyMatch(group -> group.size() > 1);
        if (!crowded) {
            return settings;
        }
        Set<String> chosen = settings.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size())) // stable
                .limit(MOST_SETTINGS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Map<String, List<JmhBenchmark>> shown = new LinkedHashMap<>(settings);
        shown.keySet().retainAll(chosen);
        return shown;
    }

    private static String label(JmhBenchmark row) {
        String values = String.join(", ", row.params().values());
        return values.isEmpty() ? row.contender() : values;
    }

    private static BarChart.Bar bar(JmhBenchmark row, String label, boolean derived, double speed) {
        double[] medians = row.forkMedians();
        double a = value(row, Arrays.stream(medians).min().orElse(Double.NaN), derived);
        double b = value(row, Arrays.stream(medians).max().orElse(Double.NaN), derived);
        String style =
                row.contender().equals(OWN) ? "bar own" : row.contender().startsWith(OWN) ? "bar kin" : "bar peer";
        return new BarChart.Bar(
                label,
                style,
                value(row, row.typical(), derived),
                Math.min(a, b),
                Math.max(a, b),
                Double.isNaN(speed) ? "" : Figures.tick(speed));
    }

    private static double value(JmhBenchmark row, double score, boolean derived) {
        return derived ? Derived.of(row, score).get(0).value() : score;
    }

    /** How many times as fast as Initium under the same parameters; NaN if Initium is not there. */
    private static double speed(JmhBenchmark row, List<JmhBenchmark> group) {
        return group.stream()
                .filter(other -> other.contender().equals(OWN))
                .mapToDouble(own -> own.unit().secondsPerOperation(own.typical())
                        / row.unit().secondsPerOperation(row.typical()))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Rows of equal parameters in the order of the file; within one, Initium first, then the fastest. */
    private static Map<String, List<JmhBenchmark>> settings(List<JmhBenchmark> rows) {
        Map<String, List<JmhBenchmark>> settings = rows.stream()
                .collect(Collectors.groupingBy(JmhBenchmark::setting, LinkedHashMap::new, Collectors.toList()));
        Comparator<JmhBenchmark> order = Comparator.comparing(
                        (JmhBenchmark row) -> !row.contender().equals(OWN))
                .thenComparingDouble(row -> row.unit().secondsPerOperation(row.typical()));
        settings.values().forEach(group -> group.sort(order));
        return settings;
    }

    private static Markup table(String name, List<JmhBenchmark> rows) {
        Table table = new Table(name, HEADER, Set.of(2, 3, 4, 6, 8, 9));
        settings(rows)
                .values()
                .forEach(group -> group.forEach(row -> {
                    double[] medians = row.forkMedians();
                    table.row(List.of(
                            row.contender(),
                            row.setting(),
                            Figures.of(row.typical()),
                            Figures.of(Arrays.stream(medians).min().orElse(Double.NaN)),
                            Figures.of(Arrays.stream(medians).max().orElse(Double.NaN)),
                            row.unit().text(),
                            Integer.toString(medians.length),
                            Derived.of(row).stream()
                                    .map(q -> Figures.of(q.value()) + " " + q.unit())
                                    .collect(Collectors.joining(", ")),
                            Figures.of(speed(row, group)),
                            Figures.of(row.secondary().getOrDefault("gc.alloc.rate.norm", Double.NaN))));
                }));
        return table.done();
    }
}
