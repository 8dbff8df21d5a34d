// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;

/**
 * The fault that a check is sure to fail with 99.9 % power, {@link org.initium.verification.stats.Power}, at the sample size and rate of false alarms that it ran
 * with; an exact check fails it always. A larger fault of the same kind fails more often. A smaller one may fail as often, where the size comes from an
 * inequality that holds at every sample size; nothing is claimed of it.
 *
 * @param size size of the fault, above 0, in the unit that {@code fault} names; infinite if the check vouches for none of the kind
 * @param fault what is wrong by this much, {@code "relative error of the standard deviation"}
 */
public record Detectable(double size, String fault) {
    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if it is not above 0
     */
    public Detectable {
        Objects.requireNonNull(fault, "fault");
        if (!(size > 0)) {
            throw new IllegalArgumentException(
                    "size of the smallest '" + fault + "' is " + size + ", expected above 0");
        }
    }

    /** The size, as {@link #figure} writes it, or one where it is a single thing, and what it is the size of. */
    @Override
    public String toString() {
        return (size == 1 ? "1" : figure(size)) + " " + fault;
    }

    /** A size to two digits, rounded up so that it keeps its power. */
    public static String figure(double size) {
        if (Double.isInfinite(size)) {
            return Double.toString(size);
        }
        // To six digits first: the double 0.01 is a little above 0.01, and is not to become 0.011.
        BigDecimal up = new BigDecimal(size).round(new MathContext(6)).round(new MathContext(2, RoundingMode.CEILING));
        return String.format(Locale.ROOT, "%.2g", up);
    }
}
