// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.seeds;

import java.util.Arrays;
import java.util.Optional;
import org.initium.Slice;
import org.initium.verification.identify.fit.Sample;

/**
 * The elements by which seeds are told apart: the first few in a row that look drawn. Those at the very beginning may not be what a
 * sampler gave: where 0 stands for padding, an embedding's first row is 0.
 */
final class Head {
    /**
     * Where the last head that is tried begins, beyond the first row of most embeddings: sequential samplers draw all that comes
     * before, for every seed.
     */
    static final int FARTHEST = 1 << 10;

    /** Significant bits up to which equal values among a few are no wonder: 1.4 of 16 normals of 6 bits repeat another. */
    private static final int COARSE = 16;

    private static final int REPEATS_OF_COARSE = 2;

    private final int first;
    private final float[] x;
    private final Slice slice;
    private final double tolerance;
    private final double accident;

    private Head(Sample sample, int first) {
        this.first = first;
        x = Arrays.copyOfRange(sample.data(), first, Math.min(sample.size(), first + Probe.MOST));
        // PyTorch makes the last 16 elements of a tensor anew, so those before the last 16 are those of a tensor that
        // ends with them; and the sampler of such a tensor need not remember where to go on.
        boolean last = sample.size() < first + 2 * Probe.MOST;
        slice = new Slice(last ? sample.size() : first + x.length, first, x.length);
        tolerance = tolerance(sample);
        float[] sorted = x.clone();
        Arrays.sort(sorted);
        double spread = ((double) sorted[sorted.length - 1] - sorted[0]) / 2;
        // Two elements are spent on factor and shift. Each of the others falls within the tolerance of where it should
        // be with a probability of at most 2 tolerances times the density, which is below 1 / spread for all three
        // families; once more 2, for the spread of a few elements is below that of the law.
        double single = spread > 0 ? Math.min(1, 4 * tolerance / spread) : 1;
        accident = StrictMath.pow(single, x.length - 2.0);
    }

    /** The first head without zeros and repetitions; it begins at a multiple of {@link Probe#MOST}, as the samplers' blocks do. */
    static Optional<Head> of(Sample sample) {
        int repeats = sample.bits() <= COARSE ? REPEATS_OF_COARSE : 0;
        int first = 0;
        do {
            Head head = new Head(sample, first);
            if (head.isDrawn(repeats)) {
                return Optional.of(head);
            }
            first += Probe.MOST;
        } while (first <= FARTHEST && first + Probe.MOST <= sample.size());
        return Optional.empty();
    }

    /** What roundings of element and draw can add up to: relative to the largest, which the sums behind both may have reached. */
    static double tolerance(Sample sample) {
        return 4 * sample.rounding() * sample.largest();
    }

    private boolean isDrawn(int mostRepeats) {
        float[] sorted = x.clone();
        Arrays.sort(sorted);
        int repeats = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] == 0) {
                return false;
            }
            repeats += i > 0 && sorted[i] == sorted[i - 1] ? 1 : 0;
        }
        return repeats <= mostRepeats;
    }

    /** The same elements of another seed's draws, brought as near as a factor and a shift can. */
    Affine fit(float[] draws) {
        return Affine.between(Arrays.copyOfRange(draws, first, first + x.length), x, x.length);
    }

    /** Whether a family's standard member gives these elements, but for a factor and a shift. */
    boolean matches(Family family, Source source, long seed) {
        float[] y = new float[x.length];
        family.draw(source.sampling().apply(seed), slice, y);
        return Affine.between(y, x, x.length).misses(y, x, x.length, tolerance) == 0;
    }

    /** Bound on the probability that a seed matches which did not make the tensor; 1 if the elements are too near to each other. */
    double accident() {
        return accident;
    }
}
