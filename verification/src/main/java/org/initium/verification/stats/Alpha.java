// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/** The argument that every test shares: how often it may fail on a right implementation. */
final class Alpha {
    private Alpha() {}

    static double require(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha is " + alpha + ", expected a rate between 0 and 1");
        }
        return alpha;
    }

    /** {@code ln(2 / alpha)}, the exponent that two tails of {@code alpha / 2} each leave to an exponential bound. */
    static double exponent(double alpha) {
        return StrictMath.log(2 / require(alpha));
    }

    static IllegalArgumentException tooFew(long n, String test, double alpha, String why) {
        return new IllegalArgumentException(
                n + " values are too few for the " + test + " at alpha " + alpha + ": " + why);
    }
}
