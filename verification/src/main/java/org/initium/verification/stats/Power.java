// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/** What it means that a fault is sure to be found: it is missed once in a thousand samples. */
final class Power {
    /** How often a fault of the detectable size passes. */
    static final double MISS = 1e-3;

    /** {@code ln(1 / MISS)}, the exponent that a miss leaves to an exponential bound of one tail. */
    static final double EXPONENT = StrictMath.log(1 / MISS);

    private Power() {}
}
