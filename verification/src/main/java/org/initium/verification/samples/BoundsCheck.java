// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import org.initium.verification.checks.Detectable;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.Leak;

/**
 * No element lies outside the law's support. It sees a scale that is too large: of N elements the largest comes within some
 * 1/N of the bound, so a limit too large by 7/N (uniform) or 31/N (truncated normal, whose density at the bound is lower) is
 * found but for one time in a thousand, {@link Leak}, where a test of the variance needs {@code 1/sqrt(N)}. A scale that is too small is left
 * to that test.
 *
 * <p>The bounds are rounded to float, as the elements are. A uniform law includes its lower bound and never its upper one; a
 * truncated normal may touch both, where rounding puts it.
 *
 * @param closed whether a uniform law's upper bound may occur all the same
 */
public record BoundsCheck(boolean closed) implements SampleCheck {
    /** Whose upper bound does not occur. */
    public BoundsCheck() {
        this(false);
    }

    @Override
    public String name() {
        return "bounds";
    }

    @Override
    public boolean statistical() {
        return false;
    }

    @Override
    public Verdict judge(Draws draws, double alpha) {
        float[] sample = draws.sample();
        ExpectedLaw.Random law = draws.law();
        float lower = (float) law.lower();
        float upper = (float) law.upper();
        boolean open = law instanceof ExpectedLaw.Uniform && !closed;
        long outside = 0;
        int first = -1;
        for (int i = 0; i < sample.length; i++) {
            boolean inside = sample[i] >= lower && (open ? sample[i] < upper : sample[i] <= upper);
            if (!inside) {
                first = outside == 0 ? i : first;
                outside++;
            }
        }
        String where = outside == 0 ? "" : "; element " + first + " is " + sample[first];
        Verdict verdict = Verdict.atMost(
                outside,
                0,
                "elements outside [" + lower + ", " + upper + (open ? ")" : "]"),
                "N = " + sample.length + where,
                0);
        if (sample.length == 0) {
            return Verdict.impossible("N = 0; an empty sample has no bounds", 0);
        }
        double half = (law.upper() - law.lower()) / 2;
        double scale = Leak.detectableScale(sample.length, share -> law.cdf(law.lower() + share * half));
        return verdict.detecting(
                Leak.detectable(sample.length),
                "of all elements outside, as of limits too large by " + Detectable.figure(scale) + " of themselves");
    }
}
