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
import org.openjdk.jmh.annotations.Warmup;

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
    static final int CLASSES = 10;

    private static final int BATCHES = 64;

    /** Samples in a batch. */
    @Param("64")
    public int batch;

    /** What is kept of the velocities from one step to the next. */
    @Param({"0", "0.9"})
    public float momentum;

    /** Learning rate; not JMH's parameter, but the tests need steps that can be seen. */
    float rate = TrainStepBenchmark.RATE;
    /** The weights that Initium trains: table, kernel, bias. */
    List<Parameter> parameters;
    /** The weights that the hand-written network trains, in the same order. */
    List<float[]> jdkWeights;

    /** Token ids as floats, (batch, TOKENS) each. */
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
        x = new float[BATCHES][batch * TOKENS];
        for (int b = 0; b < BATCHES; b++) {
            Samplers.of(key.child(b)).uniform(0, VOCABULARY, Slice.all(x[b].length), x[b], 0);
            for (int i = 0; i < x[b].length; i++) {
                x[b][i] = (int) x[b][i];
            }
        }
        labels = new int[batch];
        targets = new float[batch];
        for (int i = 0; i < batch; i++) {
            labels[i] = i % CLASSES;
            targets[i] = labels[i];
        }
        Embedding embedding = Embedding.create(VOCABULARY, DIM, TOKENS, key.child(BATCHES));
        Dense dense =
                Dense.create(DIM, CLASSES, Initializers.glorotUniform(), Initializers.zeros(), key.child(BATCHES + 1));
        network = new Sequential(List.of(embedding, dense), batch);
        parameters = network.parameters();
        sgd = new Sgd(SgdConfig.of(rate).withMomentum(momentum), parameters);
        jdkWeights = parameters.stream().map(p -> p.value().clone()).toList();
        plain = new PlainEmbedding(DIM, TOKENS, batch, rate, momentum, jdkWeights);
        next = 0;
    }

    private float[] nextTokens() {
        next = (next + 1) % BATCHES;
        return x[next];
    }

    /** Initium's network and optimizer. */
    @Benchmark
    @Warmup(iterations = 2, time = 1)
    public double initium() {
        double loss = network.lossAndGradients(batch, nextTokens(), targets, Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
        sgd.step();
        return loss;
    }

    /** A network written by hand in plain Java, with a dense gradient of the table. */
    @Benchmark
    public double jdk() {
        return plain.step(nextTokens(), labels);
    }
}
