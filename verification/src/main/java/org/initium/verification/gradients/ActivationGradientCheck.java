// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.gradients;

import static org.initium.verification.gradients.GradientComparison.FLOAT_ROUNDING;
import static org.initium.verification.gradients.GradientComparison.HIGHER_ORDER;
import static org.initium.verification.gradients.GradientComparison.dot;
import static org.initium.verification.gradients.GradientComparison.sumOfMagnitudes;
import static org.initium.verification.gradients.GradientComparison.toDouble;

import org.initium.nn.Layer;
import org.initium.verification.checks.Verdict;

/** The gradient of an activation with respect to its input. */
public final class ActivationGradientCheck {
    /** The check's name in reports. */
    public static final String NAME = GradientComparison.NAME;

    /** The name in reports of the slope of the Taylor remainder. */
    public static final String SLOPE_NAME = TaylorRemainder.NAME;

    /**
     * Bound of the third derivatives: that of tanh is at most 2 (at 0), of the logistic function and of each output of
     * softmax 1/8, of GELU, {@code phi(x) (x^3 - 4 x)}, below 1.
     */
    private static final double THIRD = 2;

    /** Roundings in one activation of {@link ReferenceNetwork}: erfc's 1e-15 is 9 of 2^-53, the rest are fewer. */
    private static final int ROUNDINGS = 16;

    private ActivationGradientCheck() {}

    /**
     * The verdict on an activation.
     *
     * @param name Keras's
     * @param layer the activation as the engine has it
     * @param batch number of samples
     * @param x (batch, columns), each further than 1e-4 from 0, where the ReLUs have a kink, and at most 8 in magnitude
     * @param dy (batch, columns), gradient with respect to the output
     * @throws IllegalArgumentException if there is no reference for the name
     */
    public static Verdict check(String name, Layer layer, int batch, float[] x, float[] dy) {
        int columns = layer.inputSize();
        float[] dx = inputGradient(layer, batch, x, dy);

        double[] point = toDouble(x);
        double[] cotangent = toDouble(dy);
        double[] output = ReferenceNetwork.activation(name, batch, columns, point);
        double[] numeric = CentralDifference.gradient(
                v -> dot(cotangent, ReferenceNetwork.activation(name, batch, columns, v)), point);

        double weight = sumOfMagnitudes(cotangent);
        double all = 0;
        for (int i = 0; i < output.length; i++) {
            all += Math.abs(cotangent[i]) * Math.max(1, Math.abs(output[i]));
        }
        double[] tolerance = new double[x.length];
        for (int i = 0; i < tolerance.length; i++) {
            double condition = condition(name, columns, i, output, cotangent, numeric[i]);
            tolerance[i] = HIGHER_ORDER * FLOAT_ROUNDING * condition
                    + CentralDifference.error(x.length + ROUNDINGS, all, THIRD * weight, point[i]);
        }
        return GradientComparison.compare(dx, numeric, tolerance);
    }

    /**
     * The slope of the Taylor remainder.
     *
     * @param name Keras's
     * @param layer the activation as the engine has it
     * @param batch number of samples
     * @param x (batch, columns), each further than 0.01 from 0, where the ReLUs have a kink
     * @param dy (batch, columns), gradient with respect to the output
     * @throws IllegalArgumentException if there is no reference for the name
     */
    public static Verdict slope(String name, Layer layer, int batch, float[] x, float[] dy) {
        int columns = layer.inputSize();
        double[] cotangent = toDouble(dy);
        return TaylorRemainder.ofALayer(
                v -> dot(cotangent, ReferenceNetwork.activation(name, batch, columns, v)),
                toDouble(x),
                inputGradient(layer, batch, x, dy));
    }

    private static float[] inputGradient(Layer layer, int batch, float[] x, float[] dy) {
        float[] y = new float[x.length];
        float[] dx = new float[x.length];
        layer.forward(batch, x, y);
        layer.backward(batch, x, y, dy, dx);
        return dx;
    }

    /** The first-order error of the engine's formula in units of a rounding; y has one, softmax's two. */
    private static double condition(String name, int columns, int i, double[] y, double[] dy, double dx) {
        double result = Math.abs(dx);
        return switch (name) {
            // A slope that is rounded, times dy.
            case "linear", "relu", "leaky_relu" -> 2 * result;
            // In double precision until the end.
            case "gelu" -> result;
            // dy (1 - y^2): an error d in y makes 2 y d, where d is y roundings.
            case "tanh" -> Math.abs(dy[i]) * 2 * y[i] * y[i] + result;
            // dy (y (1 - y)): an error d in y makes (1 - 2 y) d.
            case "sigmoid" -> Math.abs(dy[i] * y[i] * (1 - 2 * y[i])) + result;
            // y_i (dy_i - sum_k dy_k y_k): two roundings in y_i and in each y_k, one at the end.
            case "softmax" -> {
                double sum = 0;
                for (int k = i / columns * columns; k < i / columns * columns + columns; k++) {
                    sum += Math.abs(dy[k] * y[k]);
                }
                yield 3 * result + 2 * y[i] * sum;
            }
            default -> throw new IllegalArgumentException("no error bound for activation '" + name + "'");
        };
    }
}
