// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** A tensor of libtorch's to fill, in place, from its default generator. */
@Fork(
        value = 5,
        jvmArgs = {Jvm.VECTOR_API, Jvm.HEAP_FROM, Jvm.HEAP_TO, Jvm.TOUCHED, Jvm.ONE_THREAD, Jvm.QUIET, Jvm.NATIVE})
public abstract class TorchFillBenchmark extends AbstractBenchmark {
    /** Elements, as in {@link FillBenchmark}. */
    @Param({"4096", "16777216"})
    public int size;

    /** What is filled, over and over. */
    Tensor tensor;
    /** None: PyTorch's default generator. */
    GeneratorOptional generator;

    /** The state of one measuring thread. */
    protected TorchFillBenchmark() {}

    /** Makes the tensor. */
    @Setup
    public void allocate() {
        Natives.loadTorch();
        tensor = torch.empty(size);
        generator = new GeneratorOptional();
    }

    /** The values of the last fill. */
    final float[] values() {
        return Natives.values(tensor);
    }
}
