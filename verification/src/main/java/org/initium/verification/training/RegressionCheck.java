// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.training;

import org.initium.random.Key;
import org.initium.verification.checks.Verdict;

/**
 * Gradient descent on a linear model follows its closed form, {@link RegressionProblem}, step by step: the whole chain of forward
 * pass, loss, gradients and update, to the rounding of floats.
 *
 * <p>With E the length of the rounding error so far, g the {@link RegressionProblem#growth} and e the error of one step, {@code E
 * g + e} bounds it after the next, for the path is linear in the weights.
 */
public final class RegressionCheck {
    /** The check's name in reports. */
    public static final String NAME = "linear_regression";

    /** Samples and features: small, odd and different, no multiples of a vector. */
    private static final int SAMPLES = 23;

    private static final int FEATURES = 5;

    private RegressionCheck() {}

    /**
     * The verdict on one path.
     *
     * @param regression on trial
     * @param share the learning rate as a share of that from which descent diverges; above 0, and above 1 too
     * @param steps 1 or more
     * @param key of the samples
     * @throws IllegalArgumentException if the share or the steps are out of range
     */
    public static Verdict check(Regression regression, double share, int steps, Key key) {
        if (!(share > 0 && share < Double.POSITIVE_INFINITY) || steps < 1) {
            throw new IllegalArgumentException(
                    "share is " + share + " and steps is " + steps + ", expected a number above 0 and 1 or more");
        }
        RegressionProblem problem = problem(key);
        double rate = share * problem.criticalRate();
        float[][] found = problem.descend(regression, rate, steps);
        double growth = problem.growth(rate);
        double error = 0;
        double worst = 0;
        int worstStep = 0;
        double detectable = Double.POSITIVE_INFINITY;
        double[] w = new double[FEATURES + 1];
        for (int k = 1; k <= steps; k++) {
            error = growth * error + problem.stepError(w, rate);
            w = problem.path(rate, k);
            double bound = Rounding.HIGHER_ORDER * error;
            double ratio = distance(found[k - 1], w) / bound;
            // Written so that a NaN wins and stays.
            if (!(ratio <= worst) && !Double.isNaN(worst)) {
                worst = ratio;
                worstStep = k;
            }
            detectable = Math.min(detectable, 2 * bound / problem.sensitivity(rate, k));
        }
        String detail = "N = " + steps + " steps at " + share + " of the largest rate; the worst is step " + worstStep;
        return Verdict.atMost(worst, 1, "error in units of its bound", detail, 0)
                .detecting(detectable, "relative error of the rate or of all gradients");
    }

    static RegressionProblem problem(Key key) {
        return new RegressionProblem(SAMPLES, FEATURES, key);
    }

    private static double distance(float[] found, double[] expected) {
        double sum = 0;
        for (int j = 0; j < expected.length; j++) {
            double d = found[j] - expected[j];
            sum += d * d;
        }
        return Math.sqrt(sum);
    }
}
