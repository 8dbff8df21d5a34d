// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Exact test that a sign is positive as often as negative.
 *
 * <p>The tail is summed in whole numbers: commons-math3's distribution function is one minus an incomplete beta function,
 * which has no digits left below 1e-16 and gives 0 for 64 equal signs, whose p-value is 2^-63.
 */
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
        // The law is symmetric, so the smaller tail is the lower tail of the rarer sign: a sum of C(n, k) over 2^n.
        BigInteger choose = BigInteger.ONE;
        BigInteger tail = choose;
        for (int k = 1; k <= Math.min(positive, n - positive); k++) {
            choose = choose.multiply(BigInteger.valueOf(n - k + 1)).divide(BigInteger.valueOf(k));
            tail = tail.add(choose);
        }
        BigDecimal all = new BigDecimal(BigInteger.TWO.pow(n - 1));
        return Math.min(
                1, new BigDecimal(tail).divide(all, MathContext.DECIMAL64).doubleValue());
    }

    /**
     * The smallest distance of the probability from 1/2 that is found in 999 samples of 1,000, exactly: {@link BinomialTest}.
     *
     * @throws IllegalArgumentException if n is below 1 or {@code alpha} not between 0 and 1
     */
    public static double detectable(int n, double alpha) {
        return BinomialTest.detectableAbove(n, 0.5, alpha) - 0.5;
    }
}
