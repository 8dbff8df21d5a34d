// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.gradients;

import java.util.function.ToDoubleFunction;
import org.initium.verification.checks.Verdict;

/**
 * How fast {@code |f(x + h v) - f(x) - h g v|} falls with h: as h^2 if g is the gradient of f at x, as h if it is not.
 *
 * <p>The slope of the logarithm is taken over each of the three decades from {@code h = 1e-2} to {@code 1e-5} and must be 2.00
 * within 0.05 in each; no threshold on h is needed. The direction is that of the gradient's signs, so that the terms of {@code g
 * v} add up; where derivatives are 0, to the right and to the left in turn, for a softmax
 * does not see all of its inputs move alike.
 *
 * <p>Of a right gradient the remainder is {@code c h^2}; an error of {@code g v}, relative d, adds {@code d g v h}, which turns the
 * slope of the last decade by 0.05 once {@code d g v} is {@code 1.4e-6 c}. So what is found depends on the curvature c. Here it is
 * chosen: {@code K |x - x0|^2 / 2} about the point is added to f, which changes no gradient, with the K that makes c such that
 * the d that is asked for is sure to be found. This also gives functions a curvature that are linear, as every layer's sums are.
 *
 * <p>The right remainder is off by the third derivatives, which add h times their share of it, some 2 % at 1e-2 and so 0.01 of
 * slope; by the rounding of f to 2^-53 of itself, some 1e-15 where the remainder is 1e-10 and more; and by the rounding of a
 * gradient to float, 6e-8 of what may be 1e-6.
 */
final class TaylorRemainder {
    /** The name of these checks in reports. */
    static final String NAME = "taylor_slope";

    /** The relative error of {@code g v} that is found in the gradient of one layer, sixteen roundings. */
    static final double OF_A_LAYER = 1e-6;

    private static final double[] STEPS = {1e-2, 1e-3, 1e-4, 1e-5};
    private static final double LEAST_STEP = 1e-5;
    private static final double SLOPE = 2;
    private static final double TOLERANCE = 0.05;

    private final ToDoubleFunction<double[]> f;
    private final double[] point;
    private final float[] gradient;
    private final double reach;

    /**
     * Of a function at a point.
     *
     * @param f three times differentiable within {@code reach / 100} of the point in each coordinate
     * @param gradient the engine's, at the point
     * @param reach the size of the direction's components
     */
    TaylorRemainder(ToDoubleFunction<double[]> f, double[] point, float[] gradient, double reach) {
        this.f = f;
        this.point = point;
        this.gradient = gradient;
        this.reach = reach;
    }

    /** The verdict on the gradient of one layer. */
    static Verdict ofALayer(ToDoubleFunction<double[]> f, double[] point, float[] gradient) {
        return new TaylorRemainder(f, point, gradient, 1).verdict(OF_A_LAYER);
    }

    /**
     * The verdict.
     *
     * @param detectable the relative error of {@code g v} that is to be found for sure; a float's rounding, and more where it is
     *     larger, must be some ten times less
     */
    Verdict verdict(double detectable) {
        double slope = 0;
        for (float derivative : gradient) {
            slope += reach * Math.abs((double) derivative);
        }
        double base = f.applyAsDouble(point);
        // c less f's own part of it, by the second difference.
        double h = STEPS[1];
        double own = (along(h) - 2 * base + along(-h)) / (2 * h * h);
        double added = curvature(detectable, slope) - own;

        double[] remainders = new double[STEPS.length];
        for (int s = 0; s < STEPS.length; s++) {
            double step = STEPS[s];
            remainders[s] = along(step) - base + added * step * step - step * slope;
        }
        double worst = 0;
        StringBuilder orders = new StringBuilder();
        for (int s = 1; s < STEPS.length; s++) {
            double fall = StrictMath.log(Math.abs(remainders[s - 1] / remainders[s]));
            double order = fall / StrictMath.log(STEPS[s - 1] / STEPS[s]);
            worst = Math.max(worst, Math.abs(order - SLOPE));
            orders.append(s == 1 ? "" : ", ").append(order);
        }
        String detail =
                "N = " + gradient.length + " partial derivatives; slopes " + orders + " by decades from h = 0.01 down";
        return Verdict.atMost(worst, TOLERANCE, "slope off 2", detail, 0)
                .detecting(detectable, "relative error of the derivative along the gradient's signs");
    }

    /** f at {@code x + h v}. */
    private double along(double h) {
        double[] x = new double[point.length];
        for (int i = 0; i < x.length; i++) {
            boolean left = gradient[i] < 0 || gradient[i] == 0 && i % 2 == 1;
            x[i] = point[i] + (left ? -h : h) * reach;
        }
        return f.applyAsDouble(x);
    }

    /**
     * The c with which an error d of {@code g v} is found. With h the least step and {@code r = d g v / c h}, the slope of the
     * last decade is {@code log10((100 + 10 r) / (1 + r))}, which is 0.05 below 2 at {@code r = (10^0.05 - 1) / (1 - 10^-0.95)
     * = 0.137}, and above it at a smaller -r. It is taken twice, once for what a right remainder may be off the other way.
     */
    private static double curvature(double detectable, double slope) {
        double tenth = StrictMath.pow(10, TOLERANCE);
        double r = 2 * (tenth - 1) / (1 - tenth / 10);
        return detectable * slope / (r * LEAST_STEP);
    }
}
