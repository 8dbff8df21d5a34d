// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.util.Arrays;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.initium.linalg.Gemm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;

/** Contenders without explicit vectors, ten and more times slower: fewer sizes are enough. No matrix is transposed. */
public abstract class ProductSlowBenchmark extends Product {
    private FMatrixRMaj ejmlA;
    private FMatrixRMaj ejmlB;
    private FMatrixRMaj ejmlC;
    private RealMatrix commonsMathA;
    private RealMatrix commonsMathB;

    /** The state of one measuring thread. */
    protected ProductSlowBenchmark() {}

    /** Makes the matrices: for EJML views of the same arrays, for commons-math3 copies in double precision. */
    final void allocate(int rows, int columns, int depth) {
        allocate(false, false, rows, columns, depth);
        ejmlA = FMatrixRMaj.wrap(rows, depth, a);
        ejmlB = FMatrixRMaj.wrap(depth, columns, b);
        ejmlC = FMatrixRMaj.wrap(rows, columns, c);
        commonsMathA = commonsMath(rows, depth, a);
        commonsMathB = commonsMath(depth, columns, b);
    }

    /** The layout is commons-math3's choice: an array of rows for small matrices, blocks of 52 x 52 for large ones. */
    private static RealMatrix commonsMath(int rows, int columns, float[] values) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                matrix.setEntry(i, j, values[i * columns + j]);
            }
        }
        return matrix;
    }

    /** Initium's product without vectors. */
    @Benchmark
    @Fork(jvmArgs = {Jvm.VECTOR_API, Jvm.HEAP_FROM, Jvm.HEAP_TO, Jvm.TOUCHED, Jvm.ONE_THREAD, Jvm.QUIET, Jvm.SCALAR})
    public float[] initiumScalar() {
        Gemm.multiply(false, false, rows, columns, depth, 1, a, 0, depth, b, 0, columns, 0, c, 0, columns);
        return c;
    }

    /** EJML's product, in single precision. */
    @Benchmark
    public float[] ejml() {
        CommonOps_FDRM.mult(ejmlA, ejmlB, ejmlC);
        return c;
    }

    /** commons-math3's product: it has double precision only and allocates the result. */
    @Benchmark
    public RealMatrix commonsMath() {
        return commonsMathA.multiply(commonsMathB);
    }

    /** Three loops in the order i, k, j, the innermost of which C2 turns into vectors by itself. */
    @Benchmark
    public float[] jdk() {
        Arrays.fill(c, 0);
        for (int i = 0; i < rows; i++) {
            for (int p = 0; p < depth; p++) {
                float x = a[i * depth + p];
                for (int j = 0; j < columns; j++) {
                    c[i * columns + j] += x * b[p * columns + j];
                }
            }
        }
        return c;
    }
}
