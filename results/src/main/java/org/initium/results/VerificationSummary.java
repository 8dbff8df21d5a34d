// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the verification suite found; {@code verify.json} is this record.
 *
 * @param version version of Initium that was verified
 * @param seed seed of every random check
 * @param full whether ten times the usual sample was drawn
 * @param checks one per check, initializer and shape
 * @param histograms one per initializer that draws
 * @param seconds wall-clock time of the whole
 * @param pictures what else there is to draw; none in older files
 */
public record VerificationSummary(
        String version,
        long seed,
        boolean full,
        List<CheckResult> checks,
        List<HistogramData> histograms,
        double seconds,

        @JacksonInject(value = Json.NO_PICTURES, useInput = OptBoolean.TRUE)
        Pictures pictures) {

    /** Copies the lists. */
    public VerificationSummary {
        checks = List.copyOf(checks);
        histograms = List.copyOf(histograms);
    }

    /** A summary with no pictures but histograms. */
    public VerificationSummary(
            String version,
            long seed,
            boolean full,
            List<CheckResult> checks,
            List<HistogramData> histograms,
            double seconds) {
        this(version, seed, full, checks, histograms, seconds, Pictures.NONE);
    }

    /**
     * One verdict.
     *
     * @param check name of the check, {@code kolmogorov_smirnov}
     * @param subject the initializer, {@code he_normal}
     * @param shape shape of the tensor, {@code (784, 128)}; empty if the check has none
     * @param statistic the figure found
     * @param threshold the figure it was held against
     * @param meaning unit of both and which side passes, {@code "D, at most"}
     * @param passed the verdict
     * @param detail a sentence for a reader who wants to know more; may be empty
     * @param alpha how often the check fails on a right implementation, at most; 0 for an exact one
     * @param detects the smallest fault that it fails with 99.9 % power; empty if it could not be made, and in older files
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

            @JacksonInject(value = Json.NO_TEXT, useInput = OptBoolean.TRUE)
            String detects) {
        /**
         * Checks the rate.
         *
         * @throws IllegalArgumentException if {@code alpha} is not in 0 .. 1
         */
        public CheckResult {
            if (!(alpha >= 0 && alpha <= 1)) {
                throw new IllegalArgumentException("alpha " + alpha + " of " + check + ": expected 0 .. 1");
            }
        }
    }

    /**
     * Equal bins over {@code lower .. upper} and the law they should follow.
     *
     * @param initializer its name
     * @param law the law in words, {@code "N(0, 0.0505), cut at 2 sd"}
     * @param lower left edge of the first bin
     * @param upper right edge of the last bin
     * @param counts values in each bin
     * @param below values left of the first bin
     * @param above values right of the last bin
     * @param density the law's density at each bin's centre, in the unit of count / (n · width)
     */
    public record HistogramData(
            String initializer,
            String law,
            double lower,
            double upper,
            long[] counts,
            long below,
            long above,
            double[] density) {
        /**
         * Copies the arrays.
         *
         * @throws IllegalArgumentException if the range is empty or not finite, if there are no bins, if the arrays differ in
         *     length, or if a count or a density is negative or not a number
         */
        public HistogramData {
            if (!(lower < upper) || !Double.isFinite(lower) || !Double.isFinite(upper)) {
                throw new IllegalArgumentException(
                        "range " + lower + " .. " + upper + " of " + initializer + ": expected finite, lower < upper");
            }
            counts = counts.clone();
            density = density.clone();
            if (counts.length == 0 || counts.length != density.length) {
                throw new IllegalArgumentException("histogram of " + initializer + " has " + counts.length
                        + " counts and " + density.length + " densities: expected as many of both, at least one");
            }
            boolean negative = below < 0 || above < 0;
            for (int i = 0; i < counts.length; i++) {
                negative |= counts[i] < 0 || !(density[i] >= 0) || Double.isInfinite(density[i]);
            }
            if (negative) {
                throw new IllegalArgumentException(
                        "histogram of " + initializer + ": expected counts and densities of 0 or more");
            }
        }

        /** A copy of the counts. */
        @Override
        public long[] counts() {
            return counts.clone();
        }

        /** A copy of the densities. */
        @Override
        public double[] density() {
            return density.clone();
        }

        /** Width of a bin. */
        public double width() {
            return (upper - lower) / counts.length;
        }

        /** All values, those outside the bins included. */
        public long total() {
            long total = below + above;
            for (long count : counts) {
                total += count;
            }
            return total;
        }
    }

    /** Whether every check passed; false if there are none. */
    public boolean passed() {
        return !checks.isEmpty() && failures() == 0;
    }

    /** The number of checks that did not pass. */
    public long failures() {
        return checks.stream().filter(check -> !check.passed()).count();
    }

    /** An upper bound of the chance that a right implementation fails at least one check: the sum of all rates, at most 1. */
    public double falseAlarmRate() {
        return Math.min(1, checks.stream().mapToDouble(CheckResult::alpha).sum());
    }

    /**
     * Reads {@code verify.json}.
     *
     * @throws IOException if the file cannot be read or is not of this form
     */
    public static VerificationSummary read(Path file) throws IOException {
        return Json.read(file, VerificationSummary.class);
    }

    /**
     * Writes {@code verify.json}, replacing it whole.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Json.write(file, this);
    }
}
