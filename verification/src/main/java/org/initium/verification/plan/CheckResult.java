// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

import java.util.Locale;

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
 * @param detects the smallest fault that it fails with 99.9 % power, all its stages together; empty if it could not be made
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
        String label = (passed ? "pass " : "FAIL ") + check + " " + subject + " " + shape + ": ";
        if (Double.isNaN(statistic) && detects.isEmpty()) {
            return label + meaning + ": " + detail;
        }
        return label + figure(statistic) + " (" + meaning + " " + figure(threshold) + "; " + detail + ")";
    }

    /** A count as it is, any other figure to six significant digits. */
    private static String figure(double x) {
        boolean whole = x == Math.rint(x) && Math.abs(x) < 1L << 53;
        return whole ? Long.toString((long) x) : String.format(Locale.ROOT, "%.6g", x);
    }
}
