// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.ejml.dense.row.RandomMatrices_FDRM;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** Fills an array with uniform numbers from [-0.05, 0.05). */
public class UniformFillBenchmark extends FillBenchmark {
    private static final float LOWER = (float) -SPREAD;
    private static final float UPPER = (float) SPREAD;
    private static final float RANGE = UPPER - LOWER;

    private UniformRealDistribution commonsMathLaw;

    /** The state of one measuring thread. */
    public UniformFillBenchmark() {}

    /** Builds commons-math3's distribution. */
    @Setup
    @Override
    public void allocate() {
        super.allocate();
        commonsMathLaw = new UniformRealDistribution(commonsMathGenerator, LOWER, UPPER);
    }

    /** Initium's native sampler. */
    @Benchmark
    @Warmup(iterations = 2, time = 1)
    public float[] initium() {
        sampler.uniform(LOWER, UPPER, slice, out, 0);
        return out;
    }

    /** The same without vectors. */
    @Benchmark
    @Fork(jvmArgs = {Jvm.VECTOR_API, Jvm.HEAP_FROM, Jvm.HEAP_TO, Jvm.TOUCHED, Jvm.ONE_THREAD, Jvm.QUIET, Jvm.SCALAR})
    public float[] initiumScalar() {
        return initium();
    }

    /** commons-math3's distribution, which computes in double precision. */
    @Benchmark
    public float[] commonsMath() {
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) commonsMathLaw.sample();
        }
        return out;
    }

    /** Commons RNG's generator. */
    @Benchmark
    public float[] commonsRng() {
        for (int i = 0; i < out.length; i++) {
            out[i] = LOWER + RANGE * commonsRngGenerator.nextFloat();
        }
        return out;
    }

    /** The JDK's generator. */
    @Benchmark
    public float[] jdk() {
        for (int i = 0; i < out.length; i++) {
            out[i] = LOWER + RANGE * jdkGenerator.nextFloat();
        }
        return out;
    }

    /** EJML's fill, on the JDK's generator. */
    @Benchmark
    public float[] ejml() {
        RandomMatrices_FDRM.fillUniform(ejmlMatrix, LOWER, UPPER, ejmlGenerator);
        return out;
    }
}
