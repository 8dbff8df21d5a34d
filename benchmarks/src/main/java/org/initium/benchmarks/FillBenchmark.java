// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.ejml.data.FMatrixRMaj;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The array to fill with random numbers, and each library's generator. */
public abstract class FillBenchmark extends AbstractBenchmark {
    /** Seed of every generator. */
    static final long SEED = 42;

    /** Keras's default spread: the bound of its RandomUniform, the standard deviation of its normals. */
    static final double SPREAD = 0.05;

    /** Elements: 16 KiB stay in the L1 cache, 64 MiB exceed the last one. */
    @Param({"4096", "16777216"})
    public int size;

    /** What is filled, over and over. */
    float[] out;
    /** All of {@link #out}. */
    Slice slice;
    /** Initium's native sampler. */
    Sampler sampler;
    /** The generator that commons-math3's distributions use if none is named. */
    Well19937c commonsMathGenerator;
    /** The fastest of Commons RNG for floats: one 64-bit word makes two. */
    UniformRandomProvider commonsRngGenerator;
    /** The fastest of the JDK. */
    RandomGenerator jdkGenerator;
    /** The same as EJML takes it. */
    Random ejmlGenerator;
    /** {@link #out} as EJML sees it. */
    FMatrixRMaj ejmlMatrix;

    /** The state of one measuring thread. */
    protected FillBenchmark() {}

    /** Allocates the array and seeds the generators. */
    @Setup
    public void allocate() {
        out = new float[size];
        slice = Slice.all(size);
        sampler = Samplers.of(Key.of(SEED));
        commonsMathGenerator = new Well19937c(SEED);
        commonsRngGenerator = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        jdkGenerator = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(SEED);
        ejmlGenerator = Random.from(jdkGenerator);
        ejmlMatrix = FMatrixRMaj.wrap(1, size, out);
    }
}
