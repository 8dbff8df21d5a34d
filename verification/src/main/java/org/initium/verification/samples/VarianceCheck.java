// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.BoundedVariance;
import org.initium.verification.stats.ChiSquaredVariance;
import org.initium.verification.stats.Moments;

/**
 * The variance is that of the law: {@link ChiSquaredVariance} for a normal, {@link BoundedVariance} for laws with bounds.
 * It is the check that sees a wrong fan.
 */
public record VarianceCheck() implements SampleCheck {
    private static final String FAULT = "relative error of the standard deviation";

    @Override
    public String name() {
        return "variance";
    }

    @Override
    public boolean statistical() {
        return true;
    }

    @Override
    public Verdict judge(Draws draws, double alpha) {
        float[] sample = draws.sample();
        ExpectedLaw.Random law = draws.law();
        int n = sample.length;
        if (n == 0) {
            throw new IllegalArgumentException("sample is empty, expected at least one value");
        }
        Moments moments = Moments.about(law.mean(), sample);
        String detail =
                "N = " + n + "; standard deviation " + Math.sqrt(moments.variance()) + ", expected " + law.stddev();
        if (law instanceof ExpectedLaw.Normal) {
            double p = ChiSquaredVariance.pValue(moments, law.stddev(), alpha);
            return Verdict.atLeast(p, alpha, "p-value", detail, alpha)
                    .detecting(ChiSquaredVariance.detectable(n, alpha), FAULT);
        }
        double critical = BoundedVariance.critical(n, law.kurtosis(), law.bound(), alpha);
        double z = BoundedVariance.z(moments, law.stddev(), law.kurtosis());
        return Verdict.atMost(z, critical, "|z|", detail, alpha)
                .detecting(BoundedVariance.detectable(n, law.kurtosis(), law.bound(), alpha), FAULT);
    }
}
