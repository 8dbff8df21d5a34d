// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import org.initium.verification.checks.Verdict;
import org.initium.verification.stats.KolmogorovSmirnov;

/**
 * The ratios of normal weights follow their exact law: n of them together chi-squared's with n degrees of freedom, or after a
 * rectifier its mixture, {@link Transfer#cdf}. The ratios of all layers of all nets are independent, so their probabilities under
 * the law are one sample of a uniform law; rounding these to float moves them by 2^-25, a thousandth of the gate for 10^8.
 */
public final class RatioLawCheck {
    /** The check's name in reports. */
    public static final String NAME = "propagation_law";

    private RatioLawCheck() {}

    /**
     * The verdict on the layers of all nets.
     *
     * @param alpha how often the check may fail right weights
     * @throws IllegalArgumentException if the weights' law is not normal, {@code alpha} is not between 0 and 1, or there are so
     *     few layers that all ratios would pass
     */
    public static Verdict check(LayerRatios ratios, double alpha) {
        Nets nets = ratios.nets();
        if (!nets.isNormal()) {
            throw new IllegalArgumentException("the law of ratios is known for normal weights, got " + nets.law(0));
        }
        float[] probabilities = new float[nets.count() * nets.depth()];
        double critical = KolmogorovSmirnov.critical(probabilities.length, alpha);
        for (int i = 0; i < probabilities.length; i++) {
            int layer = i % nets.depth();
            double ratio = ratios.ratio(i / nets.depth(), layer);
            probabilities[i] = (float) ratios.transfer().cdf(nets.out(layer), ratio);
        }
        return Verdict.atMost(KolmogorovSmirnov.statistic(probabilities, p -> p), critical, "D", nets.size(), alpha)
                .detecting(
                        KolmogorovSmirnov.detectable(probabilities.length, alpha),
                        "distance of the distribution functions of a layer's ratio");
    }
}
