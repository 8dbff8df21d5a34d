// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.gradients;

import java.util.function.ToDoubleFunction;

/**
 * Derivatives by central differences, {@code (f(x + h) - f(x - h)) / 2h}, with a bound of their error.
 *
 * <p>The error of the quotient is {@code h^2 |f'''| / 6} from the series and, if f is computed to within e, up to
 * {@code e / h} from rounding. Their sum is least about {@code h = (3 e)^(1/3)}, which is 8.7e-6 for {@code e = 2^-52}: W. H.
 * Press et al. (2007), "Numerical Recipes", 3rd edition, section 5.7.
 */
final class CentralDifference {
    /** Step for arguments up to 1 in magnitude; it grows with larger ones. */
    static final double STEP = 8.7e-6;

    private static final double DOUBLE_ROUNDING = 0x1p-53;

    private CentralDifference() {}

    /** The partial derivatives of {@code f} at a point, which is left as it is. */
    static double[] gradient(ToDoubleFunction<double[]> f, double[] point) {
        double[] x = point.clone();
        double[] gradient = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double h = STEP * Math.max(1, Math.abs(point[i]));
            double up = point[i] + h;
            double down = point[i] - h;
            x[i] = up;
            double above = f.applyAsDouble(x);
            x[i] = down;
            double below = f.applyAsDouble(x);
            x[i] = point[i];
            // The step that was taken, not the one that was meant: up and down are rounded.
            gradient[i] = (above - below) / (up - down);
        }
        return gradient;
    }

    /**
     * Bound of the error of one partial derivative.
     *
     * @param operations roundings on the longest way through {@code f}
     * @param magnitude sum of the absolute values of the terms of {@code f}
     * @param third bound of the third derivative
     * @param x the coordinate
     */
    static double error(int operations, double magnitude, double third, double x) {
        double step = STEP * Math.max(1, Math.abs(x));
        return operations * DOUBLE_ROUNDING * magnitude / step + step * step / 6 * third;
    }
}
