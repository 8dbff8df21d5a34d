// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.initium.linalg.Gemm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** One product on one thread and on two: what the second core brings. */
public class GemmThreadsBenchmark extends Product {
    /** Rows and columns of each matrix. */
    @Param("1024")
    public int n;

    /** The state of one measuring thread, which may have a helper. */
    public GemmThreadsBenchmark() {}

    /** Makes the matrices. */
    @Setup
    public void allocate() {
        allocate(false, false, n, n, n);
    }

    /**
     * Checks the last product.
     *
     * @throws IllegalStateException if it is wrong
     */
    @TearDown
    public void check() {
        requireProduct(c);
    }

    /** One thread. */
    @Benchmark
    public float[] initiumOneThread() {
        Gemm.multiply(false, false, n, n, n, 1, a, 0, n, b, 0, n, 0, c, 0, n);
        return c;
    }

    /** Two threads: the same bits. */
    @Benchmark
    @Fork(jvmArgs = {Jvm.VECTOR_API, Jvm.HEAP_FROM, Jvm.HEAP_TO, Jvm.TOUCHED, Jvm.TWO_THREADS, Jvm.QUIET})
    public float[] initiumTwoThreads() {
        return initiumOneThread();
    }
}
