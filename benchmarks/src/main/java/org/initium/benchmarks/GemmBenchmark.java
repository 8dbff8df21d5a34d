// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The product of two square matrices: powers of two, whose rows lie badly in caches, their neighbours, and round numbers. */
public class GemmBenchmark extends ProductBenchmark {
    /** Rows and columns of each matrix. */
    @Param({"31", "64", "127", "128", "256", "500", "512", "1000", "1023", "1024", "2048"})
    public int n;

    /** The state of one measuring thread. */
    public GemmBenchmark() {}

    /** Makes the matrices. */
    @Setup
    public void allocate() {
        allocate(false, false, n, n, n);
    }
}
