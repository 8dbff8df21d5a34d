// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.util.List;
import org.initium.Slice;
import org.initium.benchmarks.baseline.PlainEmbedding;
import org.initium.init.Initializers;
import org.initium.nn.Dense;
import org.initium.nn.Embedding;
import org.initium.nn.Loss;
import org.initium.nn.Parameter;
import org.initium.nn.Sequential;
import org.initium.nn.Sgd;
import org.initium.nn.SgdConfig;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * One step of SGD on a text classifier: the averages of 32 vectors of 64 numbers from a vocabulary of 20,000, one dense layer,
 * softmax cross-entropy. A batch of 64 samples names some 1,950 of the vectors.
 *
 * <p>The contenders begin with the same weights and go through the same 64 batches of random tokens again and again, so that
 * with momentum a vector was last read some ten steps ago. {@code jdk} updates every vector in every step.
 */
public class EmbeddingTrainStepBenchmark extends AbstractBenchmark {
    static final int VOCABULARY = 20_000;
    static final int DIM = 64;
    static final int TOKENS = 32;
    static final int BATCH = 64;
    static final int CLASSES = 10;

    private static final int BATCHES = 64;

    /** What is kept of the velocities from one step to the next. */
    @Param({"0", "0.9"})
    public float momentum;

    /** Learning rate; not JMH's parameter, but the tests need steps that can be seen. */
    float rate = TrainStepBenchmark.RATE;
    /** The weights that Initium trains: table, kernel, bias. */
    List<Parameter> parameters;
    /** The weights that the hand-written network trains, in the same order. */
    List<float[]> jdkWeights;

    /** Token ids as floats, (BATCH, TOKENS) each. */
    private float[][] x;

    private int[] labels;
    private float[] targets;
    private Sequential network;
    private Sgd sgd;
    private PlainEmbedding plain;
    private int next;

    /** The state of one measuring thread. */
    public EmbeddingTrainStepBenchmark() {}

    /** Makes the batches and the networks. */
    @Setup
    public void allocate() {
        Key key = Key.of(FillBenchmark.SEED);
        x = new float[BATCHES][BATCH * TOKENS];
        for (int b = 0; b < BATCHES; b++) {
            Samplers.of(key.child(b)).uniform(0, VOCABULARY, Slice.all(x[b].length), x[b], 0);
            for (int i = 0; i < x[b].length; i++) {
                x[b][i] = (int) x[b][i];
            }
        }
        labels = new int[BATCH];
        targets = new float[BATCH];
        for (int i = 0; i < BATCH; i++) {
            labels[i] = i % CLASSES;
            targets[i] = labels[i];
        }
        Embedding embedding = Embedding.create(VOCABULARY, DIM, TOKENS, key.child(BATCHES));
        Dense dense =
                Dense.create(DIM, CLASSES, Initializers.glorotUniform(), Initializers.zeros(), key.child(BATCHES + 1));
        network = new Sequential(List.of(embedding, dense), BATCH);
        parameters = network.parameters();
        sgd = new Sgd(SgdConfig.of(rate).withMomentum(momentum), parameters);
        jdkWeights = parameters.stream().map(p -> p.value().clone()).toList();
        plain = new PlainEmbedding(DIM, TOKENS, BATCH, rate, momentum, jdkWeights);
        next = 0;
    }

    private float[] batch() {
        next = (next + 1) % BATCHES;
        return x[next];
    }

    /** Initium's network and optimizer. */
    @Benchmark
    public double initium() {
        double loss = network.lossAndGradients(BATCH, batch(), targets, Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
        sgd.step();
        return loss;
    }

    /** A network written by hand in plain Java, with a dense gradient of the table. */
    @Benchmark
    public double jdk() {
        return plain.step(batch(), labels);
    }
}
