// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CeilingTest {
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-12);

    /** 100 GFLOP/s; 4,096 floats in 200 ns, 16 Mi in 4 ms. */
    private static final JmhRun RUN = new JmhRun(List.of(
            Samples.row("RooflineBenchmark.fmaPeak", Map.of(), "us/op", new double[] {62.91456}),
            Samples.row("RooflineBenchmark.writeL1", Map.of(), "ns/op", new double[] {200}),
            Samples.row("RooflineBenchmark.writeDram", Map.of(), "ms/op", new double[] {4})));

    /** Shares worked out by hand: flop / time / 100e9, or the time of writing over the time of the fill. */
    @ParameterizedTest
    @CsvSource({
        "GemmBenchmark.openblas, n, 1000, 40, 0.5",
        "GemmLayerBenchmark.initium, batch, 100, 0.401408, 0.5",
        "OrthogonalBenchmark.initium, shape, 300x300, 0.72, 0.5",
        "OrthogonalBenchmark.initium, shape, 400x300, 1.08, 0.5",
        "UniformFillBenchmark.initium, size, 4096, 0.0004, 0.5",
        "NormalFillBenchmark.initium, size, 16777216, 16, 0.25"
    })
    void isTheShareOfWhatTheMachineCanDo(String name, String param, String value, double millis, double share) {
        assertThat(new Ceiling(RUN).share(Samples.row(name, Map.of(param, value), "ms/op", new double[] {millis})))
                .isCloseTo(share, ROUNDING);
    }

    /** 4 (784 128) + 6 (128 10) = 409,088 flop a sample. */
    @Test
    void countsAStepsFlop() {
        JmhBenchmark row = Samples.row(
                "TrainStepBenchmark.initium", Map.of("model", "784-128-10", "batch", "10"), "us/op", new double[] {
                    40.9088
                });
        assertThat(new Ceiling(RUN).share(row)).isCloseTo(1, ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({
        "GemmBenchmark.initium, n, many",
        "GemmThreadsBenchmark.initiumTwoThreads, n, 1024",
        "UniformFillBenchmark.initium, size, 5000",
        "VarianceScalingFillBenchmark.initium, shape, 784x128",
        "OrthogonalBenchmark.initium, shape, 300",
        "TrainStepBenchmark.initium, model, 784",
        "QrBenchmark.initium, shape, 3x3"
    })
    void otherWorkHasNoCeiling(String name, String param, String value) {
        assertThat(new Ceiling(RUN).share(Samples.row(name, Map.of(param, value), "ms/op", new double[] {1})))
                .isNaN();
    }

    @Test
    void whatWasNotMeasuredIsNotKnown() {
        Ceiling none = new Ceiling(new JmhRun(List.of()));
        assertThat(none.share(Samples.row("GemmBenchmark.initium", Map.of("n", "8"), "ms/op", new double[] {1})))
                .isNaN();
        assertThat(none.share(
                        Samples.row("UniformFillBenchmark.initium", Map.of("size", "4096"), "ms/op", new double[] {1})))
                .isNaN();
    }
}
