// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.initium.nn.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All contenders make the same step. */
class TrainStepBenchmarkTest {
    /** Large enough to move every weight by many times its bound. */
    private static final float RATE = 0.5f;

    @ParameterizedTest
    @CsvSource({"784-128-10, 1", "64-32-10, 1", "64-32-10, 32", "12-9-7-5, 6"})
    void contendersMakeTheStepOfTheReference(String model, int batch) {
        TrainStepBenchmark fast = new TrainStepBenchmark();
        fast.model = model;
        fast.batch = batch;
        fast.rate = RATE;
        fast.allocate();
        check(fast, batch, fast::initium, values(fast.parameters));
        TrainStepSlowBenchmark slow = new TrainStepSlowBenchmark();
        slow.model = model;
        slow.batch = batch;
        slow.rate = RATE;
        slow.allocate();
        check(slow, batch, slow::initiumScalar, values(slow.parameters));
        check(slow, batch, slow::jdk, slow.jdkWeights);
        check(slow, batch, slow::ejml, slow.ejmlWeights);
    }

    private static void check(TrainStep benchmark, int batch, DoubleSupplier step, List<float[]> weights) {
        for (int p = 1; p < weights.size(); p += 2) {
            float[] bias = weights.get(p);
            for (int j = 0; j < bias.length; j++) {
                bias[j] = (j % 7 - 3) / 8f; // They begin at 0, where a forgotten one would not show.
            }
        }
        float[][] begin = weights.stream().map(float[]::clone).toArray(float[][]::new);
        StepReference reference = new StepReference(benchmark.sizes, batch, RATE, benchmark.x, benchmark.labels, begin);

        double loss = step.getAsDouble();

        assertThat(Math.abs(loss - reference.loss.value()[0]))
                .isLessThanOrEqualTo(reference.loss.error()[0]);
        double largestMove = 0;
        for (int p = 0; p < begin.length; p++) {
            float[] actual = weights.get(p);
            for (int i = 0; i < actual.length; i++) {
                double error = Math.abs(actual[i] - reference.weights[p].value()[i]);
                if (!(error <= reference.weights[p].error()[i])) {
                    assertThat(error)
                            .as("error of weight %d of parameter %d", i, p)
                            .isLessThanOrEqualTo(reference.weights[p].error()[i]);
                }
                largestMove = Math.max(largestMove, Math.abs(actual[i] - begin[p][i]));
            }
        }
        // The bounds would hide a step that moves nothing, were they as wide as the step.
        assertThat(largestMove).isGreaterThan(100 * largest(reference));
    }

    private static double largest(StepReference reference) {
        double largest = 0;
        for (StepReference.Bounded weights : reference.weights) {
            for (double error : weights.error()) {
                largest = Math.max(largest, error);
            }
        }
        return largest;
    }

    private static List<float[]> values(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::value).toList();
    }
}
