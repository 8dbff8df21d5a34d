// SPDX-License-Identifier: Apache-2.0
package org.initium.results.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.initium.results.Ceiling;
import org.initium.results.Derived;
import org.initium.results.JmhBenchmark;
import org.initium.results.JmhRun;
import org.initium.results.Speedup;

/** Every row of Initium's with its peers beside it: a table for each class of benchmarks. */
final class FigureTable {
    private static final String OWN = "initium";
    private static final String ROOFLINE = "RooflineBenchmark";

    private FigureTable() {}

    static List<String> of(JmhRun run) {
        Map<String, List<JmhBenchmark>> groups = new LinkedHashMap<>();
        for (JmhBenchmark row : run.benchmarks()) {
            if (!row.group().equals(ROOFLINE)) {
                groups.computeIfAbsent(row.group(), name -> new ArrayList<>()).add(row);
            }
        }
        List<String> lines = new ArrayList<>();
        Ceiling ceiling = new Ceiling(run);
        groups.forEach((name, rows) -> lines.addAll(table(name, rows, ceiling)));
        return lines;
    }

    private static List<String> table(String name, List<JmhBenchmark> rows, Ceiling ceiling) {
        Set<String> peers = new LinkedHashSet<>();
        Map<String, Map<String, JmhBenchmark>> settings = new LinkedHashMap<>();
        for (JmhBenchmark row : rows) {
            settings.computeIfAbsent(row.setting(), key -> new LinkedHashMap<>())
                    .put(row.contender(), row);
            peers.add(row.contender());
        }
        List<String> own = peers.contains(OWN)
                ? List.of(OWN)
                : peers.stream().filter(c -> c.startsWith(OWN)).toList();
        peers.removeAll(own);
        List<String> header = new ArrayList<>(List.of(name));
        own.forEach(contender -> header.addAll(List.of(contender, "of the ceiling", "spread")));
        header.addAll(peers);
        List<String> lines = new ArrayList<>();
        lines.add(Format.row(header));
        lines.add("|---|" + "--:|".repeat(header.size() - 1));
        settings.forEach((setting, contenders) -> {
            List<String> cells = new ArrayList<>(List.of(setting));
            for (String contender : own) {
                JmhBenchmark row = contenders.get(contender);
                double share = row == null ? Double.NaN : ceiling.share(row);
                cells.add(figure(row));
                cells.add(Double.isNaN(share) ? Format.NONE : Format.number(100 * share) + " %");
                cells.add(row == null ? Format.NONE : Format.spread(Outcome.spread(row)));
            }
            JmhBenchmark first = contenders.get(own.isEmpty() ? "" : own.get(0));
            peers.forEach(peer -> cells.add(beside(first, contenders.get(peer))));
            lines.add(Format.row(cells));
        });
        lines.add("");
        return lines;
    }

    private static String figure(JmhBenchmark row) {
        Function<Derived.Quantity, String> text = q -> Format.number(q.value()) + " " + q.unit();
        return row == null
                ? Format.NONE
                : Derived.of(row).stream()
                        .findFirst()
                        .map(text)
                        .orElse(Format.number(row.typical()) + " " + row.unit().text());
    }

    /** A peer's figure, and how many times as fast Initium is. */
    private static String beside(JmhBenchmark own, JmhBenchmark peer) {
        if (peer == null) {
            return Format.NONE;
        }
        return figure(peer)
                + (own == null
                        ? ""
                        : " ("
                                + Format.number(
                                        Speedup.of(List.of(own), List.of(peer)).ratio()) + " ×)");
    }
}
