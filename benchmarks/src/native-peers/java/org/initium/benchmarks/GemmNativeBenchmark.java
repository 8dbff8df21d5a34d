// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Native contenders of {@link GemmBenchmark}; results count them there. */
public class GemmNativeBenchmark extends ProductNativeBenchmark {
    /** Rows and columns of each matrix. */
    @Param({"31", "64", "127", "128", "256", "500", "512", "1000", "1023", "1024", "2048"})
    public int n;

    /** The state of one measuring thread. */
    public GemmNativeBenchmark() {}

    /** Makes the matrices. */
    @Setup
    public void allocate() {
        allocate(false, false, n, n, n);
    }
}
