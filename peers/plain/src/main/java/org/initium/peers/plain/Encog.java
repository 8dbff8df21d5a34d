// SPDX-License-Identifier: Apache-2.0
package org.initium.peers.plain;

import static org.initium.peers.Laws.always;
import static org.initium.peers.Laws.uniform;

import java.util.List;
import java.util.function.LongFunction;
import org.encog.engine.network.activation.ActivationTANH;
import org.encog.mathutil.randomize.BasicRandomizer;
import org.encog.mathutil.randomize.FanInRandomizer;
import org.encog.mathutil.randomize.GaussianRandomizer;
import org.encog.mathutil.randomize.Randomizer;
import org.encog.mathutil.randomize.RangeRandomizer;
import org.encog.mathutil.randomize.XaiverRandomizer;
import org.encog.mathutil.randomize.generate.MersenneTwisterGenerateRandom;
import org.encog.neural.networks.BasicNetwork;
import org.encog.neural.networks.layers.BasicLayer;
import org.initium.Shape;
import org.initium.peers.Artifact;
import org.initium.peers.Candidate;
import org.initium.peers.Candidate.Drawn;
import org.initium.peers.Fans;
import org.initium.peers.Laws;
import org.initium.peers.Peer;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;

/** Encog's randomizers, on the weights (inputs, outputs) between two layers of tanh units. */
public final class Encog implements Peer {
    private static final Shape DENSE = Shape.of(300, 77);

    /** For {@link java.util.ServiceLoader}. */
    public Encog() {}

    @Override
    public String name() {
        return "Encog";
    }

    @Override
    public Artifact artifact() {
        return new Artifact("org.encog", "encog-core", Randomizer.class);
    }

    @Override
    public List<Candidate> candidates() {
        return List.of(
                Candidate.of("new XaiverRandomizer(seed)", source(XaiverRandomizer::new))
                        .named(
                                "Glorot and Bengio (2010), eq. 16",
                                Laws.GLOROT,
                                "uniform in [−L, L], L = √(6 / (in + out))",
                                uniform(Fans::inputsFirst, f -> Math.sqrt(6 / f.sum())))
                        .on(DENSE)
                        .does("L = 2 / √(in + out)", uniform(Fans::inputsFirst, f -> 2 / Math.sqrt(f.sum()))),
                Candidate.of("new FanInRandomizer()", source(seed -> seeded(new FanInRandomizer(), seed)))
                        .documented(
                                "Javadoc of FanInRandomizer, after Haykin, section 6.7",
                                artifact().javadoc(FanInRandomizer.class),
                                "uniform in [−L, L], L = 2.4 / in",
                                uniform(Fans::inputsFirst, f -> 2.4 / f.in()))
                        .on(DENSE)
                        .does("L = 2.4 / out", uniform(Fans::inputsFirst, f -> 2.4 / f.out())),
                Candidate.of(
                                "new RangeRandomizer(-0.1, 0.1)",
                                source(seed -> seeded(new RangeRandomizer(-0.1, 0.1), seed)))
                        .documented(
                                "Javadoc of RangeRandomizer",
                                artifact().javadoc(RangeRandomizer.class),
                                "U[−0.1, 0.1]",
                                always(Recipes.symmetricUniform(0.1)))
                        .on(DENSE),
                Candidate.of(
                                "new GaussianRandomizer(0, 0.1)",
                                source(seed -> seeded(new GaussianRandomizer(0, 0.1), seed)))
                        .documented(
                                "Javadoc of GaussianRandomizer",
                                artifact().javadoc(GaussianRandomizer.class),
                                "N(0, 0.1²)",
                                always(new ExpectedLaw.Normal(0, 0.1)))
                        .on(DENSE),
                Candidate.of("network.reset(seed)", source(seed -> null))
                        .documented(
                                "Javadoc of BasicNetwork.reset(int)",
                                artifact().javadoc(BasicNetwork.class),
                                "uniform between −1 and 1",
                                always(Recipes.symmetricUniform(1)))
                        .on(DENSE));
    }

    /** With its own generator from this seed. */
    static Randomizer seeded(BasicRandomizer randomizer, long seed) {
        randomizer.setRandom(new MersenneTwisterGenerateRandom(seed));
        return randomizer;
    }

    /** Weights that a randomizer gives a network; null stands for the network's own reset. */
    static Candidate.Source source(LongFunction<Randomizer> make) {
        return (shape, seed) -> {
            int inputs = shape.dim(0);
            int outputs = shape.dim(1);
            BasicNetwork network = new BasicNetwork();
            network.addLayer(new BasicLayer(new ActivationTANH(), true, inputs));
            network.addLayer(new BasicLayer(new ActivationTANH(), false, outputs));
            network.getStructure().finalizeStructure();
            Randomizer randomizer = make.apply(seed);
            if (randomizer == null) {
                network.reset(Long.hashCode(seed));
            } else {
                randomizer.randomize(network);
            }
            double[] weights = new double[inputs * outputs];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = network.getWeight(0, i / outputs, i % outputs);
            }
            return Drawn.of(shape, weights);
        };
    }
}
