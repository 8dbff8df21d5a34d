// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The results of one JMH run, as JMH 1.37 writes them with {@code -rf json}.
 *
 * @param benchmarks rows in the order of the file
 */
public record JmhRun(List<JmhBenchmark> benchmarks) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if two rows have the same key
     */
    public JmhRun {
        benchmarks = List.copyOf(benchmarks);
        Set<String> seen = new HashSet<>();
        for (JmhBenchmark benchmark : benchmarks) {
            if (!seen.add(benchmark.key())) {
                throw new IllegalArgumentException("benchmark " + benchmark.key() + " occurs twice");
            }
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException if the file cannot be read or is not what JMH writes; the message names the file, the row and the
     *     field
     */
    public static JmhRun read(Path file) throws IOException {
        JsonNode rows = Json.tree(file);
        if (!rows.isArray()) {
            throw new IOException(file + ": expected JMH's array of results");
        }
        List<JmhBenchmark> benchmarks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            try {
                benchmarks.add(benchmark(rows.get(i)));
            } catch (IllegalArgumentException e) {
                throw new IOException(file + ": result " + i + ": " + e.getMessage(), e);
            }
        }
        try {
            return new JmhRun(benchmarks);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** The row of a key, as {@link JmhBenchmark#key()} gives it. */
    public Optional<JmhBenchmark> find(String key) {
        return benchmarks.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /** The version of JMH that measured the first row; {@code unknown} if there are no rows. */
    public String jmhVersion() {
        return benchmarks.isEmpty() ? "unknown" : benchmarks.get(0).conditions().jmhVersion();
    }

    /** The flags of the first row's forks; the rows of a run that was put together may differ. */
    public List<String> jvmArgs() {
        return benchmarks.isEmpty() ? List.of() : benchmarks.get(0).conditions().jvmArgs();
    }

    private static JmhBenchmark benchmark(JsonNode row) {
        String mode = text(row, "mode");
        JsonNode primary = require(row, "primaryMetric");
        Map<String, String> params = new TreeMap<>();
        row.path("params")
                .properties()
                .forEach(p -> params.put(p.getKey(), p.getValue().asString("")));
        Map<String, Double> secondary = new TreeMap<>();
        for (Map.Entry<String, JsonNode> metric : row.path("secondaryMetrics").properties()) {
            String name = metric.getKey();
            // A profiler's metric carried a middle dot before 1.37 (CODETOOLS-7903508).
            secondary.put(name.startsWith("·") ? name.substring(1) : name, number(metric.getValue(), "score"));
        }
        return new JmhBenchmark(
                text(row, "benchmark"),
                mode,
                count(row, "threads"),
                params,
                conditions(row),
                ScoreUnit.of(mode, text(primary, "scoreUnit")),
                number(primary, "score"),
                number(primary, "scoreError"),
                forks(primary),
                secondary);
    }

    private static Conditions conditions(JsonNode row) {
        List<String> jvmArgs = new ArrayList<>();
        require(row, "jvmArgs").forEach(flag -> jvmArgs.add(flag.asString("")));
        return new Conditions(
                text(row, "jmhVersion"),
                jvmArgs,
                new Conditions.Iterations(count(row, "warmupIterations"), text(row, "warmupTime")),
                new Conditions.Iterations(count(row, "measurementIterations"), text(row, "measurementTime")));
    }

    /** {@code rawData[fork][iteration]}, or for sample time {@code rawDataHistogram[fork][iteration][bin] = [value, count]}. */
    private static List<double[]> forks(JsonNode primary) {
        boolean sampled = primary.has("rawDataHistogram");
        JsonNode raw = require(primary, sampled ? "rawDataHistogram" : "rawData");
        List<double[]> forks = new ArrayList<>();
        for (JsonNode fork : raw) {
            double[] iterations = new double[fork.size()];
            for (int i = 0; i < iterations.length; i++) {
                iterations[i] = sampled ? mean(fork.get(i)) : number(fork.get(i), "rawData");
            }
            forks.add(iterations);
        }
        return forks;
    }

    private static double mean(JsonNode bins) {
        double sum = 0;
        double count = 0;
        for (JsonNode bin : bins) {
            double n = number(bin.path(1), "rawDataHistogram");
            sum += n * number(bin.path(0), "rawDataHistogram");
            count += n;
        }
        return sum / count;
    }

    private static JsonNode require(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalArgumentException("field '" + field + "' is missing");
        }
        return value;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = require(node, field);
        if (!value.isString()) {
            throw new IllegalArgumentException("field '" + field + "' is " + value + ", expected text");
        }
        return value.stringValue();
    }

    private static int count(JsonNode node, String field) {
        double number = number(node, field);
        if (!(number >= 0 && number <= Integer.MAX_VALUE && number == Math.rint(number))) {
            throw new IllegalArgumentException("field '" + field + "' is " + number + ", expected a whole number");
        }
        return (int) number;
    }

    private static double number(JsonNode node, String field) {
        JsonNode value = node.isObject() ? require(node, field) : node;
        if (value.isNumber()) {
            return value.doubleValue();
        }
        // JMH quotes what JSON cannot say, in its own spelling.
        String text = value.isString() ? value.stringValue() : "";
        if (text.equals("NaN")) {
            return Double.NaN;
        } else if (text.equals("+INF") || text.equals("INF")) {
            return Double.POSITIVE_INFINITY;
        } else if (text.equals("-INF")) {
            return Double.NEGATIVE_INFINITY;
        }
        throw new IllegalArgumentException("field '" + field + "' is " + value + ", expected a number");
    }
}
