// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

import java.util.List;
import org.initium.verification.laws.ExpectedLaw;

/**
 * A law that may have given the sample.
 *
 * @param names the initializers that give this law on this shape, the likeliest first; where their fans were counted otherwise
 *     than their library does, the name says how
 * @param usual whether one of them counts fans as its library does, or does not count any
 * @param law the law; of a family whose scale was not known beforehand, its best member
 * @param fitted whether the scale was fitted to the sample
 * @param posterior probability of the law among all that are known here, given that it is one of them
 * @param stddev standard deviation as the sample has it, if the law's family is right
 * @param distance Kolmogorov-Smirnov distance between sample and law
 * @param critical distance that a sample of the law exceeds with probability at most {@link Posterior#ALPHA}; NaN if the sample is
 *     too small for such a test
 */
public record Candidate(
        List<String> names,
        boolean usual,
        ExpectedLaw.Random law,
        boolean fitted,
        double posterior,
        Interval stddev,
        double distance,
        double critical) {
    /** Copies the names. */
    public Candidate {
        names = List.copyOf(names);
    }

    /** Whether the sample was large enough for a test of fit. */
    public boolean tested() {
        return !Double.isNaN(critical);
    }

    /** Whether the sample passes the test of fit; one that is too small does not. */
    public boolean fits() {
        return distance <= critical;
    }
}
