// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.initium.results.Derived;
import org.initium.results.JmhBenchmark;
import org.initium.results.JmhRun;

/** What JMH measured, a line for each benchmark, with the rates that follow from it. */
final class BenchmarkTable {
    private BenchmarkTable() {}

    /** As text: typical time, and the telling rate. */
    static void print(JmhRun run, PrintWriter out) {
        int width = run.benchmarks().stream()
                .mapToInt(benchmark -> benchmark.key().length())
                .max()
                .orElse(0);
        for (JmhBenchmark benchmark : run.benchmarks()) {
            String rate = Derived.of(benchmark).stream()
                    .findFirst()
                    .map(q -> String.format(Locale.ROOT, "  %10.4g %s", q.value(), q.unit()))
                    .orElse("");
            out.println(String.format(
                    Locale.ROOT,
                    "%-" + Math.max(1, width) + "s  %10.4g %s%s",
                    benchmark.key(),
                    benchmark.typical(),
                    benchmark.unit().text(),
                    rate));
        }
    }

    /** As maps for JSON; rates by unit. */
    static List<Map<String, Object>> json(JmhRun run) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JmhBenchmark benchmark : run.benchmarks()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("benchmark", benchmark.name());
            row.put("params", benchmark.params());
            row.put("forks", benchmark.forks().size());
            row.put("score", benchmark.typical());
            row.put("unit", benchmark.unit().text());
            Map<String, Double> rates = new LinkedHashMap<>();
            Derived.of(benchmark).forEach(q -> rates.put(q.unit(), q.value()));
            row.put("rates", rates);
            rows.add(row);
        }
        return rows;
    }
}
