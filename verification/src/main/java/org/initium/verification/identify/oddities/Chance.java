// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.oddities;

import org.initium.verification.identify.fit.Sample;

/** Bounds on probabilities that hold at every sample size, and from which on something is odd. */
final class Chance {
    /** What sound weights show more rarely than this is odd. */
    static final double ODD = 1e-6;

    /** Logarithm to base 2 of the values that a sampler gives, at least: JAX's uniforms have 2^23, all others more. */
    static final int SAMPLER_BITS = 21;

    private Chance() {}

    /**
     * Bits of which two independent elements agree by chance: those of the sampler; or of the values, if they were rounded to fewer,
     * less three, as values of one exponent are that much more likely than others; or of the floats within a standard deviation, if the
     * mean is so far from 0 that they are fewer.
     */
    static int freeBits(Sample sample) {
        double stddev = Math.sqrt(sample.squares(sample.mean()) / sample.size());
        int ofFloats = Math.getExponent(stddev / Math.ulp((float) sample.largest()));
        return Math.max(1, Math.min(SAMPLER_BITS, Math.min(sample.bits() - 3, ofFloats)));
    }

    /**
     * Bound on the probability that a sum of independent events with this expectation reaches a count:
     * {@code exp(count - mean) (mean / count)^count}, H. Chernoff (1952), Annals of Mathematical Statistics 23(4).
     */
    static double atLeast(double count, double mean) {
        if (count <= mean) {
            return 1;
        }
        return mean == 0 ? 0 : StrictMath.exp(count - mean + count * StrictMath.log(mean / count));
    }
}
