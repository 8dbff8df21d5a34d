// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/** What tests ask of the arguments that they share: how often one may fail on a right implementation, and the size of the sample. */
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

    /** The size of a sample that has one, as what is computed from another is NaN or of the wrong sign. */
    static long requireSize(long n) {
        if (n < 1) {
            throw new IllegalArgumentException("n is " + n + ", expected 1 or more");
        }
        return n;
    }

    static IllegalArgumentException tooFew(long n, String test, double alpha, String why) {
        return new IllegalArgumentException(
                n + " values are too few for the " + test + " at alpha " + alpha + ": " + why);
    }
}
