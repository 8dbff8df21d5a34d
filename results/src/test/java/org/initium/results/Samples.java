// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.initium.results.VerificationSummary.CheckResult;
import org.initium.results.VerificationSummary.HistogramData;

/** Made-up but plausible inputs for tests. */
public final class Samples {
    private static final VerificationSummary PASSED = verification(true);

    /** How rows are measured unless a test says otherwise. */
    public static final Conditions CONDITIONS = new Conditions(
            "1.37",
            List.of("-Xms2g", "-Xmx2g"),
            new Conditions.Iterations(3, "500 ms"),
            new Conditions.Iterations(5, "500 ms"));

    private Samples() {}

    /** A machine and its sources. */
    public static Environment environment(String utc, String benchmarkHash) {
        return new Environment(
                Environment.SCHEMA,
                utc,
                new Environment.Source("0123456789ab", false, benchmarkHash, "1.37"),
                new Environment.Machine(
                        "Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz",
                        "GenuineIntel",
                        "6-106-6",
                        8,
                        List.of(
                                new Environment.Cache(1, "Data", 48, "0-1"),
                                new Environment.Cache(2, "Unified", 1280, "0-1"),
                                new Environment.Cache(3, "Unified", 49152, "0-7")),
                        List.of("avx", "avx2", "avx512f", "fma"),
                        512,
                        32768,
                        "performance",
                        "cpu unlimited, memory unlimited",
                        "Linux",
                        "6.8.0",
                        "amd64"),
                new Environment.Java(
                        "Eclipse Adoptium",
                        "25.0.1+8-LTS",
                        "OpenJDK 64-Bit Server VM",
                        List.of("--add-modules=jdk.incubator.vector", "-Xms2g", "-Xmx2g")),
                "0.08 0.11 0.09");
    }

    /** A row of average times. */
    public static JmhBenchmark row(String name, Map<String, String> params, String unit, double[]... forks) {
        return row(name, "avgt", params, unit, forks);
    }

    /** A row in any mode. */
    public static JmhBenchmark row(
            String name, String mode, Map<String, String> params, String unit, double[]... forks) {
        return row(name, mode, params, unit, CONDITIONS, forks);
    }

    /** A row in any mode under any conditions. */
    public static JmhBenchmark row(
            String name,
            String mode,
            Map<String, String> params,
            String unit,
            Conditions conditions,
            double[]... forks) {
        return new JmhBenchmark(
                "org.initium.benchmarks." + name,
                mode,
                1,
                params,
                conditions,
                ScoreUnit.of(mode, unit),
                forks[0][0],
                Double.NaN,
                List.of(forks),
                Map.of());
    }

    /** {@code forks} forks of five iterations around {@code centre}: log-normal, 2 % between forks, 0.5 % within. */
    public static double[][] forks(SplittableRandom random, int forks, double centre) {
        double[][] data = new double[forks][5];
        for (double[] iterations : data) {
            double level = centre * StrictMath.exp(0.02 * normal(random));
            for (int i = 0; i < iterations.length; i++) {
                iterations[i] = level * StrictMath.exp(0.005 * normal(random));
            }
        }
        return data;
    }

    /** A run of some rows. */
    public static Run run(String utc, String benchmarkHash, JmhBenchmark... rows) {
        return new Run(environment(utc, benchmarkHash), new JmhRun(List.of(rows)), PASSED);
    }

    /** Checks and histograms of a few initializers; if {@code passed} is false, one check failed. */
    public static VerificationSummary verification(boolean passed) {
        List<CheckResult> checks = new ArrayList<>();
        List<HistogramData> histograms = new ArrayList<>();
        String[] names = {
            "glorot_uniform",
            "glorot_normal",
            "he_uniform",
            "he_normal",
            "lecun_uniform",
            "lecun_normal",
            "random_uniform",
            "random_normal",
            "truncated_normal",
            "variance_scaling",
            "orthogonal"
        };
        SplittableRandom random = new SplittableRandom(7);
        for (String name : names) {
            for (String shape : new String[] {"(784, 128)", "(3, 3, 64, 64)"}) {
                double d = 0.001 + 0.004 * random.nextDouble();
                boolean fails = !passed && name.equals("lecun_normal") && shape.startsWith("(784");
                checks.add(new CheckResult(
                        "kolmogorov_smirnov",
                        name,
                        shape,
                        fails ? 0.0213 : d,
                        0.01005,
                        "D, at most",
                        !fails,
                        "N = 100352",
                        3.1e-9,
                        "0.019 distance of the distribution functions"));
                checks.add(new CheckResult(
                        "mean",
                        name,
                        shape,
                        3 * random.nextDouble(),
                        5,
                        "standard errors, at most",
                        true,
                        "",
                        5.7e-7,
                        "0.01 relative error"));
                checks.add(new CheckResult(
                        "standard_deviation",
                        name,
                        shape,
                        3 * random.nextDouble(),
                        5,
                        "standard errors, at most",
                        true,
                        "",
                        5.7e-7,
                        "0.01 relative error"));
                checks.add(new CheckResult(
                        "same_bits",
                        name,
                        shape,
                        0,
                        0,
                        "elements that differ",
                        true,
                        "1, 2, 3 and 8 threads",
                        0,
                        "1 wrong value"));
            }
            if (name.equals("orthogonal")) {
                checks.add(new CheckResult(
                        "orthonormal_columns",
                        name,
                        "(784, 128)",
                        4.2e-6,
                        4.6e-5,
                        "largest entry of |QᵀQ − I|, at most",
                        true,
                        "gamma_k bound",
                        0,
                        "1 wrong value"));
            }
            histograms.add(histogram(random, name, name.endsWith("uniform")));
        }
        return new VerificationSummary("0.1.0", 42, true, checks, histograms, 12.3);
    }

