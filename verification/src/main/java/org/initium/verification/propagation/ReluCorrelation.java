// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Two signals in one unit with normal weights and a rectifier: with g and g' standard normal of correlation c, {@code X = 2 g g'}
 * where both are positive and 0 elsewhere.
 *
 * <p>In polar coordinates {@code X = 4 e h(angle)}, with e exponential, the angle uniform and {@code h = cos(angle) cos(angle -
 * theta)} for {@code c = cos(theta)}: both are positive in a sector of {@code pi - theta}. So {@code E exp(t X)} is 1 outside the
 * sector and the average of {@code 1 / (1 - 4 t h)} inside.
 */
final class ReluCorrelation {
    /**
     * Gauss and Legendre's nodes over the sector. At the rates that a gate uses, t is below 1/10 and the integrand analytic well
     * around the sector; the tests compare with twice as many.
     */
    static final int NODES = 48;

    private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();

    private ReluCorrelation() {}

    /**
     * E X, which is the correlation after the layer: {@code (sqrt(1 - c^2) + (pi - acos c) c) / pi}. Y. Cho, L. K. Saul (2009),
     * "Kernel Methods for Deep Learning", NeurIPS, equation 6 (of order 1).
     */
    static double next(double c) {
        return (Math.sqrt((1 - c) * (1 + c)) + (Math.PI - StrictMath.acos(c)) * c) / Math.PI;
    }

    /** log E exp(t (X - E X)); infinite where it does not exist. */
    static double cgf(double c, double t) {
        return cgf(c, t, NODES);
    }

    static double cgf(double c, double t, int nodes) {
        double theta = StrictMath.acos(c);
        // h is largest in the middle of the sector, where both angles are theta / 2.
        if (4 * t * (1 + c) / 2 >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        GaussIntegrator rule = RULES.legendre(nodes, theta - Math.PI / 2, Math.PI / 2);
        double excess = rule.integrate(angle -> {
            double x = 4 * t * StrictMath.cos(angle) * StrictMath.cos(angle - theta);
            return x / (1 - x);
        });
        return StrictMath.log1p(excess / (2 * Math.PI)) - t * next(c);
    }
}
