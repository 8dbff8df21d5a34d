// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.Moments;
import org.initium.verification.stats.SubGaussianMean;

/** The average is that of the law: {@link SubGaussianMean}, which holds for all three laws of {@link ExpectedLaw.Random}. */
public record MeanCheck() implements SampleCheck {
    @Override
    public String name() {
        return "mean";
    }

    @Override
    public boolean statistical() {
        return true;
    }

    @Override
    public Verdict judge(Draws draws, double alpha) {
        float[] sample = draws.sample();
        ExpectedLaw.Random law = draws.law();
        double critical = SubGaussianMean.critical(sample.length, alpha);
        Moments moments = Moments.about(law.mean(), sample);
        return Verdict.atMost(
                        SubGaussianMean.z(moments, law.stddev()),
                        critical,
                        "|z|",
                        "N = " + sample.length + "; mean " + (law.mean() + moments.deviation()) + ", expected "
                                + law.mean(),
                        alpha)
                .detecting(
                        SubGaussianMean.detectable(sample.length, alpha),
                        "standard deviations by which the mean is off");
    }
}
