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

/** Native contenders of {@link QrBenchmark}; results count them there. */
@Fork(
        value = 5,
        jvmArgs = {Jvm.VECTOR_API, Jvm.HEAP_FROM, Jvm.HEAP_TO, Jvm.TOUCHED, Jvm.ONE_THREAD, Jvm.QUIET, Jvm.NATIVE})
public class QrNativeBenchmark extends AbstractBenchmark {
    /** Rows and columns. */
    @Param({"256x256", "512x512", "1024x1024"})
    public String shape;

    private Tensor normals;

    /** The state of one measuring thread. */
    public QrNativeBenchmark() {}

    /**
     * Draws the matrix, and checks that the factors multiply to it: to 64 roundings of 2^-24 of the largest element's order,
     * where a wrong factorisation is off by the elements themselves.
     *
     * @throws IllegalStateException if they do not
     */
    @Setup
    public void allocate() {
        Natives.loadTorch();
        int[] sizes = Shape.parse(shape).toArray();
        normals = torch.empty(sizes[0], sizes[1]).normal_();
        try (PointerScope scope = new PointerScope()) {
            var factors = torch.linalg_qr(normals);
            float[] product = Natives.values(torch.mm(factors.get0(), factors.get1()));
            float[] expected = Natives.values(normals);
            double tolerance = 64 * Math.sqrt(sizes[0]) * 0x1p-24;
            for (int i = 0; i < product.length; i++) {
                if (!(Math.abs(product[i] - expected[i]) <= tolerance)) {
                    throw new IllegalStateException("element " + i + " of Q R is " + product[i] + ", expected "
                            + expected[i] + " +- " + tolerance);
                }
            }
        }
    }

    /** {@code torch.linalg.qr}: LAPACK's sgeqrf and sorgqr, into new matrices Q and R. */
    @Benchmark
    public Object torch() {
        try (PointerScope scope = new PointerScope()) {
            torch.linalg_qr(normals);
        }
        return normals;
    }
}
