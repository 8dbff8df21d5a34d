// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.seeds;

import java.util.Arrays;
import org.initium.Slice;
import org.initium.verification.identify.fit.Sample;

/**
 * Compares the first elements of independent draws with those of a family's standard member, up to a factor and a shift: so scale,
 * mean and fans need not be known, nor in which order the library rounded.
 */
final class HeadProbe implements Probe {
    private final Family family;
    private final float[] x;
    private final Slice slice;
    private final double tolerance;
    private final double accident;

    /** For a sample of {@link Probe#FEWEST} elements or more. */
    HeadProbe(Sample sample, Family family) {
        this.family = family;
        x = Arrays.copyOf(sample.data(), Math.min(MOST, sample.size()));
        // PyTorch makes the last 16 elements of a tensor anew, so the first 16 of 32 or more are those of a tensor of
        // 16; and the sampler
        // of a tensor that ends there need not remember where to go on.
        slice = new Slice(sample.size() >= 2 * MOST ? MOST : sample.size(), 0, x.length);
        tolerance = tolerance(sample);
        float[] sorted = x.clone();
        Arrays.sort(sorted);
        double spread = ((double) sorted[sorted.length - 1] - sorted[0]) / 2;
        // Two elements are spent on factor and shift. Each of the others falls within the tolerance of where it should
        // be with a
        // probability of at most 2 tolerances times the density, which is below 1 / spread for all three families; once
        // more 2,
        // for the spread of a few elements is below that of the law.
        double single = spread > 0 ? Math.min(1, 4 * tolerance / spread) : 1;
        accident = StrictMath.pow(single, x.length - 2.0);
    }

    /** What roundings of element and draw can add up to: relative to the largest, which the sums behind both may have reached. */
    static double tolerance(Sample sample) {
        return 4 * sample.rounding() * sample.largest();
    }

    Family family() {
        return family;
    }

    @Override
    public boolean matches(Source source, long seed) {
        float[] y = new float[x.length];
        family.draw(source.sampling().apply(seed), slice, y);
        return Affine.between(y, x, x.length).misses(y, x, x.length, tolerance) == 0;
    }

    @Override
    public double accident() {
        return accident;
    }
}
