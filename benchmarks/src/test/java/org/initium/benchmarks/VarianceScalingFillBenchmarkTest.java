// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.TreeSet;
import org.initium.init.Initializers;
import org.initium.init.VarianceScaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Param;

class VarianceScalingFillBenchmarkTest {
    /** Both contenders have the same work: what differs is the way to the law. */
    @ParameterizedTest
    @ValueSource(strings = {"glorot_uniform", "he_normal", "variance_scaling", "untruncated_normal"})
    void contendersDrawTheSame(String initializer) {
        VarianceScalingFillBenchmark benchmark = benchmark(initializer);
        benchmark.allocate();
        float[] recipe = benchmark.initium().clone();
        Arrays.fill(benchmark.initium(), Float.NaN);
        assertThat(benchmark.initiumLaw()).isEqualTo(recipe).hasSize(784 * 128);
    }

    /** Every recipe that is a scaling of variance; a new one has to be added. */
    @Test
    void measuresEveryRecipe() throws NoSuchFieldException {
        TreeSet<String> expected = new TreeSet<>();
        for (String name : Initializers.names()) {
            if (Initializers.of(name) instanceof VarianceScaling) {
                expected.add(name);
            }
        }
        expected.add(VarianceScalingFillBenchmark.UNTRUNCATED);
        assertThat(VarianceScalingFillBenchmark.class
                        .getField("initializer")
                        .getAnnotation(Param.class)
                        .value())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void refusesUnknownNames() {
        assertThatThrownBy(benchmark("he_norm")::allocate)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'he_norm'");
    }

    private static VarianceScalingFillBenchmark benchmark(String initializer) {
        VarianceScalingFillBenchmark benchmark = new VarianceScalingFillBenchmark();
        benchmark.initializer = initializer;
        benchmark.shape = "784x128";
        return benchmark;
    }
}
