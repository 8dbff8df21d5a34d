// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.initium.results.Accepted;
import org.initium.results.Comparer;
import org.initium.results.JmhBenchmark;
import org.initium.results.JmhRun;
import org.initium.results.Run;
import org.initium.results.Samples;
import org.initium.results.TrainingCurve;

/** A made-up report with every part in it, for tests and for looking at. */
final class SampleReport {
    private static final Map<String, Double> FILLS = new LinkedHashMap<>();
    private static final Map<String, Double> GEMM = new LinkedHashMap<>();

    static {
        FILLS.put("initium", 0.21);
        FILLS.put("initiumScalar", 1.9);
        FILLS.put("commonsRng", 5.6);
        FILLS.put("ejml", 12.4);
        FILLS.put("jdk", 9.8);
        GEMM.put("initium", 84.0);
        GEMM.put("initiumScalar", 4.1);
        GEMM.put("ejml", 6.2);
        GEMM.put("netlib", 52.0);
        GEMM.put("ojalgo", 5.0);
    }

    private SampleReport() {}

    static ReportInput input(boolean verified) {
        Run base = run(new SplittableRandom(1), "2026-03-01T08:00:00Z", 1);
        Run current = run(new SplittableRandom(2), "2026-03-09T17:30:05Z", 1.25);
        return new ReportInput(
                current.environment(),
                Optional.of(Samples.verification(verified)),
                Optional.of(curve()),
                Optional.of(current.bench()),
                Optional.of(new Comparer(0.05, Accepted.NONE).compare(base, current)),
                "",
                List.of("git checkout 0123456789ab", "./initium suite --seed 42"));
    }

    private static Run run(SplittableRandom random, String utc, double scalar) {
        List<JmhBenchmark> rows = new ArrayList<>();
        for (String law : new String[] {"UniformFillBenchmark", "NormalFillBenchmark"}) {
            FILLS.forEach((name, ns) -> {
                for (int size : new int[] {1024, 1048576}) {
                    double centre = 1e-3 * ns * size * (name.equals("initiumScalar") ? scalar : 1);
                    rows.add(Samples.row(
                            law + "." + name,
                            Map.of("size", Integer.toString(size)),
                            "us/op",
                            Samples.forks(random, 5, centre)));
                }
            });
        }
        GEMM.forEach((name, gflops) -> {
            for (int n : new int[] {64, 257, 1024}) {
                rows.add(Samples.row(
                        "GemmBenchmark." + name,
                        Map.of("n", Integer.toString(n)),
                        "us/op",
                        Samples.forks(random, 5, 2e-3 * n * n * n / gflops)));
            }
        });
        for (int n : new int[] {64, 256, 1024}) {
            rows.add(Samples.row(
                    "OrthogonalBenchmark.initium",
                    Map.of("n", Integer.toString(n)),
                    "ms/op",
                    Samples.forks(random, 5, 2.6e-8 * n * n * n)));
        }
        rows.add(Samples.row(
                "TrainStepBenchmark.initium",
                Map.of("model", "mnist", "batch", "32"),
                "us/op",
                Samples.forks(random, 1, 310)));
        rows.add(Samples.row("RooflineBenchmark.fmaPeak", Map.of(), "us/op", Samples.forks(random, 5, 3.2)));
        rows.add(Samples.row("RooflineBenchmark.triadL1", Map.of(), "us/op", Samples.forks(random, 5, 1.7)));
        return new Run(Samples.environment(utc, "a1b2c3d4"), new JmhRun(rows), Samples.verification(true));
    }

    private static TrainingCurve curve() {
        List<TrainingCurve.Epoch> epochs = new ArrayList<>();
        for (int e = 1; e <= 20; e++) {
            double loss = 0.06 + 1.9 * StrictMath.exp(-0.45 * e);
            epochs.add(new TrainingCurve.Epoch(e, loss, 1 - 0.28 * loss, loss + 0.06 + 0.001 * e, 0.967 - 0.27 * loss));
        }
        return new TrainingCurve("Digits, 64-32-10 with ReLU from he_normal, SGD at 0.1", epochs);
    }
}
