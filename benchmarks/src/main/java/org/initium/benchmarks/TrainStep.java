// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.util.List;
import java.util.stream.IntStream;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializers;
import org.initium.nn.Activation;
import org.initium.nn.Loss;
import org.initium.nn.Parameter;
import org.initium.nn.Sequential;
import org.initium.nn.Sgd;
import org.initium.nn.SgdConfig;
import org.initium.random.Key;
import org.initium.random.Samplers;

/**
 * One step of plain SGD on one batch: forward, softmax cross-entropy, backward, update. ReLU lies between the dense
 * layers.
 *
 * <p>All contenders begin with the same weights and see the same batch again and again; the rate is small, so that the
 * weights stay where they are and no gradient becomes subnormal in a run.
 */
public abstract class TrainStep extends AbstractBenchmark {
    /** A million steps of this rate move the weights as far as ten of rate 0.1. */
    static final float RATE = 1e-6f;

    /** Learning rate; not JMH's parameter, but checks need steps that can be seen. */
    float rate = RATE;
    /** Numbers per sample: the input, the hidden layers, the classes. */
    int[] sizes;
    /** (batch, in), from [0, 1). */
    float[] x;
    /** The samples' classes. */
    int[] labels;
    /** The weights that Initium trains: kernel, bias, kernel, bias. */
    List<Parameter> parameters;

    private int samples;
    private float[] targets;
    private Sequential network;
    private Sgd sgd;

    /** The state of one measuring thread. */
    protected TrainStep() {}

    /** Makes the batch and Initium's network of a model such as {@code 784-128-10}. */
    final void allocate(String model, int batch) {
        samples = batch;
        sizes = Shape.parse(model.replace('-', ',')).toArray();
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
    }

    /** Copies of Initium's weights, in their order. */
    final List<float[]> copies() {
        return parameters.stream().map(p -> p.value().clone()).toList();
    }

    /** A step of Initium's network and optimizer; returns the loss. */
    final double step() {
        double loss = network.lossAndGradients(samples, x, targets, Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
        sgd.step();
        return loss;
    }
}
