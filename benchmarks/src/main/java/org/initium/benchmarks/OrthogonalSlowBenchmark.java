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

/** The contenders without explicit vectors, on square matrices; results count them to {@link OrthogonalBenchmark}. */
public class OrthogonalSlowBenchmark extends AbstractBenchmark {
    /** Rows and columns, of the same number. */
    @Param({"256x256", "512x512"})
    public String shape;

    private Shape dimensions;
    private Slice slice;
    private Sampler sampler;
    private float[] out;
    private EjmlHaar ejmlHaar;
    private CommonsMathHaar commonsMathHaar;

    /** The state of one measuring thread. */
    public OrthogonalSlowBenchmark() {}

    /** Allocates the matrices and seeds the generators. */
    @Setup
    public void allocate() {
        dimensions = Shape.parse(shape);
        int n = dimensions.toArray()[0];
        slice = Slice.all(dimensions);
        sampler = Samplers.of(Key.of(FillBenchmark.SEED));
        out = new float[n * n];
        ejmlHaar = new EjmlHaar(n, FillBenchmark.SEED);
        commonsMathHaar = new CommonsMathHaar(n, FillBenchmark.SEED);
    }

    /** Initium's initializer without vectors. */
    @Benchmark
    @Fork(jvmArgs = {Jvm.VECTOR_API, Jvm.HEAP_FROM, Jvm.HEAP_TO, Jvm.TOUCHED, Jvm.ONE_THREAD, Jvm.QUIET, Jvm.SCALAR})
    public float[] initiumScalar() {
        Orthogonal.DEFAULT.fill(dimensions, sampler, slice, out, 0);
        return out;
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
