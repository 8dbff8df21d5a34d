// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import org.initium.verification.checks.Detectable;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.AndersonDarling;

/**
 * The whole distribution function is that of the law, its tails as much as its middle: {@link AndersonDarling}.
 *
 * <p>Elements lie on a grid, and near a bound that counts, where the logarithm of a probability is large. So a uniform element is taken
 * for the middle of its cell of 2^-24 of the range, whose lower end it is; and none is taken to be nearer to a bound than half a
 * cell, nor beyond it, which {@link BoundsCheck} judges. Such elements are a few of 10^8 and change A^2 by less than 1e-6.
 */
public record AndersonDarlingCheck() implements SampleCheck {
    /** Half a cell, in units of half the range. */
    private static final double HALF_CELL = 0x1p-24;

    /** A^2 over n of a normal law whose standard deviation is wrong by a share e, over e^2: the square of 0.52. */
    private static final double NORMAL_SCALE = 0.52;

    @Override
    public String name() {
        return "anderson_darling";
    }

    @Override
    public boolean statistical() {
        return true;
    }

    @Override
    public Verdict judge(Draws draws, double alpha) {
        int n = draws.size();
        double critical = AndersonDarling.critical(n, alpha);
        double[] x = draws.centred().clone();
        if (Double.isFinite(draws.law().bound())) {
            double shift = draws.law() instanceof ExpectedLaw.Uniform ? HALF_CELL : 0;
            for (int i = 0; i < n; i++) {
                // Math.max and Math.min hand a NaN on.
                x[i] = Math.max(HALF_CELL - 1, Math.min(1 - HALF_CELL, x[i] + shift));
            }
        }
        double detectable = AndersonDarling.detectable(n, alpha);
        String fault = "weighted root mean square distance of the distribution functions";
        if (draws.law() instanceof ExpectedLaw.Normal) {
            fault += ", as of a standard deviation wrong by " + Detectable.figure(detectable / NORMAL_SCALE);
        }
        return Verdict.atMost(AndersonDarling.statistic(x), critical, "A^2", "N = " + n, alpha)
                .detecting(detectable, fault);
    }
}
