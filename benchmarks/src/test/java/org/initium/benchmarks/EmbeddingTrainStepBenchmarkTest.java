// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both contenders make the same steps. */
class EmbeddingTrainStepBenchmarkTest {
    private static final int STEPS = 12;

    /**
     * The contenders differ by roundings only: some 200 operations a step on numbers of the order of a weight's move, each
     * good to 2^-24, make 1.2e-5 of the largest move a step. A row that waits for one update too many or too few is off by
     * its whole move.
     */
    @ParameterizedTest
    @ValueSource(floats = {0, 0.9f})
    void contendersMakeTheSameSteps(float momentum) {
        EmbeddingTrainStepBenchmark initium = benchmark(momentum);
        EmbeddingTrainStepBenchmark jdk = benchmark(momentum);
        List<float[]> begin = initium.jdkWeights.stream().map(float[]::clone).toList();
        for (int step = 0; step < STEPS; step++) {
            assertThat(initium.initium()).isCloseTo(jdk.jdk(), within(1e-5));
        }
        for (int p = 0; p < 3; p++) {
            float[] expected = jdk.jdkWeights.get(p);
            float[] actual = initium.parameters.get(p).value();
            double largest = 0;
            double error = 0;
            for (int i = 0; i < actual.length; i++) {
                largest = Math.max(largest, Math.abs(expected[i] - begin.get(p)[i]));
                error = Math.max(error, Math.abs(expected[i] - actual[i]));
            }
            assertThat(largest).isGreaterThan(1e-3);
            assertThat(error).isLessThan(STEPS * 1.2e-5 * largest);
        }
    }

    private static EmbeddingTrainStepBenchmark benchmark(float momentum) {
        EmbeddingTrainStepBenchmark benchmark = new EmbeddingTrainStepBenchmark();
        benchmark.batch = 64;
        benchmark.momentum = momentum;
        benchmark.rate = 5;
        benchmark.allocate();
        return benchmark;
    }
}
