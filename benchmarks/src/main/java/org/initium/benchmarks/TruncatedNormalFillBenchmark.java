// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Fills an array with normal numbers of mean 0 and standard deviation 0.05, conditioned on lying within two standard
 * deviations.
 *
 * <p>No peer has this law. They draw normals until one lies within, which 95 of 100 do; that is faster than their inverse
 * distribution functions.
 */
public class TruncatedNormalFillBenchmark extends FillBenchmark {
    private static final float STDDEV = (float) SPREAD;

    private NormalDistribution commonsMathNormal;
    private ZigguratSampler.NormalizedGaussian ziggurat;

    /** The state of one measuring thread. */
    public TruncatedNormalFillBenchmark() {}

    /** Builds the distributions. */
    @Setup
    @Override
    public void allocate() {
        super.allocate();
        commonsMathNormal = new NormalDistribution(commonsMathGenerator, 0, 1);
        ziggurat = ZigguratSampler.NormalizedGaussian.of(commonsRngGenerator);
    }

    /** Initium's native sampler. */
    @Benchmark
    @Warmup(iterations = 2, time = 1)
    public float[] initium() {
        sampler.truncatedNormal(0, STDDEV, slice, out, 0);
        return out;
    }

    /** The same without vectors. */
    @Benchmark
    @Fork(jvmArgs = {Jvm.VECTOR_API, Jvm.HEAP_FROM, Jvm.HEAP_TO, Jvm.TOUCHED, Jvm.ONE_THREAD, Jvm.QUIET, Jvm.SCALAR})
    public float[] initiumScalar() {
        return initium();
    }

    /** Rejection from commons-math3's normal, in double precision. */
    @Benchmark
    public float[] commonsMath() {
        for (int i = 0; i < out.length; i++) {
            double z;
            do {
                z = commonsMathNormal.sample();
            } while (Math.abs(z) >= 2);
            out[i] = (float) (STDDEV * z);
        }
        return out;
    }

    /** Rejection from Commons RNG's ziggurat, in double precision. */
    @Benchmark
    public float[] commonsRng() {
        for (int i = 0; i < out.length; i++) {
            double z;
            do {
                z = ziggurat.sample();
            } while (Math.abs(z) >= 2);
            out[i] = (float) (STDDEV * z);
        }
        return out;
    }

    /** Rejection from the JDK's ziggurat, in double precision. */
    @Benchmark
    public float[] jdk() {
        for (int i = 0; i < out.length; i++) {
            double z;
            do {
                z = jdkGenerator.nextGaussian();
            } while (Math.abs(z) >= 2);
            out[i] = (float) (STDDEV * z);
        }
        return out;
    }
}
