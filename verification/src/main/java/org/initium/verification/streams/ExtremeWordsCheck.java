// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.streams;

import java.util.Arrays;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.NativeWords;
import org.initium.random.Sampler;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.samples.BoundsCheck;

/**
 * The native sampler keeps to a law's bounds where its words are the largest and the smallest. A bound that is reached by one word in
 * 2^24 only would take some 10^8 elements to show; but element i is made of word i, so it is enough to look for such words and to
 * draw the elements that they make.
 */
public final class ExtremeWordsCheck {
    /** The check's name in reports. */
    public static final String NAME = "extreme_words";

    /** Words that are looked at: 2^27, in which 8 of either kind are expected. */
    private static final int WORDS = 1 << 27;

    private static final int BATCH = 4096;

    /** The upper 24 bits, of which an element is made. */
    private static final int UPPER = 0xFFFFFF00;

    private ExtremeWordsCheck() {}

    /**
     * The verdict on the elements of such words.
     *
     * @param sampler the native one for this key, on trial
     * @param key of the words
     * @param law uniform or truncated normal
     */
    public static Verdict check(Sampler sampler, Key key, ExpectedLaw.Random law) {
        int[] words = new int[BATCH];
        float[] extremes = new float[0];
        for (int first = 0; first < WORDS; first += BATCH) {
            NativeWords.fill(key, first, BATCH, words, 0);
            for (int i = 0; i < BATCH; i++) {
                // Unsigned the smallest and the largest, signed the largest below 0 and the smallest: inversion is by
                // signed words.
                int upper = words[i] & UPPER;
                if (upper == 0
                        || upper == UPPER
                        || upper == Integer.MIN_VALUE
                        || upper == (Integer.MAX_VALUE & UPPER)) {
                    extremes = Arrays.copyOf(extremes, extremes.length + 1);
                    Slice element = new Slice(WORDS, first + i, 1);
                    if (law instanceof ExpectedLaw.TruncatedNormal cut) {
                        sampler.truncatedNormal(cut.mean(), cut.scale(), element, extremes, extremes.length - 1);
                    } else {
                        sampler.uniform(law.lower(), law.upper(), element, extremes, extremes.length - 1);
                    }
                }
            }
        }
        if (extremes.length == 0) {
            return Verdict.impossible("N = 0: none of 2^27 words is extreme", 0);
        }
        return new BoundsCheck()
                .check(extremes, law, 0)
                .detecting(1, "extreme word whose element is out of bounds, of " + extremes.length);
    }
}
