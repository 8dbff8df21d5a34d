// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.util.Arrays;
import java.util.Map;

/**
 * How much of what the machine can do on one core a benchmark uses: of the multiply-adds that {@code RooflineBenchmark.fmaPeak}
 * found, or of the writing that {@code writeL1} and {@code writeDram} did of as many bytes.
 */
public final class Ceiling {
    private static final String ROOFLINE = "RooflineBenchmark.";

    private final JmhRun run;

    /** The ceilings that a run measured. */
    public Ceiling(JmhRun run) {
        this.run = run;
    }

    /** Share of the ceiling that a row reaches; NaN if the run has not measured it, or the row's class has none. */
    public double share(JmhBenchmark row) {
        double seconds = row.unit().secondsPerOperation(row.typical());
        double flop = flop(row.group(), row.params());
        if (!Double.isNaN(flop)) {
            return flop / seconds / 1e9 / rate("fmaPeak", "GFLOP/s");
        }
        double least = secondsToWrite(row);
        return least / seconds;
    }

    /** Seconds that writing as many zeros took. */
    private double secondsToWrite(JmhBenchmark row) {
        if (!row.group().endsWith("FillBenchmark")) {
            return Double.NaN;
        }
        String ceiling = Map.of("4096", "writeL1", "16777216", "writeDram")
                .getOrDefault(row.params().getOrDefault("size", ""), "");
        return run.find(ROOFLINE + ceiling)
                .map(limit -> limit.unit().secondsPerOperation(limit.typical()))
                .orElse(Double.NaN);
    }

    private double rate(String method, String unit) {
        return run.find(ROOFLINE + method)
                .flatMap(limit -> Derived.of(limit).stream()
                        .filter(q -> q.unit().equals(unit))
                        .findFirst())
                .map(Derived.Quantity::value)
                .orElse(Double.NaN);
    }

    /** Multiplications and additions of a call, as {@code benchmarks/README.md} counts them; NaN for other work. */
    private static double flop(String group, Map<String, String> params) {
        switch (group) {
            case "GemmBenchmark":
                return 2 * StrictMath.pow(number(params, "n"), 3);
            case "GemmLayerBenchmark":
                return 2.0 * 784 * 128 * number(params, "batch");
            case "OrthogonalBenchmark":
                // n reflectors, each applied to what is left: 2 n^2 (m - n / 3), 4/3 n^3 for a square.
                double[] sizes = numbers(params, "shape", "x");
                return sizes.length != 2 ? Double.NaN : 2 * sizes[1] * sizes[1] * (sizes[0] - sizes[1] / 3);
            case "TrainStepBenchmark":
                return number(params, "batch") * stepFlop(numbers(params, "model", "-"));
            default:
                return Double.NaN;
        }
    }

    /** Forward and the kernel's gradient cost 4 in out a sample, the inputs' gradient, which the first layer needs not, 2. */
    private static double stepFlop(double[] sizes) {
        double flop = sizes.length < 2 ? Double.NaN : 0;
        for (int l = 0; l + 1 < sizes.length; l++) {
            flop += (l == 0 ? 4 : 6) * sizes[l] * sizes[l + 1];
        }
        return flop;
    }

    private static double number(Map<String, String> params, String name) {
        double[] numbers = numbers(params, name, ",");
        return numbers.length == 1 ? numbers[0] : Double.NaN;
    }

    /** The numbers in a parameter, NaN for each that is none. */
    private static double[] numbers(Map<String, String> params, String name, String separator) {
        return Arrays.stream(params.getOrDefault(name, "").split(separator))
                .mapToDouble(part -> part.matches("[0-9]{1,9}") ? Double.parseDouble(part) : Double.NaN)
                .toArray();
    }
}
