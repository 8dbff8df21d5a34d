// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rates that follow from a benchmark's time and its parameters by a declared formula.
 *
 * <p>JMH cannot state them: {@code @OperationsPerInvocation} is a constant of the compiler, while the work depends on
 * {@code @Param}.
 */
public final class Derived {
    /** Multiplications and additions of the layer of {@code GemmLayerBenchmark}: 784 inputs, 128 outputs. */
    private static final double LAYER_FLOP_PER_ROW = 2.0 * 784 * 128;

    /** By class, or by class and method where methods do different work; the figures of {@code RooflineBenchmark} are its own. */
    private static final Map<String, Function<Map<String, String>, List<Rate>>> RATES = Map.ofEntries(
            Map.entry(
                    "GemmBenchmark", p -> List.of(perSecond(gemmFlop(number(p, "n")), 1e-9, "GFLOP/s", "2 n³ / time"))),
            Map.entry(
                    "GemmLayerBenchmark",
                    p -> List.of(perSecond(
                            LAYER_FLOP_PER_ROW * number(p, "batch"), 1e-9, "GFLOP/s", "2 · batch · 784 · 128 / time"))),
            Map.entry("UniformFillBenchmark", p -> fill(number(p, "size"))),
            Map.entry("NormalFillBenchmark", p -> fill(number(p, "size"))),
            Map.entry("TruncatedNormalFillBenchmark", p -> fill(number(p, "size"))),
            Map.entry("VarianceScalingFillBenchmark", p -> fill(elements(p, "shape"))),
            Map.entry("InitializerBenchmark", p -> fill(elements(p, "shape"))),
            Map.entry(
                    "GemmThreadsBenchmark",
                    p -> List.of(perSecond(gemmFlop(number(p, "n")), 1e-9, "GFLOP/s", "2 n³ / time"))),
            Map.entry(
                    "TrainStepBenchmark", p -> List.of(perSecond(number(p, "batch"), 1, "samples/s", "batch / time"))),
            Map.entry(
                    "EmbeddingTrainStepBenchmark",
                    p -> List.of(perSecond(number(p, "batch"), 1, "samples/s", "batch / time"))),
            Map.entry("OrthogonalBenchmark", p -> List.of(new Rate("ms", "time", true, seconds -> 1e3 * seconds))),
            Map.entry("QrBenchmark", p -> List.of(new Rate("ms", "time", true, seconds -> 1e3 * seconds))),
            Map.entry(
                    "WordsBenchmark",
                    p -> List.of(
                            new Rate("ns/word", "time / words", true, seconds -> 1e9 * seconds / number(p, "size")))),
            Map.entry(
                    "RooflineBenchmark.fmaPeak",
                    p -> List.of(perSecond(6_291_456, 1e-9, "GFLOP/s", "6,291,456 / time"))),
            Map.entry(
                    "RooflineBenchmark.triadL1", p -> List.of(perSecond(24_576, 1e-9, "GB/s", "24,576 bytes / time"))),
            Map.entry(
                    "RooflineBenchmark.triadL2",
                    p -> List.of(perSecond(196_608, 1e-9, "GB/s", "196,608 bytes / time"))),
            Map.entry(
                    "RooflineBenchmark.triadDram",
                    p -> List.of(perSecond(805_306_368, 1e-9, "GB/s", "805,306,368 bytes / time"))),
            Map.entry(
                    "RooflineBenchmark.writeL1", p -> List.of(perSecond(16_384, 1e-9, "GB/s", "16,384 bytes / time"))),
            Map.entry(
                    "RooflineBenchmark.writeDram",
                    p -> List.of(perSecond(67_108_864, 1e-9, "GB/s", "67,108,864 bytes / time"))));

    private Derived() {}

    /**
     * A figure with its formula.
     *
     * @param value the figure
     * @param unit its unit
     * @param formula how it follows from the time per operation
     * @param smallerIsBetter whether less is better
     */
    public record Quantity(double value, String unit, String formula, boolean smallerIsBetter) {}

    private record Rate(String unit, String formula, boolean smallerIsBetter, Function<Double, Double> ofSeconds) {}

    /** The rates of a benchmark at its typical score, the telling one first; empty for a class without a formula. */
    public static List<Quantity> of(JmhBenchmark benchmark) {
        return of(benchmark, benchmark.typical());
    }

    /**
     * The rates at some score, such as the best fork's; empty for a class without a formula, for parameters that are not
     * numbers, and for a unit without time.
     */
    public static List<Quantity> of(JmhBenchmark benchmark, double score) {
        double seconds = benchmark.unit().secondsPerOperation(score);
        List<Quantity> quantities = new ArrayList<>();
        for (Rate rate : rates(benchmark).orElse(List.of())) {
            double value = rate.ofSeconds().apply(seconds);
            if (!Double.isNaN(value)) {
                quantities.add(new Quantity(value, rate.unit(), rate.formula(), rate.smallerIsBetter()));
            }
        }
        return quantities;
    }

    private static Optional<List<Rate>> rates(JmhBenchmark benchmark) {
        String method = benchmark.group() + "." + benchmark.contender();
        return Optional.ofNullable(RATES.getOrDefault(method, RATES.get(benchmark.group())))
                .map(rates -> rates.apply(benchmark.params()));
    }

    private static List<Rate> fill(double floats) {
        return List.of(
                new Rate("ns/float", "time / floats", true, seconds -> 1e9 * seconds / floats),
                perSecond(4 * floats, 1e-9, "GB/s", "4 · floats / time"));
    }

    private static Rate perSecond(double work, double scale, String unit, String formula) {
        return new Rate(unit, formula, false, seconds -> scale * work / seconds);
    }

    private static double gemmFlop(double n) {
        return 2 * n * n * n;
    }

    /** A parameter as a number; NaN if it is absent or no number. */
    private static double number(Map<String, String> params, String name) {
        String text = params.getOrDefault(name, "");
        return text.matches("[0-9]{1,15}") ? Double.parseDouble(text) : Double.NaN;
    }

    /** Product of {@code 784,128} or {@code 784x128}; NaN if it is neither. */
    private static double elements(Map<String, String> params, String name) {
        double product = 1;
        for (String part : params.getOrDefault(name, "").split("[,x]", -1)) {
            product *= part.strip().matches("[0-9]{1,9}") ? Double.parseDouble(part.strip()) : Double.NaN;
        }
        return product;
    }
}
