// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.streams;

import java.util.ArrayList;
import java.util.List;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.NativeWords;
import org.initium.random.Sampler;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.samples.BoundsCheck;

/**
 * The native sampler where its words are the largest and the smallest: it keeps to a law's bounds, and its normals reach as far as their
 * words do. A bound that is reached by one word in 2^24 only would take some 10^8 elements to show; but element i is made of word i,
 * or of two words of its chunk, so it is enough to look for such words and to draw the elements that they make.
 */
public final class ExtremeWordsCheck {
    /** The check's name in reports. */
    public static final String NAME = "extreme_words";

    /** Words that are looked at: 2^27, in which 8 of either kind are expected. */
    private static final int WORDS = 1 << 27;

    private static final int BATCH = 4096;

    /** The upper 24 bits, of which an element is made. */
    private static final int UPPER = 0xFFFFFF00;

    /** Normals that are made together, of as many words: of the first half the radii, of the second half the angles. */
    private static final int CHUNK = 64;

    /** Upper bits of a radius's word that are 0 or 1 throughout: of 2^26 words, 32 of either kind are expected. */
    private static final int RADIUS_BITS = 21;

    /**
     * Relative error of a squared radius: 16 roundings of 2^-24, where two of the logarithm, two of the root squared and six of cosine and
     * sine, with their products squared, make ten.
     */
    private static final double RELATIVE = 0x1p-20;

    /**
     * Error of a squared radius where u is nearly 1: twice that of u, which is 2^-25 for k as a float, 2^-24 for its unit, which is an ulp
     * below 2^-31 to keep u below 1, and 2^-25 for the sum.
     */
    private static final double ABSOLUTE = 0x1p-22;

    private ExtremeWordsCheck() {}

    /**
     * The verdict on the elements of such words.
     *
     * @param sampler the native one for this key, on trial
     * @param key of the words
     * @param law uniform or truncated normal
     */
    public static Verdict check(Sampler sampler, Key key, ExpectedLaw.Random law) {
        List<Float> found = new ArrayList<>();
        scan(key, (index, word) -> {
            // Unsigned the smallest and the largest, signed the largest below 0 and the smallest: inversion is by
            // signed words.
            int upper = word & UPPER;
            if (upper == 0 || upper == UPPER || upper == Integer.MIN_VALUE || upper == (Integer.MAX_VALUE & UPPER)) {
                float[] element = new float[1];
                Slice slice = new Slice(WORDS, index, 1);
                if (law instanceof ExpectedLaw.TruncatedNormal cut) {
                    sampler.truncatedNormal(cut.mean(), cut.scale(), slice, element, 0);
                } else {
                    sampler.uniform(law.lower(), law.upper(), slice, element, 0);
                }
                found.add(element[0]);
            }
        });
        if (found.isEmpty()) {
            return Verdict.impossible("N = 0: none of 2^27 words is extreme", 0);
        }
        float[] extremes = new float[found.size()];
        for (int i = 0; i < extremes.length; i++) {
            extremes[i] = found.get(i);
        }
        return new BoundsCheck()
                .check(extremes, law, 0)
                .detecting(1, "extreme word whose element is out of bounds, of " + extremes.length);
    }

    /**
     * The verdict on the standard normals whose radii come from such words.
     *
     * <p>They are made by the method of G. E. P. Box and M. E. Muller (1958): two of them, x and y, of a word for the radius and one for the
     * angle, so that {@code x^2 + y^2 = -2 ln u}, of {@code u = (k + 1/2) 2^-31} with k the word's upper 31 bits. So the farthest lies at 6.66
     * standard deviations, where 24 bits would end at 5.77; and no pair lies on the mean, which {@code u = 1} would put there.
     *
     * @param sampler the native one for this key, on trial
     * @param key of the words
     */
    public static Verdict checkNormal(Sampler sampler, Key key) {
        // How many; how many are wrong; the largest radius.
        double[] found = new double[3];
        scan(key, (index, word) -> {
            int upper = word >> Integer.SIZE - RADIUS_BITS;
            if (index % CHUNK < CHUNK / 2 && (upper == 0 || upper == -1)) {
                float[] pair = new float[2];
                sampler.normal(0, 1, new Slice(WORDS, index, 1), pair, 0);
                sampler.normal(0, 1, new Slice(WORDS, index + CHUNK / 2, 1), pair, 1);
                double square = (double) pair[0] * pair[0] + (double) pair[1] * pair[1];
                double expected = -2 * StrictMath.log(((word >>> 1) + 0.5) * 0x1p-31);
                // Written so that a NaN is wrong.
                boolean right = square > 0 && Math.abs(square - expected) <= RELATIVE * expected + ABSOLUTE;
                found[0]++;
                found[1] += right ? 0 : 1;
                found[2] = Math.max(found[2], Math.sqrt(square));
            }
        });
        if (found[0] == 0) {
            return Verdict.impossible("N = 0: none of 2^26 words is extreme", 0);
        }
        int n = (int) found[0];
        return Verdict.none(
                (long) found[1],
                "pairs with another radius than their word's",
                "N = " + n + " pairs; the largest radius is " + found[2],
                "extreme word whose pair of normals has another radius, of " + n);
    }

    /** What is done with a word. */
    @FunctionalInterface
    private interface Visitor {
        void word(int index, int word);
    }

    private static void scan(Key key, Visitor visitor) {
        int[] words = new int[BATCH];
        for (int first = 0; first < WORDS; first += BATCH) {
            NativeWords.fill(key, first, BATCH, words, 0);
            for (int i = 0; i < BATCH; i++) {
                visitor.word(first + i, words[i]);
            }
        }
    }
}
