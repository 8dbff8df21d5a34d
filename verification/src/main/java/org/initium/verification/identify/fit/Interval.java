// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

/**
 * A figure estimated from a sample, with the interval that holds it with a probability of 99 %.
 *
 * @param estimate the middle: as likely too low as too high
 * @param low lower end
 * @param high upper end
 */
public record Interval(double estimate, double low, double high) {
    /** Probability that the figure is inside. */
    public static final double COVERAGE = 0.99;

    Interval times(double factor) {
        return new Interval(estimate * factor, low * factor, high * factor);
    }
}
