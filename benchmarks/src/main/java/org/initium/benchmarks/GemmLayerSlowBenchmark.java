// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The slower contenders of {@link GemmLayerBenchmark}, forward; results count them there. */
public class GemmLayerSlowBenchmark extends ProductSlowBenchmark {
    /** Samples. */
    @Param("32")
    public int batch;

    /** Which product; there is no other here. */
    @Param("forward")
    public String pass;

    /** The state of one measuring thread. */
    public GemmLayerSlowBenchmark() {}

    /** Makes the matrices. */
    @Setup
    public void allocate() {
        allocate(batch, LayerPass.OUT, LayerPass.IN);
    }
}
