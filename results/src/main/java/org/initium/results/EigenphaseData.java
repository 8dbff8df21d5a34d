// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.util.List;

/**
 * Phases of the eigenvalues of many orthogonal matrices in equal bins over 0 to pi, which Haar's law makes uniform on average.
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
        List<Phases> samples) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no sample, if they differ in their number of bins, or if {@code lower <=
     *     expected <= upper} are not finite numbers of 0 or more
     */
    public EigenphaseData {
        samples = List.copyOf(samples);
        long kinds = samples.stream().map(s -> s.counts().length).distinct().count();
        if (kinds != 1) {
            throw new IllegalArgumentException("eigenphases of " + initializer + " have " + samples.size()
                    + " samples: expected one or more with as many bins each");
        }
        if (!(lower >= 0 && lower <= expected && expected <= upper && upper < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("eigenphases of " + initializer + " have the band " + lower + " .. "
                    + upper + " about " + expected + ": expected finite ones, 0 <= lower <= expected <= upper");
        }
    }

    /**
     * One sample of matrices.
     *
     * @param name what made them
     * @param counts phases in each bin
     * @param plusOne eigenvalues of 1
     * @param minusOne eigenvalues of -1
     */
    public record Phases(String name, long[] counts, long plusOne, long minusOne) {
        /**
         * Copies the array.
         *
         * @throws IllegalArgumentException if there are no bins or a count is negative
         */
        public Phases {
            counts = counts.clone();
            boolean negative = plusOne < 0 || minusOne < 0;
            for (long count : counts) {
                negative |= count < 0;
            }
            if (negative || counts.length == 0) {
                throw new IllegalArgumentException(
                        "eigenphases of " + name + ": expected one bin at least and counts of 0 or more");
            }
        }

        /** A copy of the counts. */
        @Override
        public long[] counts() {
            return counts.clone();
        }
    }
}
