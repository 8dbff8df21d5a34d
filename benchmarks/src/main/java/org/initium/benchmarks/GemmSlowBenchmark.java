// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The slower contenders of {@link GemmBenchmark}; results count them there. */
public class GemmSlowBenchmark extends ProductSlowBenchmark {
    /** Rows and columns of each matrix. */
    @Param({"256", "1024"})
    public int n;

    /** The state of one measuring thread. */
    public GemmSlowBenchmark() {}

    /** Makes the matrices. */
    @Setup
    public void allocate() {
        allocate(n, n, n);
    }
}
