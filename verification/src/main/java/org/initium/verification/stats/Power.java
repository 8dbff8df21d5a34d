// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/** What it means that a fault is sure to be found: it is missed once in a thousand samples, a power of 99.9 %. */
public final class Power {
    /** How often a fault of the detectable size passes. */
    public static final double MISS = 1e-3;

    /** {@code ln(1 / MISS)}, the exponent that a miss leaves to an exponential bound of one tail. */
    public static final double EXPONENT = StrictMath.log(1 / MISS);

    private Power() {}

    /** The size of a fault; infinite if it is above the largest that there can be, for then none is vouched for. */
    public static double possible(double size, double largest) {
        return size <= largest ? size : Double.POSITIVE_INFINITY;
    }
}
