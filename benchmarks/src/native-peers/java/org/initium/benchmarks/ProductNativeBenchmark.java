// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.TearDown;

/** A native library's product, called from Java on arrays outside the heap: no copying is timed. */
@Fork(
        value = 5,
        jvmArgs = {Jvm.VECTOR_API, Jvm.HEAP_FROM, Jvm.HEAP_TO, Jvm.TOUCHED, Jvm.ONE_THREAD, Jvm.QUIET, Jvm.NATIVE})
public abstract class ProductNativeBenchmark extends Product {
    private FloatPointer nativeA;
    private FloatPointer nativeB;
    private FloatPointer nativeC;
    private int nativeTransposeA;
    private int nativeTransposeB;

    /** The state of one measuring thread. */
    protected ProductNativeBenchmark() {}

    /** Makes the matrices. */
    @Override
    final void allocate(boolean transposeA, boolean transposeB, int rows, int columns, int depth) {
        Natives.loadOpenBlas();
        super.allocate(transposeA, transposeB, rows, columns, depth);
        nativeA = Natives.copy(a);
        nativeB = Natives.copy(b);
        nativeC = Natives.copy(c);
        nativeTransposeA = transposeA ? CblasTrans : CblasNoTrans;
        nativeTransposeB = transposeB ? CblasTrans : CblasNoTrans;
    }

    /**
     * Checks the last product.
     *
     * @throws IllegalStateException if it is wrong
     */
    @TearDown
    public void check() {
        nativeC.get(c);
        requireProduct(c);
    }

    /** OpenBLAS. */
    @Benchmark
    public FloatPointer openblas() {
        cblas_sgemm(
                CblasRowMajor,
                nativeTransposeA,
                nativeTransposeB,
                rows,
                columns,
                depth,
                1,
                nativeA,
                lda(),
                nativeB,
                ldb(),
                0,
                nativeC,
                columns);
        return nativeC;
    }
}
