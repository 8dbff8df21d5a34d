// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The three products of a dense layer in training: forward, and backward to its kernel and to its inputs. */
public class GemmLayerBenchmark extends ProductBenchmark {
    /** Samples. */
    @Param({"1", "8", "32", "128"})
    public int batch;

    /** Which product, by the names of {@link LayerPass}. */
    @Param({"forward", "weights", "inputs"})
    public String pass;

    /** The state of one measuring thread. */
    public GemmLayerBenchmark() {}

    /** Makes the matrices. */
    @Setup
    public void allocate() {
        LayerPass.of(pass).allocate(this, batch);
    }
}