    /** The same with a picture of every kind. */
    public static VerificationSummary pictured(boolean passed) {
        VerificationSummary plain = verification(passed);
        return new VerificationSummary(
                plain.version(),
                plain.seed(),
                plain.full(),
                plain.checks(),
                plain.histograms(),
                plain.seconds(),
                pictures());
    }

    /** Quantiles of which one is outside and one is no number, phases with a contrast, and two profiles by depth. */
    public static Pictures pictures() {
        QuantileData quantiles = new QuantileData(
                "he_normal",
                "N(0, 0.0505)",
                100_352,
                0.999,
                new double[] {-0.2, -0.1, 0, 0.1, 0.2},
                new double[] {-0.19, -0.1, 0.001, Double.NaN, Double.POSITIVE_INFINITY},
                new double[] {-0.25, -0.101, -0.0005, 0.099, 0.18},
                new double[] {-0.18, -0.099, 0.0005, 0.101, 0.25});
        EigenphaseData phases = new EigenphaseData(
                "orthogonal",
                8,
                2000,
                0.999,
                1000,
                900,
                1100,
                List.of(
                        new EigenphaseData.Phases("orthogonal", new long[] {1010, 990, 1000}, 1001, 999),
                        new EigenphaseData.Phases("no signs", new long[] {0, 1500, 1700}, 0, 2)));
        DepthData.Curve right = new DepthData.Curve(
                "he_normal", List.of(new DepthData.Point(0, 1, Double.NaN, 1), new DepthData.Point(1, 0.98, 0.02, 1)));
        DepthData.Curve wrong = new DepthData.Curve(
                "lecun_normal", List.of(new DepthData.Point(0, 1, 0, 1), new DepthData.Point(1, Double.NaN, 0.1, 0.5)));
        return new Pictures(
                List.of(quantiles),
                List.of(phases),
                List.of(
                        new DepthData("mean square", "40 relu nets", true, List.of(right, wrong)),
                        new DepthData("correlation", "40 relu nets", false, List.of(right))));
    }

    /** Three mutants: one killed as claimed and by one more check, one killed by a check that claims a shape, one that survives. */
    public static MutationSummary mutation() {
        return new MutationSummary(
                42,
                false,
                1.5,
                List.of(
                        new MutationSummary.Mutant(
                                "fan_out_for_in",
                                "fan_in and fan_out swapped",
                                "Library, Thing.kt",
                                true,
                                List.of("variance"),
                                List.of(),
                                Map.of("variance", 7, "equal_bins", 5),
                                9),
                        new MutationSummary.Mutant(
                                "no_signs",
                                "QR without signs",
                                "planted",
                                true,
                                List.of("trace_mean (8, 8)"),
                                List.of(),
                                Map.of("trace_mean", 1),
                                2),
                        new MutationSummary.Mutant(
                                "too_small",
                                "off by 1e-9",
                                "planted",
                                false,
                                List.of("variance"),
                                List.of("variance"),
                                Map.of(),
                                1)),
                List.of(new MutationSummary.Power(
                        "fan_out_for_in",
                        "variance",
                        new MutationSummary.Tally(3000, 0, 0.99900),
                        new MutationSummary.Tally(120, 0, 0.975))),
                List.of(new MutationSummary.Alarms("variance", 1e-3, 20_000, 19)));
    }

    private static HistogramData histogram(SplittableRandom random, String name, boolean uniform) {
        int bins = 40;
        double reach = uniform ? 0.08 : 0.2;
        double sd = 0.0505;
        long[] counts = new long[bins];
        long outside = 0;
        for (int i = 0; i < 100_000; i++) {
            double value = uniform ? reach * (2 * random.nextDouble() - 1) : sd * normal(random);
            int bin = (int) Math.floor((value + reach) / (2 * reach) * bins);
            if (bin < 0 || bin >= bins) {
                outside++;
            } else {
                counts[bin]++;
            }
        }
        double[] density = new double[bins];
        for (int i = 0; i < bins; i++) {
            double z = (-reach + (i + 0.5) * 2 * reach / bins) / sd;
            density[i] = uniform ? 0.5 / reach : StrictMath.exp(-0.5 * z * z) / (sd * Math.sqrt(2 * Math.PI));
        }
        String law = uniform ? "U(−0.08, 0.08)" : "N(0, 0.0505²)";
        return new HistogramData(name, law, -reach, reach, counts, outside, 0, density);
    }

    /** A standard normal by Box and Muller; 1 - U keeps the logarithm finite. */
    public static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()))
                * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
