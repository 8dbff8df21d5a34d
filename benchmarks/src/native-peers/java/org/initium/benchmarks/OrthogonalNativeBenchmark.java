// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.initium.Shape;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Native contenders of {@link OrthogonalBenchmark}; results count them there. */
@Fork(
        value = 5,
        jvmArgs = {Jvm.VECTOR_API, Jvm.HEAP_FROM, Jvm.HEAP_TO, Jvm.TOUCHED, Jvm.ONE_THREAD, Jvm.QUIET, Jvm.NATIVE})
public class OrthogonalNativeBenchmark extends AbstractBenchmark {
    /** Rows and columns. */
    @Param({"256x256", "512x512", "1024x1024", "2048x2048", "4096x256"})
    public String shape;

    private int rows;
    private int columns;
    private Tensor tensor;

    /** The state of one measuring thread. */
    public OrthogonalNativeBenchmark() {}

    /** Makes the matrix. */
    @Setup
    public void allocate() {
        Natives.loadTorch();
        int[] sizes = Shape.parse(shape).toArray();
        rows = sizes[0];
        columns = sizes[1];
        tensor = torch.empty(rows, columns);
    }

    /**
     * Checks that the first column has length 1 and is orthogonal to the others. Householder's method keeps both to a modest
     * multiple of {@code rows} roundings of 2^-24; 16 are allowed here.
     *
     * @throws IllegalStateException if it is not
     */
    @TearDown
    public void check() {
        float[] q = Natives.values(tensor);
        for (int j = 0; j < columns; j++) {
            double sum = 0;
            for (int i = 0; i < rows; i++) {
                sum += (double) q[i * columns] * q[i * columns + j];
            }
            if (!(Math.abs(sum - (j == 0 ? 1 : 0)) <= 16 * rows * 0x1p-24)) {
                throw new IllegalStateException("columns 0 and " + j + " have the product " + sum);
            }
        }
    }

    /** {@code torch.nn.init.orthogonal_}: normals, LAPACK's QR, the signs of R. */
    @Benchmark
    public Object torch() {
        try (PointerScope scope = new PointerScope()) {
            torch.orthogonal_(tensor);
        }
        return tensor;
    }
}
