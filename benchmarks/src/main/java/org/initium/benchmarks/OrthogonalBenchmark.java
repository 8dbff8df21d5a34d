// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.initium.Shape;
import org.initium.Slice;
import org.initium.benchmarks.baseline.CommonsMathHaar;
import org.initium.benchmarks.baseline.EjmlHaar;
import org.initium.init.Orthogonal;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Draws an n x n orthogonal matrix from Haar's measure: normals, their QR factorisation and the signs of R's diagonal,
 * in every contender. F. Mezzadri (2007), "How to generate random matrices from the classical compact groups", Notices of
 * the AMS 54(5).
 */
public class OrthogonalBenchmark extends AbstractBenchmark {
    /** Rows and columns. */
    @Param({"128", "256", "512"})
    public int n;

    private Shape shape;
    private Slice slice;
    private Sampler sampler;
    private float[] out;
    private EjmlHaar ejmlHaar;
    private CommonsMathHaar commonsMathHaar;

    /** The state of one measuring thread. */
    public OrthogonalBenchmark() {}

    /** Allocates the matrices and seeds the generators. */
    @Setup
    public void allocate() {
        shape = Shape.of(n, n);
        slice = Slice.all(shape);
        sampler = Samplers.of(Key.of(FillBenchmark.SEED));
        out = new float[n * n];
        ejmlHaar = new EjmlHaar(n, FillBenchmark.SEED);
        commonsMathHaar = new CommonsMathHaar(n, FillBenchmark.SEED);
    }

    /** Initium's initializer, which factors in double precision. */
    @Benchmark
    public float[] initium() {
        Orthogonal.DEFAULT.fill(shape, sampler, slice, out, 0);
        return out;
    }

    /** The same without vectors. */
    @Benchmark
    @Fork(jvmArgs = {Jvm.VECTOR_API, Jvm.HEAP_FROM, Jvm.HEAP_TO, Jvm.TOUCHED, Jvm.ONE_THREAD, Jvm.QUIET, Jvm.SCALAR})
    public float[] initiumScalar() {
        return initium();
    }

    /** EJML's QR in single precision. */
    @Benchmark
    public float[] ejml() {
        return ejmlHaar.draw(out);
    }

    /** commons-math3's QR, in double precision. */
    @Benchmark
    public float[] commonsMath() {
        return commonsMathHaar.draw(out);
    }
}
