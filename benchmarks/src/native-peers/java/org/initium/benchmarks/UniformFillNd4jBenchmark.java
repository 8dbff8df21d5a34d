// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.initium.benchmarks.FillBenchmark.SPREAD;

import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.TearDown;

/** ND4J's part in {@link UniformFillBenchmark}; results count it there. */
public class UniformFillNd4jBenchmark extends Nd4jFillBenchmark {
    /** The state of one measuring thread. */
    public UniformFillNd4jBenchmark() {}

    /**
     * Checks the law.
     *
     * @throws IllegalStateException if it is another
     */
    @TearDown
    public void check() {
        Natives.requireMoments(values(), SPREAD / Math.sqrt(3));
    }

    /** {@code Nd4j.rand}. */
    @Benchmark
    public Object nd4j() {
        return Nd4j.rand(array, -SPREAD, SPREAD, Nd4j.getRandom());
    }
}
