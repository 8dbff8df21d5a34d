// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/**
 * A sample in equal bins.
 *
 * @param lower left edge of the first bin
 * @param upper right edge of the last bin
 * @param counts values in each bin
 * @param below values left of the first bin
 * @param above values right of the last bin
 */
public record Histogram(double lower, double upper, long[] counts, long below, long above) {
    /**
     * Counts a sample. The outer edges are rounded to float, as the values are, so that one which rounding put on an edge
     * is not counted as outside. A NaN counts as above, so that the counts always add up to the sample's size.
     *
     * @throws IllegalArgumentException if the range is empty or not finite, or there are no bins
     */
    public static Histogram of(float[] sample, double lower, double upper, int bins) {
        if (!(lower < upper) || Double.isInfinite(upper - lower) || bins < 1) {
            throw new IllegalArgumentException(bins + " bins over " + lower + " .. " + upper
                    + ", expected one or more over a finite range with lower < upper");
        }
        long[] counts = new long[bins];
        long below = 0;
        long above = 0;
        for (float x : sample) {
            if (x < (float) lower) {
                below++;
            } else if (x <= (float) upper) {
                int bin = (int) Math.floor((x - lower) / (upper - lower) * bins);
                counts[Math.max(0, Math.min(bins - 1, bin))]++;
            } else {
                above++;
            }
        }
        return new Histogram(lower, upper, counts, below, above);
    }

    /** Copies the counts. */
    public Histogram {
        counts = counts.clone();
    }

    @Override
    public long[] counts() {
        return counts.clone();
    }
}
