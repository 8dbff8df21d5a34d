// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** An array of ND4J's to fill, in place, from its default generator. */
@Fork(
        value = 5,
        jvmArgs = {Jvm.VECTOR_API, Jvm.HEAP_FROM, Jvm.HEAP_TO, Jvm.TOUCHED, Jvm.ONE_THREAD, Jvm.QUIET, Jvm.NATIVE})
public abstract class Nd4jFillBenchmark extends AbstractBenchmark {
    /** Elements; the longer one of {@link FillBenchmark} is enough for a contender so slow. */
    @Param("16777216")
    public int size;

    /** What is filled, over and over. */
    INDArray array;

    /** The state of one measuring thread. */
    protected Nd4jFillBenchmark() {}

    /** Makes the array. */
    @Setup
    public void allocate() {
        Natives.loadNd4j();
        array = Nd4j.create(DataType.FLOAT, size);
    }

    /** The values of the last fill. */
    final float[] values() {
        return array.data().asFloat();
    }
}
