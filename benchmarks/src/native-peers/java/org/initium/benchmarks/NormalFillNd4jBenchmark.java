// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.initium.benchmarks.FillBenchmark.SPREAD;

import org.nd4j.linalg.api.ops.random.impl.GaussianDistribution;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.TearDown;

/** ND4J's part in {@link NormalFillBenchmark}; results count it there. */
public class NormalFillNd4jBenchmark extends Nd4jFillBenchmark {
    /** The state of one measuring thread. */
    public NormalFillNd4jBenchmark() {}

    /**
     * Checks the law.
     *
     * @throws IllegalStateException if it is another
     */
    @TearDown
    public void check() {
        Natives.requireMoments(values(), SPREAD);
    }

    /** ND4J's Gaussian distribution, by Box and Muller. */
    @Benchmark
    public Object nd4j() {
        return Nd4j.getExecutioner().exec(new GaussianDistribution(array, 0, SPREAD));
    }
}
