// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

/**
 * One verdict.
 *
 * @param check name of the check, {@code kolmogorov_smirnov}
 * @param subject what was checked, {@code he_normal}
 * @param shape shape of the tensor, {@code (784, 128)}
 * @param statistic the figure found; NaN if none could be computed
 * @param threshold the figure it was held against
 * @param meaning unit of both and which side passes, {@code "p-value, at least"}
 * @param passed the verdict
 * @param detail the sample's size and circumstances in a sentence
 * @param alpha how often the check fails on a right implementation, at most; 0 for an exact one
 * @param detects the smallest fault that it fails with 99.9 % power; empty if it could not be made
 */
public record CheckResult(
        String check,
        String subject,
        String shape,
        double statistic,
        double threshold,
        String meaning,
        boolean passed,
        String detail,
        double alpha,
        String detects) {
    /** A line for a terminal: the verdict, what was checked, the figures. */
    @Override
    public String toString() {
        return (passed ? "pass " : "FAIL ") + check + " " + subject + " " + shape + ": " + statistic + " (" + meaning
                + " " + threshold + "; " + detail + ")";
    }
}
