// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.util.Arrays;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.initium.Slice;
import org.initium.linalg.Gemm;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;

/** The product {@code C = A B} of row-major matrices, A (rows, depth) and B (depth, columns), with elements from [-1, 1). */
public abstract class ProductBenchmark extends AbstractBenchmark {
    /** Rows of A and C. */
    int rows;
    /** Columns of A, rows of B. */
    int depth;
    /** Columns of B and C. */
    int columns;
    /** (rows, depth). */
    float[] a;
    /** (depth, columns). */
    float[] b;
    /** (rows, columns). */
    float[] c;

    private FMatrixRMaj ejmlA;
    private FMatrixRMaj ejmlB;
    private FMatrixRMaj ejmlC;
    private RealMatrix commonsMathA;
    private RealMatrix commonsMathB;

    /** The state of one measuring thread. */
    protected ProductBenchmark() {}

    /** Makes the matrices: for EJML views of the same arrays, for commons-math3 copies in double precision. */
    final void allocate(int rows, int depth, int columns) {
        this.rows = rows;
        this.depth = depth;
        this.columns = columns;
        Sampler sampler = Samplers.of(Key.of(FillBenchmark.SEED));
        a = new float[rows * depth];
        b = new float[depth * columns];
        c = new float[rows * columns];
        sampler.uniform(-1, 1, Slice.all(a.length), a, 0);
        sampler.uniform(-1, 1, Slice.all(b.length), b, 0);
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

    /** Initium's product. */
    @Benchmark
    public float[] initium() {
        Gemm.multiply(false, false, rows, columns, depth, 1, a, 0, depth, b, 0, columns, 0, c, 0, columns);
        return c;
    }

    /** The same without vectors. */
    @Benchmark
    @Fork(jvmArgs = {Jvm.VECTOR_API, Jvm.HEAP_FROM, Jvm.HEAP_TO, Jvm.TOUCHED, Jvm.ONE_THREAD, Jvm.QUIET, Jvm.SCALAR})
    public float[] initiumScalar() {
        return initium();
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
