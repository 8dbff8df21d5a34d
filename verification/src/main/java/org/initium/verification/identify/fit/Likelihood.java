// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.initium.verification.laws.ExpectedLaw;

/**
 * Exact log-likelihoods of a sample of independent elements, in nats, from sums and extremes: no pass over the data.
 *
 * <p>A truncated normal is given the leak of Keras on PyTorch, which takes the first of four normals within the cut and, where
 * none is, the first of all: a share {@link #LEAK} of the elements lies outside, spread as the normal's tails. Without it four
 * elements of a million would refute the law that made them; with it each costs some 9 nats more than a normal's tail would.
 */
final class Likelihood {
    static final double LN_2PI = StrictMath.log(2 * Math.PI);

    /** Where truncated normals are cut, in standard deviations before the cut. */
    static final double CUT = 2;

    /** Share of a normal beyond the cut, on both sides. */
    private static final double TAILS = 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-CUT);

    /** Four normals in a row beyond the cut: 4.29 in a million. */
    static final double LEAK = TAILS * TAILS * TAILS * TAILS;

    private static final double LN_INSIDE = StrictMath.log1p(-LEAK) - StrictMath.log1p(-TAILS);
    private static final double LN_OUTSIDE = StrictMath.log(LEAK) - StrictMath.log(TAILS);

    private Likelihood() {}

    /** The sample's log-likelihood under a law; minus infinity where the law cannot give it. */
    static double log(Sample sample, ExpectedLaw.Random law) {
        if (law instanceof ExpectedLaw.Uniform uniform) {
            return uniform(sample, uniform.lower(), uniform.upper());
        }
        if (law instanceof ExpectedLaw.Normal normal) {
            return normal(sample, normal.mean(), normal.stddev());
        }
        ExpectedLaw.TruncatedNormal cut = (ExpectedLaw.TruncatedNormal) law;
        int outside = sample.outside(cut.mean(), CUT * cut.scale() * (1 + sample.rounding()));
        return normal(sample, cut.mean(), cut.scale()) + cutting(sample.size(), outside);
    }

    /** What a cut of a normal adds to its log-likelihood. */
    static double cutting(int n, int outside) {
        return (n - outside) * LN_INSIDE + outside * LN_OUTSIDE;
    }

    private static double uniform(Sample sample, double lower, double upper) {
        double slack = sample.rounding() * Math.max(Math.abs(lower), Math.abs(upper));
        boolean inside = sample.min() >= lower - slack && sample.max() <= upper + slack;
        return inside ? -sample.size() * StrictMath.log(upper - lower) : Double.NEGATIVE_INFINITY;
    }

    private static double normal(Sample sample, double mean, double stddev) {
        double n = sample.size();
        return -n * (LN_2PI / 2 + StrictMath.log(stddev)) - sample.squares(mean) / (2 * stddev * stddev);
    }
}
