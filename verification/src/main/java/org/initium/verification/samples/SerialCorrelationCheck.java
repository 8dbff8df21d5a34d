// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import org.initium.verification.checks.Verdict;
import org.initium.verification.stats.Correlation;

/** An element says nothing of the 64 that follow it: {@link Correlation}, lag by lag, which reaches over a chunk of normals. */
public record SerialCorrelationCheck() implements SampleCheck {
    private static final int LAGS = 64;

    @Override
    public String name() {
        return "serial_correlation";
    }

    @Override
    public boolean statistical() {
        return true;
    }

    @Override
    public Verdict judge(Draws draws, double alpha) {
        float[] sample = draws.sample();
        long products = sample.length - LAGS;
        double largest = Correlation.serial(draws.centred(), LAGS);
        double critical = Correlation.critical(products, LAGS, alpha);
        return Verdict.atMost(largest, critical, "|rho|", "N = " + sample.length + ", lags 1 to " + LAGS, alpha)
                .detecting(Correlation.detectable(products, LAGS, alpha), "correlation at one lag");
    }
}
