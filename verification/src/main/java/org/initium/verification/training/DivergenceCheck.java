// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.training;

import org.initium.random.Key;
import org.initium.verification.checks.Verdict;

/**
 * Gradient descent on a linear model diverges from a rate of 2 over the largest eigenvalue on, and not below: Y. LeCun, L. Bottou, G.
 * B. Orr, K.-R. Mueller (1998), "Efficient BackProp", section 5.1. The error along that eigenvector is multiplied by {@code 1 - r
 * l} at each step, so a thousandth below the threshold it shrinks, in 1,000 steps to 13 %, and a thousandth above it grows to seven
 * times its size. The factor 2 of the mean squared error's gradient, its average over the samples and the rate all take part.
 *
 * <p>Nearer to the threshold, rounding decides. With s the error along the eigenvector at the start and e a bound of what one step
 * rounds, after k steps at 1 + d of the largest rate it is at least {@code (1 + 2 d)^k s} less {@code e ((1 + 2 d)^k - 1) / 2 d}, the
 * sum of all roundings, each of which has grown since. So it has grown if {@code d > e / 2 s}; and at 1 - d it has shrunk likewise.
 * Samples for which rounding takes more than a tenth of the distance of the rates are not used: s happens to be small there.
 */
public final class DivergenceCheck {
    /** The check's name in reports. */
    public static final String NAME = "divergence_threshold";

    /** How far from the threshold the two rates are. */
    private static final double MARGIN = 1e-3;

    private static final int STEPS = 1000;

    /** Of the distance of the rates, what rounding may take. */
    private static final double ROUNDING = 0.1;

    private DivergenceCheck() {}

    /**
     * The verdict on both rates.
     *
     * @param regression on trial
     * @param key of the samples
     */
    public static Verdict check(Regression regression, Key key) {
        RegressionProblem problem = problem(key);
        double below = factor(problem, regression, 1 - MARGIN);
        double above = factor(problem, regression, 1 + MARGIN);
        long wrong = (below < 1 ? 0 : 1) + (above > 1 ? 0 : 1);
        String detail = "N = " + STEPS + " steps at " + MARGIN
                + " below and above the largest rate; the error is multiplied by " + below + " and " + above;
        return Verdict.atMost(wrong, 0, "rates on the wrong side of the threshold", detail, 0)
                .detecting(detectable(problem), "relative error of the rate or of all gradients");
    }

    /** The first problem of a key, or of its children, that rounding leaves alone. */
    static RegressionProblem problem(Key key) {
        RegressionProblem problem = RegressionCheck.problem(key);
        for (long child = 0; rounding(problem) > ROUNDING * MARGIN; child++) {
            problem = RegressionCheck.problem(key.child(child));
        }
        return problem;
    }

    /**
     * The relative error of the rate, or of all gradients, with which one of the two rates is on the other side for sure: it makes
     * {@code (1 - m) (1 + d)}, or {@code (1 + m) (1 - d)} on the other side, which needs less, differ from 1 by the {@link #rounding}.
     */
    static double detectable(RegressionProblem problem) {
        return (MARGIN + rounding(problem)) / (1 - MARGIN);
    }

    /**
     * How near to the threshold rounding decides: {@code e / 2 s} with the largest error of a step on the path at the threshold, and
     * that twice: at a tenth of the distance of the rates the weights are {@code (1 + 2e-4)^1000 = 1.22} times as far from where
     * they should end, and a step's error is no more than in proportion.
     */
    private static double rounding(RegressionProblem problem) {
        double rate = problem.criticalRate();
        double largest = 0;
        for (int k = 0; k < STEPS; k++) {
            largest = Math.max(largest, problem.stepError(problem.path(rate, k), rate));
        }
        return largest / Math.abs(problem.leadingErrorAtStart());
    }

    private static double factor(RegressionProblem problem, Regression regression, double share) {
        float[][] path = problem.descend(regression, share * problem.criticalRate(), STEPS);
        return Math.abs(problem.leadingError(path[STEPS - 1]) / problem.leadingErrorAtStart());
    }
}
