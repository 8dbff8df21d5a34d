// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.training;

/** The arithmetic of rounding errors of floats. */
final class Rounding {
    /** Relative error of one rounding to float. */
    static final double UNIT = 0x1p-24;

    /** The bounds are first order; this covers the products of two rounding errors, some 2^-24 of the first. */
    static final double HIGHER_ORDER = 1.01;

    private Rounding() {}

    /** {@code k u / (1 - k u)}: relative error of k roundings; N. J. Higham (2002), lemma 3.1. */
    static double gamma(double k) {
        return k * UNIT / (1 - k * UNIT);
    }
}
