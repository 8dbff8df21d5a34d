// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * H. Chernoff's bound of the average of n independent values: {@code P(average >= t) <= exp(-n rate(t))} with {@code rate(t) =
 * sup (s t - cgf(s))} over {@code s >= 0}, where cgf is the logarithm of a value's moment generating function: S. Boucheron,
 * G. Lugosi, P. Massart (2013), "Concentration Inequalities", section 2.2.
 *
 * <p>It is a true bound at every n. Any s gives one; so neither the interval in which the best is looked for nor the accuracy of
 * the search can make it wrong, only a little larger.
 */
final class Chernoff {
    /** Steps of the search; each shortens the interval by the golden section, all together by 4e-14. */
    private static final int STEPS = 64;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private Chernoff() {}

    /** The rate at {@code mean}, with s up to {@code limit}; 0 at the expected value and below, NaN for NaN. */
    static double rate(DoubleUnaryOperator cgf, double mean, double limit) {
        return Math.max(0, -minimum(s -> cgf.applyAsDouble(s) - s * mean, limit));
    }

    /** The smallest t with {@code rate(t) >= exponent}, above 0: the least of {@code (cgf(s) + exponent) / s}. */
    static double deviation(DoubleUnaryOperator cgf, double exponent, double limit) {
        return minimum(s -> (cgf.applyAsDouble(s) + exponent) / s, limit);
    }

    /** The least value that golden section search finds between 0 and {@code limit} of a function that falls, then rises. */
    private static double minimum(DoubleUnaryOperator f, double limit) {
        double from = 0;
        double to = limit;
        double left = to - GOLDEN * (to - from);
        double right = from + GOLDEN * (to - from);
        double atLeft = f.applyAsDouble(left);
        double atRight = f.applyAsDouble(right);
        for (int i = 0; i < STEPS; i++) {
            if (atLeft < atRight) {
                to = right;
                right = left;
                atRight = atLeft;
                left = to - GOLDEN * (to - from);
                atLeft = f.applyAsDouble(left);
            } else {
                from = left;
                left = right;
                atLeft = atRight;
                right = from + GOLDEN * (to - from);
                atRight = f.applyAsDouble(right);
            }
        }
        return Math.min(atLeft, atRight);
    }
}
