// SPDX-License-Identifier: Apache-2.0
package org.initium.peers.plain;

import static org.initium.peers.Laws.normal;
import static org.initium.peers.Laws.uniform;

import deepnetts.net.weights.RandomWeights;
import java.util.List;
import java.util.function.BiConsumer;
import org.initium.Shape;
import org.initium.peers.Artifact;
import org.initium.peers.Candidate;
import org.initium.peers.Candidate.Drawn;
import org.initium.peers.Fans;
import org.initium.peers.Laws;
import org.initium.peers.Peer;

/** Deep Netts' random weights of a dense layer, (inputs, outputs). */
public final class DeepNetts implements Peer {
    private static final Shape DENSE = Shape.of(300, 77);

    /** For {@link java.util.ServiceLoader}. */
    public DeepNetts() {}

    @Override
    public String name() {
        return "Deep Netts";
    }

    @Override
    public Artifact artifact() {
        return new Artifact("com.deepnetts", "deepnetts-core", RandomWeights.class);
    }

    @Override
    public List<Candidate> candidates() {
        return List.of(
                Candidate.of(
                                "RandomWeights.xavier(weights, in, out)",
                                source((w, f) -> RandomWeights.xavier(w, (int) f.in(), (int) f.out())))
                        .named(
                                "Glorot and Bengio (2010), eq. 16",
                                Laws.GLOROT,
                                "uniform in [−L, L], L = √(6 / (in + out))",
                                uniform(Fans::inputsFirst, f -> Math.sqrt(6 / f.sum())))
                        .on(DENSE),
                Candidate.of("RandomWeights.he(weights, in)", source((w, f) -> RandomWeights.he(w, (int) f.in())))
                        .named(
                                "He et al. (2015)",
                                Laws.HE,
                                "normal, variance 2 / in",
                                normal(Fans::inputsFirst, f -> 2 / f.in()))
                        .on(DENSE));
    }

    private static Candidate.Source source(BiConsumer<float[], Fans> filler) {
        return (shape, seed) -> {
            float[] weights = new float[(int) shape.size()];
            RandomWeights.initSeed(seed);
            filler.accept(weights, Fans.inputsFirst(shape));
            return new Drawn(shape, weights);
        };
    }
}
