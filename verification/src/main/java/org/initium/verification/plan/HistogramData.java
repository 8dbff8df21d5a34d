// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

/**
 * Equal bins over {@code lower .. upper} and the law they should follow.
 *
 * @param initializer its name
 * @param law the law in words, {@code "N(0, 0.0574), cut at 2 sd"}
 * @param lower left edge of the first bin
 * @param upper right edge of the last bin
 * @param counts values in each bin
 * @param below values left of the first bin
 * @param above values right of the last bin
 * @param density the law's density at each bin's centre, in the unit of count / (n width)
 */
public record HistogramData(
        String initializer,
        String law,
        double lower,
        double upper,
        long[] counts,
        long below,
        long above,
        double[] density)
        implements Picture {
    /** Copies the arrays. */
    public HistogramData {
        counts = counts.clone();
        density = density.clone();
    }

    @Override
    public long[] counts() {
        return counts.clone();
    }

    @Override
    public double[] density() {
        return density.clone();
    }
}
