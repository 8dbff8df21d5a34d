// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import java.util.Locale;
import java.util.Objects;

/**
 * The smallest fault that a check fails with 99.9 % power, {@link org.initium.verification.stats.Power}, at the sample size and rate of false alarms that it ran
 * with; an exact check fails it for sure. A larger fault of the same kind fails more often; what lies below passes more often than one time in a thousand.
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

    /** The size to two digits, or one where it is a single thing, and what it is the size of. */
    @Override
    public String toString() {
        return size == 1 ? "1 " + fault : String.format(Locale.ROOT, "%.2g %s", size, fault);
    }
}
