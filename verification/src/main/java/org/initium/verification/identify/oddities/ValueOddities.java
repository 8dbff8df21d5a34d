// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.oddities;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.initium.Tensor;
import org.initium.verification.identify.fit.Sample;
import org.initium.verification.laws.ExpectedLaw;

/** What is wrong with the elements' values, wherever they lie. */
final class ValueOddities {
    /** Significant bits at which values were rounded to something coarser than a float. */
    private static final int COARSE = 16;

    private static final int FLOAT16_BITS = 11;
    private static final int BFLOAT16_BITS = 8;

    /** Mean in standard deviations from which on one sign is no wonder: half a normal's is 1.3, half a uniform's 1.7. */
    private static final double FAR = 4;

    /** Elements from which quartiles tell the scale to some 10 %. */
    private static final int FEWEST_FOR_QUARTILES = 256;

    /** Distance of a normal's quartiles in standard deviations. */
    private static final double QUARTILES = 1.3489795003921634;

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private ValueOddities() {}

    /** Elements that are not finite. */
    static List<Oddity> nonFinite(Tensor tensor) {
        long nans = 0;
        long infinities = 0;
        int first = -1;
        for (int i = 0; i < tensor.data().length; i++) {
            float x = tensor.data()[i];
            if (!Float.isFinite(x)) {
                first = first < 0 ? i : first;
                nans += Float.isNaN(x) ? 1 : 0;
                infinities += Float.isNaN(x) ? 0 : 1;
            }
        }
        return first < 0
                ? List.of()
                : List.of(Oddity.of(
                        "not_finite",
                        nans + " NaN and " + infinities + " infinite of " + tensor.data().length
                                + " elements, the first at " + first,
                        0));
    }

    /**
     * All that apply to a sample that is not constant.
     *
     * @param law the law that it fits, if any
     */
    static List<Oddity> of(Sample sample, Optional<ExpectedLaw.Random> law) {
        List<Oddity> odd = new ArrayList<>();
        oneSign(sample, law, odd);
        coarse(sample, odd);
        zeros(sample, odd);
        duplicates(sample, odd);
        clipped(sample, odd);
        outliers(sample, odd);
        return odd;
    }

    /** By the law that was found, as one from 0 on never is negative; without one, by that of initializers, which is symmetric about 0. */
    private static void oneSign(Sample sample, Optional<ExpectedLaw.Random> law, List<Oddity> odd) {
        boolean positive = sample.min() >= 0;
        if (!positive && sample.max() > 0) {
            return;
        }
        double stddev = Math.sqrt(sample.squares(sample.mean()) / sample.size());
        if (law.isEmpty() && Math.abs(sample.mean()) > FAR * stddev) {
            return;
        }
        double negative = law.map(found -> found.cdf(0)).orElse(0.5);
        double other = positive ? negative : 1 - negative;
        // Either sign could have been missing; and below 2^-1000 a bound tells no more.
        double log = StrictMath.log(2) + sample.size() * StrictMath.log1p(-other);
        double chance = StrictMath.exp(Math.max(log, -999 * StrictMath.log(2)));
        if (chance < Chance.ODD) {
            String found = "no element is " + (positive ? "negative" : "positive")
                    + ": a law that is symmetric about 0 was shifted, or half of it is missing";
            odd.add(Oddity.of("one_sign", found, chance));
        }
    }

    private static void coarse(Sample sample, List<Oddity> odd) {
        int bits = sample.bits();
        double chance = StrictMath.exp(-StrictMath.log(2) * sample.size() * Math.max(0.0, 23 - bits));
        if (bits <= COARSE && chance < Chance.ODD) {
            String made = bits <= BFLOAT16_BITS ? "bfloat16" : bits <= FLOAT16_BITS ? "float16" : "a coarser format";
            String found = "elements have at most " + bits + " significant bits of 24, as if rounded to " + made;
            odd.add(Oddity.of("coarse", found, chance));
        }
    }

    /** A sampler's grid holds 0 once, if at all; a bit is given away for grids with two zeros. */
    private static void zeros(Sample sample, List<Oddity> odd) {
        int zeros = sample.size() - sample.outside(0, 0);
        double mean = sample.size() * Math.scalb(1.0, 1 - Chance.SAMPLER_BITS);
        double chance = Chance.atLeast(zeros, mean);
        if (zeros > 1 && chance < Chance.ODD) {
            odd.add(Oddity.of("zeros", zeros + " of " + sample.size() + " elements are exactly 0", chance));
        }
    }

    /**
     * Elements that repeat an earlier value, over what a grid of equally likely values explains, 2^21 for floats about 0. Their number is a sum of
     * independent events, by the argument that {@code stats.EmptyUrns} names.
     */
    private static void duplicates(Sample sample, List<Oddity> odd) {
        if (sample.bits() <= COARSE) {
            return;
        }
        float[] sorted = sample.sorted();
        int distinct = 0;
        int counted = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] != 0) {
                counted++;
                distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
            }
        }
        double grid = Math.scalb(1.0, Chance.freeBits(sample));
        double expected = counted + grid * StrictMath.expm1(counted * StrictMath.log1p(-1 / grid));
        double chance = Chance.atLeast(counted - distinct, expected);
        if (chance < Chance.ODD) {
            String found = counted + " elements other than 0 have " + distinct + " values only, expected at least "
                    + Math.round(counted - expected);
            odd.add(Oddity.of("duplicates", found, chance));
        }
    }

    /** Elements that equal the extreme one: where the others of its value's cell are expected {@code n / 2^bits} times. */
    private static void clipped(Sample sample, List<Oddity> odd) {
        float[] sorted = sample.sorted();
        int lowest = 0;
        while (lowest < sorted.length && sorted[lowest] == sorted[0]) {
            lowest++;
        }
        int highest = 0;
        while (highest < sorted.length && sorted[sorted.length - 1 - highest] == sample.max()) {
            highest++;
        }
        int most = Math.max(lowest, highest);
        double mean = sample.size() * Math.scalb(1.0, -Chance.freeBits(sample));
        double chance = Math.min(1, 2 * Chance.atLeast(most - 1.0, mean));
        if (most > 1 && chance < Chance.ODD) {
            String found = lowest + " elements equal the smallest, " + sample.min() + ", and " + highest
                    + " the largest, " + sample.max() + ": values beyond were set to them";
            odd.add(Oddity.of("clipped", found, chance));
        }
    }

    /** Elements far beyond where a normal with the sample's quartiles ends. */
    private static void outliers(Sample sample, List<Oddity> odd) {
        int n = sample.size();
        float[] sorted = sample.sorted();
        double spread = (double) sorted[(int) (0.75 * n)] - sorted[(int) (0.25 * n)];
        if (n < FEWEST_FOR_QUARTILES || spread == 0) {
            return;
        }
        // The spread's standard error is 1.17 / sqrt(n) of it; six of them are allowed for.
        double stddev = spread / QUARTILES * (1 + 7 / Math.sqrt(n));
        double median = sorted[n / 2];
        double beyond = -NORMAL.inverseCumulativeProbability(Chance.ODD / (2.0 * n)) * stddev;
        int count = sample.outside(median, beyond);
        if (count > 0) {
            double farthest = Math.max(sample.max() - median, median - sample.min());
            double chance = 2.0 * n * NORMAL.cumulativeProbability(-farthest / stddev);
            String found = count + " elements are farther than " + Figures.of(beyond)
                    + " from the median, the farthest by " + Figures.of(farthest / (spread / QUARTILES))
                    + " standard deviations of a normal with the same quartiles";
            odd.add(Oddity.of("outliers", found, chance));
        }
    }
}
