// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.streams;

import java.util.Arrays;
import java.util.List;
import org.initium.verification.checks.Verdict;
import org.initium.verification.samples.Draws;
import org.initium.verification.samples.SampleCheck;
import org.initium.verification.stats.Correlation;

/**
 * The kernels of one model have nothing to do with each other: {@link Correlation} of each pair, element by element as far as the
 * smaller one goes. Each is taken through its own law, so that layers of different fans compare.
 */
public final class CrossLayerCheck {
    /** The check's name in reports. */
    public static final String NAME = "cross_layer";

    private CrossLayerCheck() {}

    /**
     * The verdict on two kernels or more.
     *
     * @param alpha how often the check may fail right kernels
     * @throws IllegalArgumentException if there are fewer, or too few elements for {@code alpha}
     */
    public static Verdict check(List<Draws> kernels, double alpha) {
        int n = kernels.stream().mapToInt(Draws::size).min().orElse(0);
        int pairs = kernels.size() * (kernels.size() - 1) / 2;
        double critical = Correlation.critical(n, pairs, alpha);
        for (Draws kernel : kernels) {
            String fault = SampleCheck.unfit(kernel.sample());
            if (!fault.isEmpty()) {
                return Verdict.impossible("N = " + n + " of each of " + kernels.size() + " kernels; " + fault, alpha);
            }
        }
        List<double[]> x = kernels.stream()
                .map(kernel -> Correlation.transform(Arrays.copyOf(kernel.sample(), n), kernel.law()::cdf))
                .toList();
        double worst = 0;
        for (int i = 0; i < x.size(); i++) {
            for (int j = 0; j < i; j++) {
                worst = Math.max(worst, Correlation.cross(x.get(i), x.get(j)));
            }
        }
        String detail = "N = " + n + " of each of " + x.size() + " kernels";
        return Verdict.atMost(worst, critical, "|rho|", detail, alpha)
                .detecting(Correlation.detectable(n, pairs, alpha), "correlation of two layers");
    }
}
