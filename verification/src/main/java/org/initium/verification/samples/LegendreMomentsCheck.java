// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import java.util.Arrays;
import org.initium.verification.checks.Detectable;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.LegendreMoments;

/** Location, scale, skewness and kurtosis are those of the law: {@link LegendreMoments}. */
public record LegendreMomentsCheck() implements SampleCheck {
    @Override
    public String name() {
        return "legendre_moments";
    }

    @Override
    public boolean statistical() {
        return true;
    }

    @Override
    public Verdict judge(Draws draws, double alpha) {
        float[] sample = draws.sample();
        ExpectedLaw.Random law = draws.law();
        double critical = LegendreMoments.critical(sample.length, alpha);
        double[] averages = LegendreMoments.averages(draws.centred());
        double statistic = LegendreMoments.statistic(averages, sample.length);
        String detail = "N = " + sample.length + "; averages of P_1 .. P_4 " + Arrays.toString(averages);
        Verdict verdict = Verdict.atMost(statistic, critical, "nats against the worst moment", detail, alpha);
        if (law instanceof ExpectedLaw.Normal) {
            double excess = LegendreMoments.detectableKurtosis(sample.length, alpha);
            String kurtosis = Double.isInfinite(excess) ? "" : ", or " + Detectable.figure(excess) + " excess kurtosis";
            return verdict.detecting(LegendreMoments.detectableSkewness(sample.length, alpha), "skewness" + kurtosis);
        }
        return verdict.detecting(
                LegendreMoments.detectable(LegendreMoments.ORDERS, sample.length, alpha),
                "of the average of a Legendre polynomial of degree 4");
    }
}
