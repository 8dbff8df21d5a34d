// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.KolmogorovSmirnov;

/**
 * The whole distribution function is that of the law: {@link KolmogorovSmirnov}.
 *
 * <p>Elements are floats, at most 2^-24 of the law's probability apart from the continuous values they stand for. That moves D
 * by less than 6e-8, where the threshold at N = 10^6 is 0.003, and raises the rate of false alarms by a factor of
 * {@code exp(4 N 0.003 6e-8) < 1.001}.
 */
public record KolmogorovSmirnovCheck() implements SampleCheck {
    @Override
    public String name() {
        return "kolmogorov_smirnov";
    }

    @Override
    public boolean statistical() {
        return true;
    }

    @Override
    public Verdict judge(Draws draws, double alpha) {
        float[] sample = draws.sample();
        ExpectedLaw.Random law = draws.law();
        double critical = KolmogorovSmirnov.critical(sample.length, alpha);
        double d = KolmogorovSmirnov.statistic(sample, law::cdf);
        return Verdict.atMost(d, critical, "D", "N = " + sample.length, alpha)
                .detecting(
                        KolmogorovSmirnov.detectable(sample.length, alpha), "distance of the distribution functions");
    }
}
