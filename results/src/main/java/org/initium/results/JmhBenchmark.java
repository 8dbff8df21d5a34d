// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One row of a JMH run: a method under one set of parameters.
 *
 * @param name fully qualified class and method
 * @param mode JMH's short name: thrpt, avgt, sample or ss
 * @param threads threads that ran the method at once
 * @param params values of the {@code @Param} fields, by name
 * @param conditions how JMH measured
 * @param unit unit and direction of the score
 * @param score JMH's mean over all iterations; NaN if it has none
 * @param scoreError JMH's 99.9 % half width over pooled iterations; NaN below three of them. Shown, never tested with:
 *     iterations of one fork are not independent.
 * @param forks the measured iterations of each fork, {@code forks.get(fork)[iteration]}
 * @param secondary score of each secondary metric (profilers), by name without JMH's old {@code ·} prefix
 */
public record JmhBenchmark(
        String name,
        String mode,
        int threads,
        Map<String, String> params,
        Conditions conditions,
        ScoreUnit unit,
        double score,
        double scoreError,
        List<double[]> forks,
        Map<String, Double> secondary) {

    /** Copies the collections; parameters are ordered by name. */
    public JmhBenchmark {
        if (name.indexOf('.') <= 0 || name.endsWith(".")) {
            throw new IllegalArgumentException("benchmark '" + name + "': expected package.Class.method");
        }
        params = Collections.unmodifiableMap(new TreeMap<>(params));
        forks = forks.stream().map(double[]::clone).toList();
        secondary = Collections.unmodifiableMap(new TreeMap<>(secondary));
    }

    /**
     * The class without its package, {@code GemmBenchmark}. Contenders that need other sizes or a profile of their own stand in
     * {@code GemmSlowBenchmark}, {@code GemmNativeBenchmark} and {@code GemmNd4jBenchmark}; they do the same work and count to the same group.
     */
    public String group() {
        String owner = name.substring(0, name.lastIndexOf('.'));
        return owner.substring(owner.lastIndexOf('.') + 1).replaceFirst("(Slow|Native|Nd4j)Benchmark$", "Benchmark");
    }

    /** The method, which is named after the contender: {@code initium}, {@code ejml}, …. */
    public String contender() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The parameters as text, {@code n=256, threads=4}; empty if there are none. */
    public String setting() {
        String text = params.entrySet().stream()
                .map(p -> p.getKey() + "=" + p.getValue())
                .collect(Collectors.joining(", "));
        if (threads == 1) {
            return text;
        }
        return (text.isEmpty() ? "" : text + ", ") + "threads=" + threads;
    }

    /** What identifies the row within a run and between runs: {@code GemmBenchmark.initium[n=256]}. */
    public String key() {
        String setting = setting().replace(", ", ",");
        return group() + "." + contender() + (setting.isEmpty() ? "" : "[" + setting + "]")
                + (mode.equals("avgt") ? "" : " " + mode);
    }

    /** The median iteration of each fork, in the unit of the score; a fork without iterations gives NaN. */
    public double[] forkMedians() {
        return forks.stream().mapToDouble(JmhBenchmark::median).toArray();
    }

    /** The middle of the fork medians, in the unit of the score; the figure to show, where one outlying fork must not count. */
    public double typical() {
        return median(forkMedians());
    }

    /** The middle value, or the mean of the two middle ones; NaN if there is none or if one is NaN. */
    static double median(double[] values) {
        int n = values.length;
        double[] sorted = values.clone();
        Arrays.sort(sorted); // NaN sorts last
        return n == 0 || Double.isNaN(sorted[n - 1]) ? Double.NaN : 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
    }
}
