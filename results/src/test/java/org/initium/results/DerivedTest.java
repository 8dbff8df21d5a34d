// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivedTest {
    /** A handful of roundings, 2^-53 each, against figures worked out by hand. */
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-12);

    @ParameterizedTest
    @CsvSource({
        "GemmBenchmark.initium,              n,     1000,    ms/op, 20,  0, 100,        GFLOP/s, false",
        "GemmLayerBenchmark.ejml,            batch, 32,      us/op, 100, 0, 64.225280,  GFLOP/s, false",
        "UniformFillBenchmark.jdk,           size,  1000,    us/op, 2,   0, 2,          ns/float, true",
        "UniformFillBenchmark.jdk,           size,  1000,    us/op, 2,   1, 2,          GB/s,    false",
        "NormalFillBenchmark.jdk,            size,  1000,    ns/op, 500, 1, 8,          GB/s,    false",
        "TruncatedNormalFillBenchmark.jdk,   size,  4000,    ns/op, 500, 0, 0.125,      ns/float, true",
        "InitializerBenchmark.initium,       shape, '784,128', us/op, 100.352, 0, 1,    ns/float, true",
        "InitializerBenchmark.initium,       shape, 3x3x64,  ns/op, 576, 0, 1,          ns/float, true",
        "TrainStepBenchmark.initium,         batch, 32,      us/op, 320, 0, 100000,     samples/s, false",
        "OrthogonalBenchmark.initium,        n,     256,     us/op, 1500, 0, 1.5,       ms,      true",
        "RooflineBenchmark.fmaPeak,          n,     0,       us/op, 62.91456, 0, 100,   GFLOP/s, false",
        "OrthogonalBenchmark.initium,        shape, 9x4,    us/op, 1500, 0, 1.5,       ms,      true",
        "VarianceScalingFillBenchmark.initium, shape, 784x128, us/op, 100.352, 0, 1, ns/float, true",
        "GemmThreadsBenchmark.initiumTwoThreads, n, 1000,   ms/op, 20,  0, 100,        GFLOP/s, false",
        "EmbeddingTrainStepBenchmark.initium, batch, 64,    us/op, 640, 0, 100000,     samples/s, false",
        "QrBenchmark.initium,                shape, 9x4,    us/op, 1500, 0, 1.5,       ms,      true",
        "WordsBenchmark.initium,             size,  1000,   ns/op, 250, 0, 0.25,       ns/word, true",
        "RooflineBenchmark.writeL1,          n,     0,       ns/op, 163.84, 0, 100,     GB/s,    false",
        "RooflineBenchmark.writeDram,        n,     0,       us/op, 6710.8864, 0, 10,   GB/s,    false",
        "RooflineBenchmark.triadL1,          n,     0,       ns/op, 245.76, 0, 100,     GB/s,    false",
        "RooflineBenchmark.triadL2,          n,     0,       ns/op, 1966.08, 0, 100,    GB/s,    false",
        "RooflineBenchmark.triadDram,        n,     0,       ms/op, 80.5306368, 0, 10,  GB/s,    false"
    })
    void ratesFollowTheDeclaredFormulas(
            String name,
            String param,
            String value,
            String unit,
            double score,
            int index,
            double expected,
            String rate,
            boolean smaller) {
        Derived.Quantity quantity = Derived.of(Samples.row(name, Map.of(param, value), unit, new double[] {score}))
                .get(index);
        assertThat(quantity.value()).isCloseTo(expected, ROUNDING);
        assertThat(quantity.unit()).isEqualTo(rate);
        assertThat(quantity.smallerIsBetter()).isEqualTo(smaller);
    }

    @Test
    void throughputIsTurnedIntoTime() {
        JmhBenchmark row =
                Samples.row("GemmBenchmark.initium", "thrpt", Map.of("n", "1000"), "ops/s", new double[] {50});
        // 2e9 flop, 50 times a second
        assertThat(Derived.of(row).get(0).value()).isCloseTo(100, ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({
        "OtherBenchmark.initium, n, 8, us/op",
        "GemmBenchmark.initium, m, 8, us/op",
        "GemmBenchmark.initium, n, eight, us/op",
        "GemmBenchmark.initium, n, -8, us/op",
        "InitializerBenchmark.initium, shape, 3xx3, us/op",
        "GemmBenchmark.initium, n, 8, rows"
    })
    void withoutAFormulaOrItsParameterThereIsNoRate(String name, String param, String value, String unit) {
        assertThat(Derived.of(Samples.row(name, Map.of(param, value), unit, new double[] {1})))
                .isEmpty();
    }
}
