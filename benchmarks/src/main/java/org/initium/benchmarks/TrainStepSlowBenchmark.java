// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.initium.benchmarks.baseline.EjmlMlp;
import org.initium.benchmarks.baseline.PlainMlp;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The contenders without explicit vectors; results count them to {@link TrainStepBenchmark}. */
public class TrainStepSlowBenchmark extends TrainStep {
    /** Numbers per sample: the input, the hidden layers, the classes. */
    @Param({"784-128-10", "64-32-10"})
    public String model;

    /** Samples in the batch. */
    @Param("32")
    public int batch;

    /** The weights that the hand-written network trains, in the same order: kernel, bias, kernel, bias. */
    List<float[]> jdkWeights;
    /** The weights that EJML trains. */
    List<float[]> ejmlWeights;

    private PlainMlp plain;
    private EjmlMlp ejmlNetwork;
    private FMatrixRMaj ejmlX;

    /** The state of one measuring thread. */
    public TrainStepSlowBenchmark() {}

    /** Makes the batch and the networks. */
    @Setup
    public void allocate() {
        allocate(model, batch);
        jdkWeights = copies();
        plain = new PlainMlp(sizes, batch, rate, every(jdkWeights, 0), every(jdkWeights, 1));
        ejmlWeights = copies();
        ejmlNetwork = new EjmlMlp(sizes, batch, rate, every(ejmlWeights, 0), every(ejmlWeights, 1));
        ejmlX = FMatrixRMaj.wrap(batch, sizes[0], x);
    }

    /** Every second array: the kernels from 0, the biases from 1. */
    private static float[][] every(List<float[]> weights, int first) {
        return IntStream.range(0, weights.size() / 2)
                .mapToObj(l -> weights.get(2 * l + first))
                .toArray(float[][]::new);
    }

    /** Initium's step without vectors. */
    @Benchmark
    @Fork(jvmArgs = {Jvm.VECTOR_API, Jvm.HEAP_FROM, Jvm.HEAP_TO, Jvm.TOUCHED, Jvm.ONE_THREAD, Jvm.QUIET, Jvm.SCALAR})
    public double initiumScalar() {
        return step();
    }

    /** A network written by hand in plain Java. */
    @Benchmark
    public double jdk() {
        return plain.step(x, labels);
    }

    /** The same with EJML's products, in single precision. */
    @Benchmark
    public double ejml() {
        return ejmlNetwork.step(ejmlX, labels);
    }
}
