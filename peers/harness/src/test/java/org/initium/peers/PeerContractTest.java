// SPDX-License-Identifier: Apache-2.0
package org.initium.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.Assertions;
import org.initium.Shape;
import org.initium.peers.Candidate.Drawn;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;

class PeerContractTest {
    private static final Shape SHAPE = Shape.of(3, 4);
    private static final Candidate.Source RIGHT = (shape, seed) ->
            Drawn.of(shape, new SplittableRandom(seed).doubles(shape.size()).toArray());

    @Test
    void aPeerThatKeepsAllHasNoViolations() {
        assertThat(PeerContract.violations(peer(RIGHT))).isEmpty();
        assertThat(PeerContract.obstacles(peer(RIGHT))).isEmpty();
    }

    @Test
    void theSameSeedHasToGiveTheSameTensor() {
        AtomicLong draws = new AtomicLong();
        assertThat(PeerContract.violations(peer((shape, seed) -> RIGHT.draw(shape, draws.incrementAndGet()))))
                .containsExactly("x on (3, 4) differs for the same seed");
    }

    @Test
    void anotherSeedHasToGiveAnotherTensorOfALawOfChance() {
        assertThat(PeerContract.violations(peer((shape, seed) -> RIGHT.draw(shape, 1))))
                .containsExactly("x on (3, 4) is the same for another seed");
        assertThat(PeerContract.violations(peer(constant(RIGHT))))
                .containsExactly("x on (3, 4) differs for another seed");
        assertThat(PeerContract.violations(peer(constant((shape, seed) -> new Drawn(shape, new float[12])))))
                .isEmpty();
    }

    @Test
    void aTensorHasAsManyElementsAsItsShape() {
        assertThat(PeerContract.violations(peer((shape, seed) -> {
                    Drawn drawn = RIGHT.draw(shape, seed);
                    return new Drawn(shape, Arrays.copyOf(drawn.values(), 11));
                })))
                .containsExactly("x on (3, 4) has 11 elements");
    }

    @Test
    void claimsAreUniqueAndLinked() {
        Candidate twice = candidate(RIGHT).named("s", "l", "says", Laws.always(new ExpectedLaw.Uniform(0, 1)));
        assertThat(PeerContract.violations(peer(twice)))
                .containsExactlyInAnyOrder("x on (3, 4) claims twice: says", "x on (3, 4) links to 'l'");
        assertThat(PeerContract.violations(peer(candidate(RIGHT).on()))).hasSize(1);
        assertThat(PeerContract.violations(peer(Candidate.of("x", RIGHT).on(SHAPE))))
                .hasSize(1);
    }

    @Test
    void whatCannotBeDrawnIsAnObstacle() {
        Peer peer = peer((shape, seed) -> {
            throw new IllegalStateException("never");
        });
        assertThat(PeerContract.obstacles(peer)).containsExactly("x on (3, 4)");
        assertThat(PeerContract.violations(peer)).isEmpty();
    }

    @Test
    void whatThrowsAfterTheFirstSeedIsAViolation() {
        assertThat(PeerContract.violations(peer((shape, seed) -> {
                    if (seed > 1) {
                        throw new IllegalStateException("later");
                    }
                    return RIGHT.draw(shape, seed);
                })))
                .containsExactly("x on (3, 4) draws once and then throws java.lang.IllegalStateException: later");
    }

    private static Candidate candidate(Candidate.Source source) {
        return Candidate.of("x", source)
                .documented("s", "https://x.org/y", "says", Laws.always(new ExpectedLaw.Uniform(0, 1)))
                .on(SHAPE);
    }

    private static Candidate constant(Candidate.Source source) {
        return Candidate.of("x", source)
                .documented("s", "https://x.org/y", "says", Laws.always(new ExpectedLaw.Constant(0)))
                .on(SHAPE);
    }

    private static Peer peer(Candidate.Source source) {
        return peer(candidate(source));
    }

    private static Peer peer(Candidate candidate) {
        return new Peer() {
            @Override
            public String name() {
                return "p";
            }

            @Override
            public Artifact artifact() {
                return new Artifact("org.assertj", "assertj-core", Assertions.class);
            }

            @Override
            public List<Candidate> candidates() {
                return List.of(candidate);
            }
        };
    }
}
