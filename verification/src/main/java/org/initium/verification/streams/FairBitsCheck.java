// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.streams;

import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.EventCounts;

/**
 * Each bit of a uniform element is 1 half of the time: of the number of the cell of {@code 2^-bits} of the law's width that the element
 * lies in, {@link EventCounts}. A high bit that leans moves the mean too; a low one shows nowhere else, but for {@link ResolutionCheck} from
 * a probability of 0.57 on if there are two million elements of 24 bits.
 */
public final class FairBitsCheck {
    /** The check's name in reports. */
    public static final String NAME = "fair_bits";

    /**
     * How far from 1/2 rounding to a float can move the probability of a bit. Of a law on [-1, 1) that is made in double precision, one
     * rounding shifts the edges of cells by half an ulp, so that cells at powers of two alone change their probability: by 2^-26 at -1 and
     * at 1, by half as much at each smaller power, which makes 2^-24 in all.
     */
    private static final double ROUNDING = 0x1p-24;

    /** Probability of a one. */
    private static final double FAIR = 0.5;

    private FairBitsCheck() {}

    /**
     * The verdict on a sample; an element outside the law's bounds, or NaN, fails. One that was rounded to the upper bound counts as
     * below it.
     *
     * @param law whose width is a power of two and that has 0 in its middle, so that the cells' edges are floats
     * @param bits 1 to 24
     * @param alpha how often the check may fail a right sample
     * @throws IllegalArgumentException if {@code bits} is out of its range, or there are so few elements that equal bits would pass
     */
    public static Verdict check(float[] sample, ExpectedLaw.Uniform law, int bits, double alpha) {
        if (bits < 1 || bits > 24) {
            throw new IllegalArgumentException("bits is " + bits + ", expected 1 to 24");
        }
        int n = sample.length;
        double critical = EventCounts.critical(n, FAIR, bits, alpha);
        int cells = 1 << bits;
        double width = law.upper() - law.lower();
        long[] ones = new long[bits];
        for (float x : sample) {
            if (!(x >= law.lower() && x <= law.upper())) {
                return Verdict.impossible("N = " + n + "; an element is " + x, alpha);
            }
            int cell = Math.min(cells - 1, (int) ((x - law.lower()) / width * cells));
            for (int bit = 0; bit < bits; bit++) {
                ones[bit] += cell >>> bit & 1;
            }
        }
        int worst = 0;
        for (int bit = 1; bit < bits; bit++) {
            worst = Math.abs(ones[bit] - n / 2.0) > Math.abs(ones[worst] - n / 2.0) ? bit : worst;
        }
        String detail = "N = " + n + ", " + bits + " bits; bit " + (bits - worst) + " from the top is 1 in a share of "
                + (double) ones[worst] / n;
        return Verdict.atMost(
                        EventCounts.statistic(ones, n, FAIR),
                        critical + n * ROUNDING,
                        "ones off N/2 in the worst bit",
                        detail,
                        alpha)
                .detecting(
                        EventCounts.detectable(n, FAIR, bits, alpha) + 2 * ROUNDING,
                        "distance of the probability that a bit is 1 from 1/2");
    }
}
