// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * What a sample without a single value outside its bounds proves: N independent values of a law that puts a share p outside are all
 * inside with probability {@code (1 - p)^N}, exactly. So no false alarm is possible, and what is found falls as 1/N.
 */
public final class Leak {
    private Leak() {}

    /**
     * The smallest share of values outside that is found in 999 samples of 1,000: {@code 1 - 0.001^(1/n)}, some 6.9 / n.
     *
     * @throws IllegalArgumentException if n is below 1
     */
    public static double detectable(long n) {
        return -StrictMath.expm1(-Power.EXPONENT / Alpha.requireSize(n));
    }

    /**
     * The relative error with which a limit that is too large leaks as much: the law of width {@code 1 + e} has that share within {@code
     * e / (1 + e)} of its bounds.
     *
     * @param tail probability within a share x in 0 .. 1 of the half-width of one of a symmetric law's bounds, 0 at 0 and 1/2 at 1
     * @throws IllegalArgumentException if n is below 1
     */
    public static double detectableScale(long n, DoubleUnaryOperator tail) {
        double share = detectable(n);
        double x = Bisection.first(gap -> 2 * tail.applyAsDouble(gap) >= share, 0, 1);
        return x / (1 - x);
    }
}
