// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** Initium's step. */
public class TrainStepBenchmark extends TrainStep {
    /** Numbers per sample: the input, the hidden layers, the classes. */
    @Param({"784-128-10", "64-32-10"})
    public String model;

    /** Samples in the batch. */
    @Param({"1", "32", "128", "512"})
    public int batch;

    /** The state of one measuring thread. */
    public TrainStepBenchmark() {}

    /** Makes the batch and the network. */
    @Setup
    public void allocate() {
        allocate(model, batch);
    }

    /** Initium's network and optimizer. */
    @Benchmark
    @Warmup(iterations = 2, time = 1)
    public double initium() {
        return step();
    }
}
