// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.streams;

import java.util.List;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.samples.SampleCheck;
import org.initium.verification.stats.Correlation;

/** Two streams of one law have nothing to do with each other: {@link Correlation}, element by element. */
public final class CrossStreamCheck {
    /** The check's name in reports. */
    public static final String NAME = "cross_stream";

    private CrossStreamCheck() {}

    /**
     * The verdict on two samples.
     *
     * @param one not constant and all finite, or they fail
     * @param other as many, from another stream
     * @param alpha how often the check may fail right samples
     * @throws IllegalArgumentException if they are not as many or too few for {@code alpha}
     */
    public static Verdict check(float[] one, float[] other, ExpectedLaw.Random law, double alpha) {
        double critical = Correlation.critical(one.length, 1, alpha);
        for (float[] sample : List.of(one, other)) {
            String fault = SampleCheck.unfit(sample);
            if (!fault.isEmpty()) {
                return Verdict.impossible("N = " + one.length + " of each; " + fault, alpha);
            }
        }
        double rho = Correlation.cross(Correlation.transform(one, law::cdf), Correlation.transform(other, law::cdf));
        return Verdict.atMost(rho, critical, "|rho|", "N = " + one.length + " of each", alpha)
                .detecting(Correlation.detectable(one.length, 1, alpha), "correlation of the streams");
    }
}
