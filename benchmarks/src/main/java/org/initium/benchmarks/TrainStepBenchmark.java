// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.benchmarks.baseline.EjmlMlp;
import org.initium.benchmarks.baseline.PlainMlp;
import org.initium.init.Initializers;
import org.initium.nn.Activation;
import org.initium.nn.Loss;
import org.initium.nn.Parameter;
import org.initium.nn.Sequential;
import org.initium.nn.Sgd;
import org.initium.nn.SgdConfig;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * One step of plain SGD on one batch: forward, softmax cross-entropy, backward, update. ReLU lies between the dense
 * layers.
 *
 * <p>All contenders begin with the same weights and see the same batch again and again; the rate is small, so that the
 * weights stay where they are and no gradient becomes subnormal in a run.
 */
public class TrainStepBenchmark extends AbstractBenchmark {
    /** A million steps of this rate move the weights as far as ten of rate 0.1. */
    static final float RATE = 1e-6f;

    /** Numbers per sample: the input, the hidden layers, the classes. */
    @Param({"784-128-10", "64-32-10"})
    public String model;

    /** Samples in the batch. */
    @Param({"1", "32", "128"})
    public int batch;

    /** Learning rate; not JMH's parameter, but the tests need steps that can be seen. */
    float rate = RATE;
    /** (batch, in), from [0, 1). */
    float[] x;
    /** The samples' classes. */
    int[] labels;
    /** The weights that Initium trains. */
    List<Parameter> parameters;
    /** The weights that the hand-written network trains, in the same order: kernel, bias, kernel, bias. */
    List<float[]> jdkWeights;
    /** The weights that EJML trains. */
    List<float[]> ejmlWeights;

    private float[] targets;
    private Sequential network;
    private Sgd sgd;
    private PlainMlp plain;
    private EjmlMlp ejmlNetwork;
    private FMatrixRMaj ejmlX;

    /** The state of one measuring thread. */
    public TrainStepBenchmark() {}

    /** Makes the batch and the networks. */
    @Setup
    public void allocate() {
        int[] sizes = sizes();
        int classes = sizes[sizes.length - 1];
        x = new float[batch * sizes[0]];
        Samplers.of(Key.of(FillBenchmark.SEED)).uniform(0, 1, Slice.all(x.length), x, 0);
        labels = IntStream.range(0, batch).map(i -> i % classes).toArray();
        targets = new float[batch];
        for (int i = 0; i < batch; i++) {
            targets[i] = labels[i];
        }
        network = Sequential.mlp(
                sizes,
                Activation.RELU,
                Initializers.heNormal(),
                Initializers.zeros(),
                Key.of(FillBenchmark.SEED),
                batch);
        parameters = network.parameters();
        sgd = new Sgd(SgdConfig.of(rate), parameters);
        jdkWeights = parameters.stream().map(p -> p.value().clone()).toList();
        plain = new PlainMlp(sizes, batch, rate, every(jdkWeights, 0), every(jdkWeights, 1));
        ejmlWeights = parameters.stream().map(p -> p.value().clone()).toList();
        ejmlNetwork = new EjmlMlp(sizes, batch, rate, every(ejmlWeights, 0), every(ejmlWeights, 1));
        ejmlX = FMatrixRMaj.wrap(batch, sizes[0], x);
    }

    /** {@link #model} as numbers. */
    int[] sizes() {
        return Shape.parse(model.replace('-', ',')).toArray();
    }

    /** Every second array: the kernels from 0, the biases from 1. */
    private static float[][] every(List<float[]> weights, int first) {
        return IntStream.range(0, weights.size() / 2)
                .mapToObj(l -> weights.get(2 * l + first))
                .toArray(float[][]::new);
    }

    /** Initium's network and optimizer. */
    @Benchmark
    public double initium() {
        double loss = network.lossAndGradients(batch, x, targets, Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
        sgd.step();
        return loss;
    }

    /** The same without vectors. */
    @Benchmark
    @Fork(jvmArgs = {Jvm.VECTOR_API, Jvm.HEAP_FROM, Jvm.HEAP_TO, Jvm.TOUCHED, Jvm.ONE_THREAD, Jvm.QUIET, Jvm.SCALAR})
    public double initiumScalar() {
        return initium();
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
