// SPDX-License-Identifier: Apache-2.0
package org.initium.peers.plain;

import static org.initium.peers.Laws.always;

import java.util.List;
import java.util.function.LongFunction;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.initium.Shape;
import org.initium.peers.Artifact;
import org.initium.peers.Candidate;
import org.initium.peers.Candidate.Drawn;
import org.initium.peers.Peer;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;

/** Commons Math's distributions, which fill weights by {@code sample(n)}. */
public final class CommonsMath implements Peer {
    private static final Shape DENSE = Shape.of(300, 77);

    /** For {@link java.util.ServiceLoader}. */
    public CommonsMath() {}

    @Override
    public String name() {
        return "Commons Math";
    }

    @Override
    public Artifact artifact() {
        return new Artifact("org.apache.commons", "commons-math3", RealDistribution.class);
    }

    @Override
    public List<Candidate> candidates() {
        return List.of(
                of(
                        "new UniformRealDistribution(rng, -0.05, 0.05)",
                        UniformRealDistribution.class,
                        seed -> new UniformRealDistribution(new Well19937c(seed), -0.05, 0.05),
                        "U[−0.05, 0.05]",
                        Recipes.symmetricUniform(0.05)),
                of(
                        "new NormalDistribution(rng, 0, 0.05)",
                        NormalDistribution.class,
                        seed -> new NormalDistribution(new Well19937c(seed), 0, 0.05),
                        "N(0, 0.05²)",
                        new ExpectedLaw.Normal(0, 0.05)));
    }

    private Candidate of(
            String call, Class<?> type, LongFunction<RealDistribution> make, String says, ExpectedLaw law) {
        return Candidate.of(
                        call + ".sample(n)",
                        (shape, seed) -> Drawn.of(shape, make.apply(seed).sample((int) shape.size())))
                .documented("Javadoc of " + type.getSimpleName(), artifact().javadoc(type), says, always(law))
                .on(DENSE);
    }
}
