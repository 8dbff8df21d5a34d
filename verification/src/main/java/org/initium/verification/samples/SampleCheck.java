// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;

/** A check of independent draws against the law they should follow. */
public sealed interface SampleCheck
        permits AndersonDarlingCheck,
                BoundsCheck,
                EdgeGapCheck,
                EqualBinsCheck,
                FiniteCheck,
                KolmogorovSmirnovCheck,
                LegendreMomentsCheck,
                MeanCheck,
                SerialCorrelationCheck,
                TailCountsCheck,
                VarianceCheck {
    /** The check's name in reports, snake_case. */
    String name();

    /** Whether chance can fail a right sample. */
    boolean statistical();

    /**
     * The verdict on a sample whose values are all finite.
     *
     * @param alpha how often the check may fail a right sample; an exact one ignores it
     * @throws IllegalArgumentException if the sample is too small for the check
     */
    Verdict judge(Draws draws, double alpha);

    /**
     * The verdict on any sample: one with a value that is not finite fails every check before a statistic is computed,
     * because a comparison with NaN is false and would hide it; and so does one of equal values, which has the right mean or no
     * correlation if it is the right value.
     *
     * @throws IllegalArgumentException if the sample is too small for the check
     */
    default Verdict check(float[] sample, ExpectedLaw.Random law, double alpha) {
        return check(new Draws(sample, law), alpha);
    }

    /** The same of a sample that several checks share. */
    default Verdict check(Draws draws, double alpha) {
        float[] sample = draws.sample();
        if (!(this instanceof FiniteCheck)) {
            String fault = unfit(sample);
            if (!fault.isEmpty()) {
                return Verdict.impossible("N = " + sample.length + "; " + fault, statistical() ? alpha : 0);
            }
        }
        return judge(draws, alpha);
    }

    /** Why no statistic should be computed of a sample, in words: it is not finite, or constant; empty if neither. */
    static String unfit(float[] sample) {
        int first = FiniteCheck.firstNonFinite(sample);
        return first >= 0 ? "element " + first + " is " + sample[first] : constant(sample);
    }

    /** In words, if there are 16 elements or more and all are the same: of 2^24 values that happens once in 2^360 times. */
    private static String constant(float[] sample) {
        for (float x : sample) {
            if (x != sample[0]) {
                return "";
            }
        }
        return sample.length < 16 ? "" : "all of the " + sample.length + " elements are " + sample[0];
    }
}
