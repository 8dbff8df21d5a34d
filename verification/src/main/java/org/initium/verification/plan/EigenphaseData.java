// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

import java.util.List;

/**
 * The phases of the eigenvalues of many orthogonal matrices of one order, in equal bins over 0 to pi: of every conjugate pair the
 * one above the real axis. By Haar's law they are uniform on average.
 *
 * @param initializer its name
 * @param order rows of a matrix
 * @param matrices of each sample
 * @param confidence probability that all counts of as many independent uniform phases are within the band
 * @param expected phases in a bin, on average
 * @param lower lower end of the band of the counts
 * @param upper upper end of the band of the counts
 * @param samples what was drawn, then what is shown for contrast
 */
public record EigenphaseData(
        String initializer,
        int order,
        long matrices,
        double confidence,
        double expected,
        double lower,
        double upper,
        List<Phases> samples)
        implements Picture {
    /** Copies the list. */
    public EigenphaseData {
        samples = List.copyOf(samples);
    }

    /**
     * One sample of matrices.
     *
     * @param name what made them
     * @param counts phases in each bin
     * @param plusOne eigenvalues of 1; one half of the matrices on average
     * @param minusOne eigenvalues of -1; likewise
     */
    public record Phases(String name, long[] counts, long plusOne, long minusOne) {
        /** Copies the array. */
        public Phases {
            counts = counts.clone();
        }

        @Override
        public long[] counts() {
            return counts.clone();
        }
    }
}
