// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import org.apache.commons.math3.distribution.BinomialDistribution;

/** Exact test that a sign is positive as often as negative. */
public final class SignTest {
    private SignTest() {}

    /**
     * Two-sided p-value of {@code positive} out of {@code n} under the binomial law with probability 1/2: twice the smaller
     * tail.
     *
     * @param alpha the rate at which the caller will judge the p-value; only to refuse a sample that is too small for it
     * @throws IllegalArgumentException if {@code positive} is not in 0 .. n, if {@code alpha} is not between 0 and 1, or if n
     *     is so small that n equal signs would pass
     */
    public static double pValue(int positive, int n, double alpha) {
        if (positive < 0 || positive > n) {
            throw new IllegalArgumentException(positive + " positive signs of " + n + ", expected 0 to " + n);
        }
        if (StrictMath.pow(2, 1.0 - n) > Alpha.require(alpha)) {
            throw Alpha.tooFew(n, "sign test", alpha, "equal signs throughout would pass");
        }
        // The law is symmetric, so the smaller tail is the lower tail of the rarer sign.
        int rarer = Math.min(positive, n - positive);
        return Math.min(1, 2 * new BinomialDistribution(null, n, 0.5).cumulativeProbability(rarer));
    }
}
