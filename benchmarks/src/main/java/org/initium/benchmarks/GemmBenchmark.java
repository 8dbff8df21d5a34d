// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The product of two square matrices. */
public class GemmBenchmark extends ProductBenchmark {
    /** Rows and columns of each matrix. */
    @Param({"64", "128", "256", "512", "1024"})
    public int n;

    /** The state of one measuring thread. */
    public GemmBenchmark() {}

    /** Makes the matrices. */
    @Setup
    public void allocate() {
        allocate(n, n, n);
    }
}
