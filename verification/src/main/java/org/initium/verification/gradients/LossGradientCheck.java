// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.gradients;

import static org.initium.verification.gradients.GradientComparison.FLOAT_ROUNDING;
import static org.initium.verification.gradients.GradientComparison.HIGHER_ORDER;
import static org.initium.verification.gradients.GradientComparison.toDouble;

import org.initium.verification.checks.Verdict;

/** The gradient of a mean loss with respect to the network's outputs. */
public final class LossGradientCheck {
    /** The check's name in reports. */
    public static final String NAME = GradientComparison.NAME;

    /** The name in reports of the slope of the Taylor remainder. */
    public static final String SLOPE_NAME = TaylorRemainder.NAME;

    /** Bound of the third derivatives: {@code p (1 - p) (1 - 2 p)} is below 0.1 for the crossentropies, and 0 for squares. */
    private static final double THIRD = 0.1;

    /** Roundings in one term of {@link ReferenceNetwork#loss}. */
    private static final int ROUNDINGS = 16;

    private LossGradientCheck() {}

    /** A loss as the engine has it: fills dz (batch, outputs) from z (batch, outputs) and the targets. */
    @FunctionalInterface
    public interface Gradient {
        /** Overwrites {@code dz} with the gradient of the mean loss. */
        void evaluate(int batch, int outputs, float[] z, float[] targets, float[] dz);
    }

    /**
     * The verdict on a loss.
     *
     * <p>The engine rounds the exponentials of a softmax to float, which puts one rounding on each probability, and the
     * result; everything else it does in double precision.
     *
     * @param name Keras's
     * @param loss the engine's gradient
     * @param z (batch, outputs), at most 8 in magnitude
     * @param targets classes for a sparse loss, otherwise (batch, outputs) from 0 to 1
     * @throws IllegalArgumentException if there is no reference for the name
     */
    public static Verdict check(String name, Gradient loss, int batch, int outputs, float[] z, float[] targets) {
        float[] dz = new float[batch * outputs];
        loss.evaluate(batch, outputs, z, targets, dz);

        double[] point = toDouble(z);
        double[] wanted = toDouble(targets);
        double[] numeric =
                CentralDifference.gradient(v -> ReferenceNetwork.loss(name, batch, outputs, v, wanted), point);

        boolean softmax = name.endsWith("categorical_crossentropy");
        boolean sparse = name.startsWith("sparse");
        double[] p = ReferenceNetwork.activation("softmax", batch, outputs, point);
        double value = ReferenceNetwork.loss(name, batch, outputs, point, wanted);
        double[] tolerance = new double[z.length];
        for (int i = 0; i < tolerance.length; i++) {
            double weight = 0;
            for (int j = 0; j < outputs; j++) {
                weight += sparse ? 1.0 / outputs : wanted[i / outputs * outputs + j];
            }
            double condition = Math.abs(numeric[i]) + (softmax ? weight * p[i] / batch : 0);
            // Terms of a crossentropy are differences of figures that may each be as large as the outputs.
            double magnitude = value + 8;
            tolerance[i] = HIGHER_ORDER * FLOAT_ROUNDING * condition
                    + CentralDifference.error(z.length + ROUNDINGS, magnitude, THIRD * (1 + weight), point[i]);
        }
        return GradientComparison.compare(dz, numeric, tolerance);
    }

    /**
     * The slope of the Taylor remainder.
     *
     * @param name Keras's
     * @param loss the engine's gradient
     * @param z (batch, outputs), at most 8 in magnitude
     * @param targets classes for a sparse loss, otherwise (batch, outputs) from 0 to 1
     * @throws IllegalArgumentException if there is no reference for the name
     */
    public static Verdict slope(String name, Gradient loss, int batch, int outputs, float[] z, float[] targets) {
        float[] dz = new float[batch * outputs];
        loss.evaluate(batch, outputs, z, targets, dz);
        double[] wanted = toDouble(targets);
        return TaylorRemainder.ofALayer(v -> ReferenceNetwork.loss(name, batch, outputs, v, wanted), toDouble(z), dz);
    }
}
