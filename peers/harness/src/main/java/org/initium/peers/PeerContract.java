// SPDX-License-Identifier: Apache-2.0
package org.initium.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.initium.Shape;
import org.initium.peers.Candidate.Drawn;
import org.initium.verification.laws.ExpectedLaw;

/**
 * What the harness takes for granted of a {@link Peer}, for the tests of those who write one. Candidates that are isolated are not
 * drawn.
 */
public final class PeerContract {
    private PeerContract() {}

    /**
     * In words, what a peer does not keep: it has a name and a version; a candidate has a claim and a shape; no claim is made twice; a link is a
     * link; a tensor has as many elements as its shape; the same seed gives the same tensor, and another seed another one, if the law is one of chance.
     *
     * @return empty if all is well
     */
    public static List<String> violations(Peer peer) {
        List<String> violations = new ArrayList<>();
        if (peer.name().isBlank() || peer.artifact().version().isBlank()) {
            violations.add(
                    "name '" + peer.name() + "', version '" + peer.artifact().version() + "'");
        }
        Set<String> claims = new HashSet<>();
        for (Candidate candidate : peer.candidates()) {
            if (candidate.claims().isEmpty() || candidate.shapes().isEmpty()) {
                violations.add(candidate.initializer() + " has " + candidate.claims() + " on " + candidate.shapes());
                continue;
            }
            for (Shape shape : candidate.shapes()) {
                String on = candidate.initializer() + " on " + shape;
                for (Claim claim : candidate.claims()) {
                    if (!claims.add(on + " " + claim.source() + " " + claim.says())) {
                        violations.add(on + " claims twice: " + claim.says());
                    }
                    if (!claim.link().matches("https?://[^ ]+")) {
                        violations.add(on + " links to '" + claim.link() + "'");
                    }
                }
                if (!candidate.isolated() && Trial.obstacle(candidate, shape) == null) {
                    violations.addAll(ofDraws(on, candidate, shape));
                }
            }
        }
        return violations;
    }

    /** Candidates that give no tensor of a shape that they are asked for, as {@code "initializer on shape"}: each is to be a finding. */
    public static List<String> obstacles(Peer peer) {
        List<String> obstacles = new ArrayList<>();
        for (Candidate candidate : peer.candidates()) {
            for (Shape shape : candidate.shapes()) {
                if (!candidate.isolated() && Trial.obstacle(candidate, shape) != null) {
                    obstacles.add(candidate.initializer() + " on " + shape);
                }
            }
        }
        return obstacles;
    }

    private static List<String> ofDraws(String on, Candidate candidate, Shape shape) {
        List<String> violations = new ArrayList<>();
        try {
            Drawn once = candidate.source().draw(shape, Trial.FIRST_SEED);
            float[] first = once.values().clone();
            float[] again =
                    candidate.source().draw(shape, Trial.FIRST_SEED).values().clone();
            float[] other = candidate.source().draw(shape, Trial.FIRST_SEED + 1).values();
            if (first.length != shape.size()) {
                violations.add(on + " has " + first.length + " elements");
            }
            if (!Arrays.equals(first, again)) {
                violations.add(on + " differs for the same seed");
            }
            boolean exact = candidate.claims().stream()
                    .allMatch(claim -> claim.law().apply(shape) instanceof ExpectedLaw.Exact);
            if (Arrays.equals(first, other) != exact) {
                violations.add(on + (exact ? " differs" : " is the same") + " for another seed");
            }
        } catch (Exception e) {
            violations.add(on + " draws once and then throws " + e);
        }
        return violations;
    }
}
