// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.EqualBins;

/**
 * A hundred bins of equal probability are equally full: {@link EqualBins}, which sees a fault of the density in one place. Where the
 * law has no bounds, the bins lie within three standard deviations, and what lies outside is counted in two more.
 */
public record EqualBinsCheck() implements SampleCheck {
    private static final int BINS = 100;

    /** In standard deviations: 0.13 % on either side. */
    private static final double WIDTH = 3;

    @Override
    public String name() {
        return "equal_bins";
    }

    @Override
    public boolean statistical() {
        return true;
    }

    @Override
    public Verdict judge(Draws draws, double alpha) {
        float[] sample = draws.sample();
        ExpectedLaw.Random law = draws.law();
        EqualBins bins = bins(law);
        double critical = bins.critical(sample.length, alpha);
        return Verdict.atMost(bins.statistic(sample), critical, "chi-squared", "N = " + sample.length, alpha)
                .detecting(bins.detectable(sample.length, alpha), "relative error of the density in one of 100 bins");
    }

    /** The bins of a law: within its bounds, if it has some. */
    static EqualBins bins(ExpectedLaw.Random law) {
        if (Double.isFinite(law.bound())) {
            // The bounds themselves, beyond which the law has probability 0: mean - bound * stddev may be an ulp off
            // them.
            return EqualBins.of(law::cdf, law.lower(), law.upper(), BINS);
        }
        double half = WIDTH * law.stddev();
        return EqualBins.of(law::cdf, law.mean() - half, law.mean() + half, BINS);
    }
}
