// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * The likelihood of a normal's scale, {@code s^-n exp(-squares / (2 s^2))}, averaged with density 1/s: with
 * {@code v = squares / (2 s^2)} it is an incomplete gamma function, {@code (2 / squares)^(n/2) gamma(n/2, v) / 2}.
 */
final class ScaleIntegral {
    private ScaleIntegral() {}

    /**
     * Logarithm of the integral over all scales from {@code least} on.
     *
     * @param squares sum of the squares, above 0
     * @param least smallest scale, 0 or more
     */
    static double log(int n, double squares, double least) {
        double half = n / 2.0;
        double gamma = least > 0 ? logLowerGamma(half, squares / (2 * least * least)) : Gamma.logGamma(half);
        return half * (StrictMath.log(2) - StrictMath.log(squares)) + gamma - StrictMath.log(2);
    }

    /**
     * Logarithm of the lower incomplete gamma function. For {@code x < a} by its series {@code x^a e^-x / a (1 + x / (a + 1) + ...)},
     * whose logarithm is in range where the function itself, some e^-15000 for a million elements, is not; otherwise the function is
     * at least half of the complete one, as the gamma law's median is below its mean.
     */
    static double logLowerGamma(double a, double x) {
        if (x >= a) {
            return Gamma.logGamma(a) + StrictMath.log(Gamma.regularizedGammaP(a, x));
        }
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 0x1p-53 * sum; k++) {
            term *= x / (a + k);
            sum += term;
        }
        return a * StrictMath.log(x) - x - StrictMath.log(a) + StrictMath.log(sum);
    }

    /**
     * The scale's posterior median and interval: {@code squares / scale^2} is chi-squared. By E. B. Wilson, M. M. Hilferty (1931),
     * "The distribution of chi-square", PNAS 17: its cube root is nearly normal. For 4 degrees of freedom the upper end is a sixth
     * too far out, for 100 all are right to a thousandth.
     *
     * @param freedom degrees of freedom, 1 or more
     * @param tail probability beyond each end
     */
    static Interval interval(int freedom, double squares, double tail) {
        double z = -new NormalDistribution(null, 0, 1).inverseCumulativeProbability(tail);
        return new Interval(scale(freedom, squares, 0), scale(freedom, squares, z), scale(freedom, squares, -z));
    }

    private static double scale(int freedom, double squares, double z) {
        double spread = 2 / (9.0 * freedom);
        double root = Math.max(1 - spread + z * Math.sqrt(spread), 0.01);
        return Math.sqrt(squares / (freedom * root * root * root));
    }
}
