// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import java.util.function.DoubleUnaryOperator;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.EdgeGap;

/**
 * The sample comes as near to both bounds of its law as chance lets it: {@link EdgeGap}. It sees a limit that is too small, as
 * {@link BoundsCheck} sees one that is too large.
 */
public record EdgeGapCheck() implements SampleCheck {
    /**
     * By how much a sampler's highest point may lie inside the bound: uniforms of 23 bits by 2^-22 of half the range; a truncated
     * normal's inversion of 24 bits by half of {@code 2^-23 erf(sqrt 2) / (2 phi(2)) = 1e-6}, half of which is 2^-20 of the bound; rounding
     * to float by less.
     */
    private static final double RESOLUTION = 0x1p-20;

    @Override
    public String name() {
        return "edge_gap";
    }

    @Override
    public boolean statistical() {
        return true;
    }

    @Override
    public Verdict judge(Draws draws, double alpha) {
        float[] sample = draws.sample();
        ExpectedLaw.Random law = draws.law();
        double half = (law.upper() - law.lower()) / 2;
        DoubleUnaryOperator tail = share -> law.cdf(law.lower() + share * half);
        double critical = EdgeGap.critical(sample.length, tail, RESOLUTION, alpha);
        double gap = EdgeGap.statistic(sample, law.lower(), law.upper());
        return Verdict.atMost(gap, critical, "gap at a bound", "N = " + sample.length, alpha)
                .detecting(
                        EdgeGap.detectable(sample.length, tail, RESOLUTION, alpha),
                        "share by which a limit is too small");
    }
}
