// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.gradients;

import java.util.Arrays;
import org.initium.verification.checks.Verdict;

/** What the gradient checks share: the error in units of its bound, and the arithmetic of bounds. */
final class GradientComparison {
    /** The name of these checks in reports. */
    static final String NAME = "gradient";

    /** Relative error of one rounding to float. */
    static final double FLOAT_ROUNDING = 0x1p-24;

    /** The conditions are first order; this covers the products of two rounding errors, some 2^-24 of the first. */
    static final double HIGHER_ORDER = 1.01;

    private GradientComparison() {}

    /** {@code k u / (1 - k u)}: relative error of k roundings to float. */
    static double gamma(int k) {
        return k * FLOAT_ROUNDING / (1 - k * FLOAT_ROUNDING);
    }

    /**
     * Compares a gradient, component by component.
     *
     * @param analytic the engine's
     * @param numeric the reference's
     * @param tolerance the largest difference that rounding explains, above 0
     */
    static Verdict compare(float[] analytic, double[] numeric, double[] tolerance) {
        double largest = 0;
        int worst = 0;
        for (int i = 0; i < numeric.length; i++) {
            double ratio = Math.abs(analytic[i] - numeric[i]) / tolerance[i];
            // Written so that a NaN wins and stays.
            if (!(ratio <= largest) && !Double.isNaN(largest)) {
                largest = ratio;
                worst = i;
            }
        }
        String detail = "N = " + numeric.length + " partial derivatives; the worst is number " + worst + ", "
                + analytic[worst] + " against " + numeric[worst] + " by central differences, tolerance "
                + tolerance[worst];
        double widest = Arrays.stream(tolerance).max().orElse(0);
        double scale = Arrays.stream(numeric).map(Math::abs).max().orElse(0);
        // A right derivative may be off by its tolerance the other way.
        return Verdict.atMost(largest, 1, "error in units of its bound", detail, 0)
                .detecting(2 * widest / scale, "of the largest partial derivative, the error of any one");
    }

    static double[] toDouble(float[] x) {
        double[] wide = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            wide[i] = x[i];
        }
        return wide;
    }

    /** Inner product: the linear functional of an output whose gradient with respect to it is {@code dy}. */
    static double dot(double[] dy, double[] y) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += dy[i] * y[i];
        }
        return sum;
    }

    static double[] absolute(double[] x) {
        double[] magnitudes = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            magnitudes[i] = Math.abs(x[i]);
        }
        return magnitudes;
    }

    static double sumOfMagnitudes(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += Math.abs(value);
        }
        return sum;
    }
}
