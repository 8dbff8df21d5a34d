// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import dev.ludovic.netlib.blas.JavaBLAS;
import org.initium.linalg.Gemm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.TearDown;

/** Initium's product and the fastest other one in Java. */
public abstract class ProductBenchmark extends Product {
    private JavaBLAS netlibBlas;
    private String netlibTransposeA;
    private String netlibTransposeB;

    /** The state of one measuring thread. */
    protected ProductBenchmark() {}

    /**
     * Makes the matrices.
     *
     * @throws IllegalStateException if netlib does not run its vectors
     */
    @Override
    final void allocate(boolean transposeA, boolean transposeB, int rows, int columns, int depth) {
        super.allocate(transposeA, transposeB, rows, columns, depth);
        netlibBlas = JavaBLAS.getInstance();
        if (!netlibBlas.getClass().getSimpleName().equals("VectorBLAS")) {
            throw new IllegalStateException("netlib runs " + netlibBlas.getClass() + ", expected its VectorBLAS");
        }
        netlibTransposeA = transposeA ? "T" : "N";
        netlibTransposeB = transposeB ? "T" : "N";
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

    /** Initium's product. */
    @Benchmark
    public float[] initium() {
        Gemm.multiply(transposeA, transposeB, rows, columns, depth, 1, a, 0, lda(), b, 0, ldb(), 0, c, 0, columns);
        return c;
    }

    /** netlib's VectorBLAS. BLAS stores by columns, so it is told to compute {@code C' = op(B)' op(A)'}. */
    @Benchmark
    public float[] netlib() {
        netlibBlas.sgemm(
                netlibTransposeB, netlibTransposeA, columns, rows, depth, 1, b, ldb(), a, lda(), 0, c, columns);
        return c;
    }
}
