// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.training;

import org.initium.random.Key;
import org.initium.verification.checks.Verdict;

/**
 * Gradient descent on a linear model diverges from a rate of 2 over the largest eigenvalue on, and not below: Y. LeCun, L. Bottou, G.
 * B. Orr, K.-R. Mueller (1998), "Efficient BackProp", section 5.1. The error along that eigenvector is multiplied by {@code 1 - r
 * l} at each step, so a thousandth below the threshold it shrinks, in 1,000 steps to 13 %, and a thousandth above it grows to seven
 * times its size. The factor 2 of the mean squared error's gradient, its average over the samples and the rate all take part.
 */
public final class DivergenceCheck {
    /** The check's name in reports. */
    public static final String NAME = "divergence_threshold";

    /** How far from the threshold the two rates are. */
    private static final double MARGIN = 1e-3;

    private static final int STEPS = 1000;

    private DivergenceCheck() {}

    /**
     * The verdict on both rates.
     *
     * @param regression on trial
     * @param key of the samples
     */
    public static Verdict check(Regression regression, Key key) {
        RegressionProblem problem = RegressionCheck.problem(key);
        double below = factor(problem, regression, 1 - MARGIN);
        double above = factor(problem, regression, 1 + MARGIN);
        long wrong = (below < 1 ? 0 : 1) + (above > 1 ? 0 : 1);
        String detail = "N = " + STEPS + " steps at " + MARGIN
                + " below and above the largest rate; the error is multiplied by " + below + " and " + above;
        return Verdict.atMost(wrong, 0, "rates on the wrong side of the threshold", detail, 0)
                .detecting(detectable(), "relative error of the rate or of all gradients");
    }

    /** The relative error of the rate, or of all gradients, from which on one of the two rates is on the other side. */
    public static double detectable() {
        return MARGIN / (1 - MARGIN);
    }

    private static double factor(RegressionProblem problem, Regression regression, double share) {
        float[][] path = problem.descend(regression, share * problem.criticalRate(), STEPS);
        return Math.abs(problem.leadingError(path[STEPS - 1]) / problem.leadingErrorAtStart());
    }
}
