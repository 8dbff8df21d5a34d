// SPDX-License-Identifier: Apache-2.0
package org.initium.results.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.initium.results.JmhBenchmark;
import org.initium.results.JmhRun;

/**
 * One contender's rows of a benchmark that a goal speaks about.
 *
 * @param group the class, {@code GemmBenchmark}
 * @param contender the method
 * @param settings the parameters of each row
 */
record Cases(String group, String contender, List<Map<String, String>> settings) {
    /** Copies the list. */
    Cases {
        settings = List.copyOf(settings);
    }

    /** The row of a benchmark without parameters. */
    static Cases of(String group, String contender) {
        return new Cases(group, contender, List.of(Map.of()));
    }

    /** As many times the rows, with each of these values of another parameter. */
    Cases with(String parameter, String... values) {
        List<Map<String, String>> more = new ArrayList<>();
        for (Map<String, String> setting : settings) {
            for (String value : values) {
                Map<String, String> extended = new TreeMap<>(setting);
                extended.put(parameter, value);
                more.add(extended);
            }
        }
        return new Cases(group, contender, more);
    }

    /** The same rows of another contender. */
    Cases of(String other) {
        return new Cases(group, other, settings);
    }

    /** The rows in a run, in order; empty if it lacks one. */
    Optional<List<JmhBenchmark>> in(JmhRun run) {
        List<JmhBenchmark> rows = new ArrayList<>();
        for (Map<String, String> setting : settings) {
            Optional<JmhBenchmark> row = run.benchmarks().stream()
                    .filter(b -> b.group().equals(group)
                            && b.contender().equals(contender)
                            && b.threads() == 1
                            && b.params().equals(setting))
                    .findFirst();
            if (row.isEmpty()) {
                return Optional.empty();
            }
            rows.add(row.get());
        }
        return Optional.of(rows);
    }
}
