// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How much is measured and for how long.
 *
 * <p>The native sampler, asked for a few thousand elements at a time, warms up for longer than the rest. C2 compiles a pass
 * over a batch of 4,096 elements after 300 to 600 calls, and until then each of them boxes its vectors and takes
 * milliseconds instead of microseconds: more than a second in all for a normal law, three on a busy machine. Long arrays
 * need no such care, since their first call does not return before.
 */
public enum Profile {
    /**
     * A first look within 100 seconds: one fork, so that no comparison between runs is sound, of the sizes that people ask
     * about first.
     */
    QUICK(
            1,
            2,
            300,
            3,
            200,
            List.of(
                    Selection.of(RooflineBenchmark.class, "fmaPeak", "triadDram", "writeL1", "writeDram"),
                    Selection.of(UniformFillBenchmark.class, "initium")
                            .with("size", "4096")
                            .warmedUp(Selection.SAMPLING),
                    Selection.of(UniformFillBenchmark.class, "initiumScalar", "commonsRng")
                            .with("size", "4096"),
                    Selection.of(NormalFillBenchmark.class, "initium")
                            .with("size", "4096")
                            .warmedUp(Selection.SAMPLING),
                    Selection.of(NormalFillBenchmark.class, "initiumScalar", "commonsRng")
                            .with("size", "4096"),
                    Selection.of(TruncatedNormalFillBenchmark.class, "initium")
                            .with("size", "4096")
                            .warmedUp(Selection.SAMPLING),
                    Selection.of(TruncatedNormalFillBenchmark.class, "commonsRng")
                            .with("size", "4096"),
                    Selection.of(InitializerBenchmark.class, "initium")
                            .with("initializer", "he_normal")
                            .with("sampler", InitializerBenchmark.NATIVE)
                            .warmedUp(Selection.SAMPLING),
                    Selection.of(OrthogonalBenchmark.class)
                            .with("shape", "128x128")
                            .warmedUp(Selection.SAMPLING),
                    Selection.of(OrthogonalSlowBenchmark.class, "ejml").with("shape", "128x128"),
                    Selection.of(GemmBenchmark.class).with("n", "256"),
                    Selection.of(GemmSlowBenchmark.class).with("n", "256"),
                    Selection.of(GemmBenchmark.class, "initium").with("n", "1024"),
                    Selection.of(GemmLayerBenchmark.class).with("batch", "32").with("pass", "forward"),
                    Selection.of(TrainStepBenchmark.class)
                            .with("model", "784-128-10")
                            .with("batch", "32"),
                    Selection.of(TrainStepSlowBenchmark.class).with("model", "784-128-10"),
                    Selection.of(TrainStepBenchmark.class)
                            .with("model", "64-32-10")
                            .with("batch", "32"))),

    /**
     * What is published: five forks, some 40 minutes. Every class and every contender is in it; sizes are left out where
     * their neighbours tell as much, and all recipes but two.
     */
    PUBLISH(
            5,
            3,
            500,
            5,
            500,
            List.of(
                    Selection.of(RooflineBenchmark.class),
                    Selection.of(WordsBenchmark.class).warmedUp(Selection.SAMPLING),
                    Selection.of(QrBenchmark.class).with("shape", "512x512"),
                    Selection.of(UniformFillBenchmark.class).with("size", "16777216"),
                    Selection.of(UniformFillBenchmark.class, "initium")
                            .with("size", "4096")
                            .warmedUp(Selection.SAMPLING),
                    Selection.of(NormalFillBenchmark.class).with("size", "16777216"),
                    Selection.of(NormalFillBenchmark.class, "initium")
                            .with("size", "4096")
                            .warmedUp(Selection.SAMPLING),
                    Selection.of(TruncatedNormalFillBenchmark.class).with("size", "16777216"),
                    Selection.of(TruncatedNormalFillBenchmark.class, "initium")
                            .with("size", "4096")
                            .warmedUp(Selection.SAMPLING),
                    Selection.of(InitializerBenchmark.class)
                            .with("initializer", "he_normal")
                            .with("sampler", InitializerBenchmark.NATIVE)
                            .warmedUp(Selection.SAMPLING),
                    Selection.of(InitializerBenchmark.class, "initium")
                            .with("initializer", "glorot_uniform")
                            .with("sampler", InitializerBenchmark.NATIVE),
                    Selection.KERAS,
                    Selection.of(VarianceScalingFillBenchmark.class).with("initializer", "glorot_uniform", "he_normal"),
                    Selection.of(OrthogonalBenchmark.class).with("shape", "256x256", "1024x1024"),
                    Selection.of(OrthogonalSlowBenchmark.class).with("shape", "256x256"),
                    Selection.of(GemmBenchmark.class).with("n", "64", "256", "1024"),
                    Selection.of(GemmSlowBenchmark.class).with("n", "256"),
                    Selection.of(GemmBenchmark.class, "initium").with("n", "512"),
                    Selection.of(GemmLayerBenchmark.class).with("batch", "32"),
                    Selection.of(GemmLayerSlowBenchmark.class),
                    Selection.of(GemmLayerBenchmark.class, "initium")
                            .with("batch", "1", "128")
                            .with("pass", "forward"),
                    Selection.of(GemmThreadsBenchmark.class),
                    Selection.of(TrainStepBenchmark.class).with("model", "784-128-10"),
                    Selection.of(TrainStepSlowBenchmark.class).with("model", "784-128-10"),
                    Selection.of(TrainStepBenchmark.class)
                            .with("model", "64-32-10")
                            .with("batch", "32"),
                    Selection.of(EmbeddingTrainStepBenchmark.class).with("momentum", "0.9"))),

    /**
     * Everything for longer than the annotations say, but for the recipes: all of them on the native sampler, one of each
     * law on Keras's. Some three hours.
     */
    FULL(
            5,
            5,
            1000,
            5,
            1000,
            Stream.concat(
                            Benchmarks.CLASSES.stream()
                                    .filter(benchmark -> benchmark != InitializerBenchmark.class)
                                    .map(Selection::of),
                            Stream.of(
                                    Selection.of(InitializerBenchmark.class)
                                            .with("sampler", InitializerBenchmark.NATIVE),
                                    Selection.KERAS))
                    .toList());

    private final int forks;
    private final int warmups;
    private final TimeValue warmupTime;
    private final int measurements;
    private final TimeValue measurementTime;
    private final List<Selection> selections;

    Profile(int forks, int warmups, int warmupMillis, int measurements, int millis, List<Selection> selections) {
        this.forks = forks;
        this.warmups = warmups;
        this.warmupTime = TimeValue.milliseconds(warmupMillis);
        this.measurements = measurements;
        this.measurementTime = TimeValue.milliseconds(millis);
        this.selections = selections;
    }

    /** JVMs for each configuration. */
    public int forks() {
        return forks;
    }

    /** Iterations before the clock counts. */
    public int warmupIterations() {
        return warmups;
    }

    /** Length of one of them. */
    public TimeValue warmupTime() {
        return warmupTime;
    }

    /** Iterations that count. */
    public int measurementIterations() {
        return measurements;
    }

    /** Length of one of them. */
    public TimeValue measurementTime() {
        return measurementTime;
    }

    /** What is measured; no configuration is in two of them. */
    List<Selection> selections() {
        return selections;
    }
}
