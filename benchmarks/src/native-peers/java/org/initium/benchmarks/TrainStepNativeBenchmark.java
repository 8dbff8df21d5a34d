// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Native contenders of {@link TrainStepBenchmark}; results count them there. */
@Fork(
        value = 5,
        jvmArgs = {Jvm.VECTOR_API, Jvm.HEAP_FROM, Jvm.HEAP_TO, Jvm.TOUCHED, Jvm.ONE_THREAD, Jvm.QUIET, Jvm.NATIVE})
public class TrainStepNativeBenchmark extends TrainStep {
    /** Numbers per sample: the input, the hidden layers, the classes. */
    @Param({"784-128-10", "64-32-10"})
    public String model;

    /** Samples in the batch. */
    @Param({"1", "32", "128", "512"})
    public int batch;

    private Tensor input;
    private Tensor classes;
    private List<LinearImpl> layers;
    private SGD optimizer;

    /** The state of one measuring thread. */
    public TrainStepNativeBenchmark() {}

    /**
     * Makes the batch and the network with Initium's weights, and checks one step of both.
     *
     * @throws IllegalStateException if their losses or weights differ
     */
    @Setup
    public void allocate() {
        Natives.loadTorch();
        rate = 0.1f;
        build();
        requireTheSameStep();
        rate = RATE;
        build();
    }

    private void build() {
        allocate(model, batch);
        input = Natives.tensor(x, batch, sizes[0]);
        classes = torch.tensor(IntStream.of(labels).asLongStream().toArray());
        layers = new ArrayList<>();
        TensorVector weights = new TensorVector();
        for (int l = 0; l + 1 < sizes.length; l++) {
            LinearImpl layer = new LinearImpl(sizes[l], sizes[l + 1]);
            try (PointerScope scope = new PointerScope()) {
                NoGradGuard guard = new NoGradGuard();
                // Initium's kernels are (in, out), PyTorch's (out, in).
                layer.weight().copy_(Natives.tensor(parameters.get(2 * l).value(), sizes[l], sizes[l + 1]).t());
                layer.bias().copy_(Natives.tensor(parameters.get(2 * l + 1).value(), sizes[l + 1]));
                guard.close();
            }
            weights.push_back(layer.weight()).push_back(layer.bias());
            layers.add(layer);
        }
        optimizer = new SGD(weights, new SGDOptions(rate));
    }

    /** A step that is another one differs by as much as the weights move; a thousandth of that is rounding. */
    private void requireTheSameStep() {
        List<float[]> before = copies();
        double loss = step();
        requireClose("loss", torch(), loss, 1e-5 * Math.abs(loss));
        for (int l = 0; l < layers.size(); l++) {
            Tensor transposed = layers.get(l).weight().detach().t().contiguous();
            requireClose(before.get(2 * l), parameters.get(2 * l).value(), Natives.values(transposed));
            Tensor bias = layers.get(l).bias().detach();
            requireClose(before.get(2 * l + 1), parameters.get(2 * l + 1).value(), Natives.values(bias));
        }
    }

    private static void requireClose(float[] before, float[] expected, float[] actual) {
        float move = 0;
        for (int i = 0; i < expected.length; i++) {
            move = Math.max(move, Math.abs(expected[i] - before[i]));
        }
        for (int i = 0; i < expected.length; i++) {
            // The weights themselves, of the order of 1, are rounded too.
            requireClose("weight " + i, actual[i], expected[i], 1e-3 * move + 0x1p-22);
        }
    }

    private static void requireClose(String what, double actual, double expected, double tolerance) {
        if (!(Math.abs(actual - expected) <= tolerance)) {
            throw new IllegalStateException(what + " is " + actual + ", expected " + expected + " +- " + tolerance);
        }
    }

    /** libtorch's modules, autograd and optimizer, called from Java. */
    @Benchmark
    public double torch() {
        try (PointerScope scope = new PointerScope()) {
            optimizer.zero_grad();
            Tensor y = layers.get(0).forward(input);
            for (int l = 1; l < layers.size(); l++) {
                y = layers.get(l).forward(torch.relu(y));
            }
            Tensor loss = torch.cross_entropy(y, classes);
            loss.backward();
            optimizer.step();
            return loss.item_float();
        }
    }
}
