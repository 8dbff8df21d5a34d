// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import java.util.function.DoublePredicate;
import java.util.function.LongPredicate;

/** Where a condition begins to hold: how critical values are found from monotone bounds and laws. */
final class Bisection {
    private Bisection() {}

    /**
     * The smallest double at which the condition holds, which is so at {@code upper} and from somewhere between on. It is the
     * holding one of two neighbours, so that a critical value found thus errs to the safe side. From 0 to 1 it takes some 54
     * steps and the exponent of the answer, at most 1,100.
     */
    static double first(DoublePredicate holds, double lower, double upper) {
        double below = lower;
        double above = upper;
        double middle = below + (above - below) / 2;
        while (below < middle && middle < above) {
            if (holds.test(middle)) {
                above = middle;
            } else {
                below = middle;
            }
            middle = below + (above - below) / 2;
        }
        return above;
    }

    /** The smallest number in {@code lower .. upper} at which the condition holds; {@code upper + 1} if it holds nowhere. */
    static long firstCount(LongPredicate holds, long lower, long upper) {
        long below = lower;
        long above = upper + 1;
        while (below < above) {
            long middle = below + (above - below) / 2;
            if (holds.test(middle)) {
                above = middle;
            } else {
                below = middle + 1;
            }
        }
        return above;
    }
}
