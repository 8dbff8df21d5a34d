// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify;

import java.util.List;
import java.util.Optional;
import org.initium.Shape;
import org.initium.verification.identify.fit.Candidate;
import org.initium.verification.identify.fit.Structure;
import org.initium.verification.identify.oddities.Oddity;
import org.initium.verification.identify.seeds.SeedReport;

/**
 * What is known about a tensor's origin.
 *
 * @param shape its dimensions
 * @param moments its figures; empty if there are elements that are not finite
 * @param structure what it is, if it is not independent draws
 * @param candidates the laws that it may follow, best first; empty if it has a structure, or too few elements
 * @param seeds whether a small seed made it
 * @param oddities what looks wrong
 */
public record Identification(
        Shape shape,
        Optional<Moments> moments,
        Optional<Structure> structure,
        List<Candidate> candidates,
        SeedReport seeds,
        List<Oddity> oddities) {
    /** Copies the lists. */
    public Identification {
        candidates = List.copyOf(candidates);
        oddities = List.copyOf(oddities);
    }

    /**
     * Figures of a sample.
     *
     * @param mean average
     * @param stddev root mean square deviation from it
     * @param min smallest element
     * @param max largest element
     */
    public record Moments(double mean, double stddev, float min, float max) {}

    /** What the tensor can be called. */
    public enum Answer {
        /** It is not independent draws; {@link Identification#structure()} says what. */
        STRUCTURE,
        /** It fits the first of the {@link Identification#candidates()}. */
        LAW,
        /** It fits none of the laws known here: trained weights, or another initializer. */
        UNKNOWN,
        /** It has too few elements for a law to be told. */
        TOO_FEW,
        /** It has elements that are not finite. */
        NOT_FINITE
    }

    /** What the tensor can be called. */
    public Answer answer() {
        if (moments.isEmpty()) {
            return Answer.NOT_FINITE;
        }
        if (structure.isPresent()) {
            return Answer.STRUCTURE;
        }
        if (candidates.isEmpty() || !candidates.get(0).tested()) {
            return Answer.TOO_FEW;
        }
        return candidates.get(0).fits() ? Answer.LAW : Answer.UNKNOWN;
    }
}
