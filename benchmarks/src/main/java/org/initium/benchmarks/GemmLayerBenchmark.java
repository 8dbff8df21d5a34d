// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The product of a dense layer's forward pass: a batch of 784 inputs (an MNIST image) to 128 outputs. */
public class GemmLayerBenchmark extends ProductBenchmark {
    private static final int INPUTS = 784;
    private static final int OUTPUTS = 128;

    /** Samples, the rows of A and C. */
    @Param({"1", "8", "32", "128"})
    public int batch;

    /** The state of one measuring thread. */
    public GemmLayerBenchmark() {}

    /** Makes the matrices. */
    @Setup
    public void allocate() {
        allocate(batch, INPUTS, OUTPUTS);
    }
}
