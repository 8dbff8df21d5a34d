// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** ND4J's part in {@link GemmBenchmark}; results count it there. */
@Fork(
        value = 5,
        jvmArgs = {Jvm.VECTOR_API, Jvm.HEAP_FROM, Jvm.HEAP_TO, Jvm.TOUCHED, Jvm.ONE_THREAD, Jvm.QUIET, Jvm.NATIVE})
public class GemmNd4jBenchmark extends Product {
    /** Rows and columns of each matrix. */
    @Param({"256", "1024"})
    public int n;

    private INDArray nd4jA;
    private INDArray nd4jB;
    private INDArray nd4jC;

    /** The state of one measuring thread. */
    public GemmNd4jBenchmark() {}

    /** Makes the matrices; ND4J wants to store its products by columns. */
    @Setup
    public void allocate() {
        Natives.loadNd4j();
        allocate(false, false, n, n, n);
        nd4jA = Nd4j.createFromArray(a).reshape(n, n);
        nd4jB = Nd4j.createFromArray(b).reshape(n, n);
        nd4jC = Nd4j.create(DataType.FLOAT, new long[] {n, n}, 'f');
    }

    /**
     * Checks the last product.
     *
     * @throws IllegalStateException if it is wrong
     */
    @TearDown
    public void check() {
        requireProduct(nd4jC.dup('c').data().asFloat());
    }

    /** {@code mmuli}, into an array made in advance. */
    @Benchmark
    public Object nd4j() {
        return nd4jA.mmuli(nd4jB, nd4jC);
    }
}
