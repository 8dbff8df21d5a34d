// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ejml.dense.row.RandomMatrices_FDRM;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** Fills an array with normal numbers of mean 0 and standard deviation 0.05. */
public class NormalFillBenchmark extends FillBenchmark {
    private static final float STDDEV = (float) SPREAD;

    private NormalDistribution commonsMathLaw;
    private ZigguratSampler.NormalizedGaussian ziggurat;

    /** The state of one measuring thread. */
    public NormalFillBenchmark() {}

    /** Builds the distributions. */
    @Setup
    @Override
    public void allocate() {
        super.allocate();
        commonsMathLaw = new NormalDistribution(commonsMathGenerator, 0, STDDEV);
        ziggurat = ZigguratSampler.NormalizedGaussian.of(commonsRngGenerator);
    }

    /** Initium's native sampler. */
    @Benchmark
    @Warmup(iterations = 2, time = 1)
    public float[] initium() {
        sampler.normal(0, STDDEV, slice, out, 0);
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

    /** Commons RNG's ziggurat, the fastest of its normals, in double precision. */
    @Benchmark
    public float[] commonsRng() {
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (STDDEV * ziggurat.sample());
        }
        return out;
    }

    /** The JDK's ziggurat, in double precision. */
    @Benchmark
    public float[] jdk() {
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (STDDEV * jdkGenerator.nextGaussian());
        }
        return out;
    }

    /** EJML's fill, on the JDK's generator. */
    @Benchmark
    public float[] ejml() {
        RandomMatrices_FDRM.fillGaussian(ejmlMatrix, 0, STDDEV, ejmlGenerator);
        return out;
    }
}
