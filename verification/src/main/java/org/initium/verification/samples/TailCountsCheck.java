// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.BinomialTest;

/**
 * As many elements lie beyond 3, 4 and 4.5 standard deviations as a normal law puts there: three exact tests, {@link BinomialTest},
 * which share the rate of false alarms. Tails that are cut or too heavy do not show in moments and distribution functions.
 */
public record TailCountsCheck() implements SampleCheck {
    /** In standard deviations. Of 2 10^6 elements 14 lie beyond the last, none of them with probability 1e-6. */
    private static final double[] CUTS = {3, 4, 4.5};

    @Override
    public String name() {
        return "tail_counts";
    }

    @Override
    public boolean statistical() {
        return true;
    }

    @Override
    public Verdict judge(Draws draws, double alpha) {
        float[] sample = draws.sample();
        ExpectedLaw.Random law = draws.law();
        long n = sample.length;
        double share = alpha / CUTS.length;
        double least = 1;
        StringBuilder detail = new StringBuilder("N = " + n);
        for (double cut : CUTS) {
            double distance = cut * law.stddev();
            long count = 0;
            for (float x : sample) {
                count += Math.abs(x - law.mean()) > distance ? 1 : 0;
            }
            double probability = 2 * law.cdf(law.mean() - distance);
            least = Math.min(least, BinomialTest.pValue(count, n, probability, share));
            detail.append("; ")
                    .append(count)
                    .append(" beyond ")
                    .append(cut)
                    .append(" sd, expected ")
                    .append(n * probability);
        }
        double middle = 2 * law.cdf(law.mean() - CUTS[1] * law.stddev());
        return Verdict.atLeast(least, share, "least p-value of three", detail.toString(), alpha)
                .detecting(
                        BinomialTest.detectableAbove(n, middle, share) / middle,
                        "times as many beyond 4 standard deviations");
    }
}
