// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

/**
 * What a check found.
 *
 * @param statistic the figure found; NaN if there is none, which never passes
 * @param threshold the figure it was held against
 * @param meaning unit of both and which side passes, {@code "p-value, at least"}
 * @param passed the verdict
 * @param detail sample size and circumstances in a sentence
 * @param alpha how often the check fails on a right implementation, at most; 0 for an exact one
 * @param detects the smallest fault that it fails with 99.9 % power; null if it could not be made, and until {@link #detecting}
 */
public record Verdict(
        double statistic,
        double threshold,
        String meaning,
        boolean passed,
        String detail,
        double alpha,
        Detectable detects) {
    /** Passes if the statistic is not above the threshold; NaN fails. */
    public static Verdict atMost(double statistic, double threshold, String unit, String detail, double alpha) {
        return new Verdict(statistic, threshold, unit + ", at most", statistic <= threshold, detail, alpha, null);
    }

    /** Passes if the statistic is not below the threshold; NaN fails. */
    public static Verdict atLeast(double statistic, double threshold, String unit, String detail, double alpha) {
        return new Verdict(statistic, threshold, unit + ", at least", statistic >= threshold, detail, alpha, null);
    }

    /**
     * An exact check by counting what must not occur.
     *
     * @param one what is sure to be found where it occurs once, in the singular
     */
    public static Verdict none(long count, String what, String detail, String one) {
        return atMost(count, 0, what, detail, 0).detecting(1, one);
    }

    /** A check that could not be made, and so failed. */
    public static Verdict impossible(String why, double alpha) {
        return new Verdict(Double.NaN, 0, "not computed", false, why, alpha, null);
    }

    /** The same verdict, its rate of false alarms that of all stages together. */
    public Verdict at(double alpha) {
        return new Verdict(statistic, threshold, meaning, passed, detail, alpha, detects);
    }

    /**
     * The same verdict by a check that sees this.
     *
     * @param size of the smallest fault that it fails with 99.9 % power
     * @param fault what is wrong by this much
     * @throws IllegalArgumentException if the size is not above 0
     */
    public Verdict detecting(double size, String fault) {
        return new Verdict(statistic, threshold, meaning, passed, detail, alpha, new Detectable(size, fault));
    }
}
