// SPDX-License-Identifier: Apache-2.0
package org.initium.results.docs;

import java.util.List;
import java.util.Locale;

/**
 * The goals, as data. All are for one thread; the absolute ones were set for 256-bit vectors on a processor of 2021
 * (AMD Zen 3 at 3.5 GHz), the ratios hold within any one run.
 */
final class Goals {
    private static final String SMALL = "4096";
    private static final String LARGE = "16777216";

    private static final Cases SQUARES = Cases.of("GemmBenchmark", "initium")
            .with("n", "31", "64", "127", "128", "256", "500", "512", "1000", "1023", "1024", "2048");
    private static final Cases LAYERS = Cases.of("GemmLayerBenchmark", "initium")
            .with("batch", "1", "8", "32", "128")
            .with("pass", "forward", "weights", "inputs");
    private static final Cases UNIFORM =
            Cases.of("UniformFillBenchmark", "initium").with("size", SMALL, LARGE);
    private static final Cases NORMAL =
            Cases.of("NormalFillBenchmark", "initium").with("size", SMALL, LARGE);
    private static final Cases TRUNCATED =
            Cases.of("TruncatedNormalFillBenchmark", "initium").with("size", SMALL, LARGE);
    private static final Cases RECIPES = Cases.of("VarianceScalingFillBenchmark", "initium")
            .with(
                    "initializer",
                    "glorot_uniform",
                    "glorot_normal",
                    "he_uniform",
                    "he_normal",
                    "lecun_uniform",
                    "lecun_normal",
                    "variance_scaling",
                    "untruncated_normal")
            .with("shape", "784x128");
    private static final Cases ORTHOGONAL = Cases.of("OrthogonalBenchmark", "initium")
            .with("shape", "256x256", "512x512", "1024x1024", "2048x2048", "4096x256");

    static final List<Goal> ALL = List.of(
            Goal.mean(
                    "SGEMM, n = 31 … 2048",
                    "≥ 0.95 × OpenBLAS in the geometric mean, no size under 0.85",
                    SQUARES,
                    "openblas",
                    0.95,
                    0.85),
            Goal.mean("", "≥ 2.3 × netlib's VectorBLAS in the geometric mean", SQUARES, "netlib", 2.3, Double.NaN),
            Goal.each(
                    "SGEMM, n ≤ 64",
                    "≥ 1.2 × OpenBLAS called from Java",
                    Cases.of("GemmBenchmark", "initium").with("n", "31", "64"),
                    "openblas",
                    1.2),
            Goal.each(
                    "SGEMM, n = 1024, two threads",
                    "≥ 1.8 × one thread",
                    Cases.of("GemmThreadsBenchmark", "initiumTwoThreads").with("n", "1024"),
                    "initiumOneThread",
                    1.8),
            Goal.each("SGEMM, a layer's three products", "≥ 1.0 × OpenBLAS called from Java", LAYERS, "openblas", 1),
            Goal.bound(
                    "native words",
                    "≤ 0.25 ns per word",
                    Cases.of("WordsBenchmark", "initium").with("size", SMALL),
                    "ns/word",
                    0.25),
            Goal.bound(
                    "uniform fill, 4 Ki",
                    "≤ 0.45 ns per float",
                    Cases.of("UniformFillBenchmark", "initium").with("size", SMALL),
                    "ns/float",
                    0.45),
            Goal.each("uniform fill", "≥ 2 × Commons RNG's XoRoShiRo128++", UNIFORM, "commonsRng", 2),
            Goal.bound("normal fill", "≤ 1.1 ns per float", NORMAL, "ns/float", 1.1),
            Goal.each("", "≥ 2 × Commons RNG's ziggurat", NORMAL, "commonsRng", 2),
            Goal.each("", "≥ 4 × libtorch's `normal_`", NORMAL, "torch", 4),
            Goal.bound("truncated normal fill", "≤ 1.2 ns per float", TRUNCATED, "ns/float", 1.2),
            Goal.each("", "≥ 20 × libtorch's `trunc_normal_`", TRUNCATED, "torch", 20),
            Goal.each(
                    "every VarianceScaling recipe",
                    "within 5 % of the plain fill of its law",
                    RECIPES,
                    "initiumLaw",
                    1 / 1.05),
            Goal.bound(
                    "orthogonal, n = 1024",
                    "≤ 25 ms",
                    Cases.of("OrthogonalBenchmark", "initium").with("shape", "1024x1024"),
                    "ms",
                    25),
            Goal.each("orthogonal, all sizes", "≥ 3 × `torch.nn.init.orthogonal_`", ORTHOGONAL, "torch", 3),
            Goal.each(
                    "float Qr, n ≥ 256",
                    "≥ 1.0 × `torch.linalg.qr` (LAPACK)",
                    Cases.of("QrBenchmark", "initium").with("shape", "256x256", "512x512", "1024x1024"),
                    "torch",
                    1),
            step("1", 30_000),
            step("32", 100_000),
            step("128", 140_000),
            step("512", 160_000),
            Goal.each(
                    "SGD step 784-128-10, all batches",
                    "≥ 1.2 × libtorch",
                    Cases.of("TrainStepBenchmark", "initium")
                            .with("model", "784-128-10")
                            .with("batch", "1", "32", "128", "512"),
                    "torch",
                    1.2));

    private Goals() {}

    private static Goal step(String batch, int samples) {
        return Goal.bound(
                "SGD step 784-128-10, batch " + batch,
                String.format(Locale.ROOT, "≥ %,d samples/s", samples),
                Cases.of("TrainStepBenchmark", "initium")
                        .with("model", "784-128-10")
                        .with("batch", batch),
                "samples/s",
                samples);
    }
}
