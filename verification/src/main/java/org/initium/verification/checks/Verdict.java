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
 */
public record Verdict(double statistic, double threshold, String meaning, boolean passed, String detail, double alpha) {
    /** Passes if the statistic is not above the threshold; NaN fails. */
    public static Verdict atMost(double statistic, double threshold, String unit, String detail, double alpha) {
        return new Verdict(statistic, threshold, unit + ", at most", statistic <= threshold, detail, alpha);
    }

    /** Passes if the statistic is not below the threshold; NaN fails. */
    public static Verdict atLeast(double statistic, double threshold, String unit, String detail, double alpha) {
        return new Verdict(statistic, threshold, unit + ", at least", statistic >= threshold, detail, alpha);
    }

    /** An exact check by counting what must not occur. */
    public static Verdict none(long count, String what, String detail) {
        return atMost(count, 0, what, detail, 0);
    }

    /** A check that could not be made, and so failed. */
    public static Verdict impossible(String why, double alpha) {
        return new Verdict(Double.NaN, 0, "not computed", false, why, alpha);
    }
}
