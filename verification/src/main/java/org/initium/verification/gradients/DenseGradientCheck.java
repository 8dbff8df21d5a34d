// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.gradients;

import static org.initium.verification.gradients.GradientComparison.absolute;
import static org.initium.verification.gradients.GradientComparison.dot;
import static org.initium.verification.gradients.GradientComparison.gamma;
import static org.initium.verification.gradients.GradientComparison.toDouble;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.initium.nn.Layer;
import org.initium.verification.checks.Verdict;

/**
 * The gradients of a dense layer, {@code y = x W + b}, with respect to kernel, bias and input.
 *
 * <p>Each component is a sum of k products, so the engine's float is within {@code gamma(k + 1)} of the sum of their
 * magnitudes, in whatever order and with or without fused multiply-add.
 */
public final class DenseGradientCheck {
    /** The check's name in reports. */
    public static final String NAME = GradientComparison.NAME;

    /** The name in reports of the slopes of Taylor remainders. */
    public static final String SLOPE_NAME = TaylorRemainder.NAME;

    private final Layer layer;
    private final int batch;
    private final int in;
    private final int out;
    private final float[] input;
    private final double[] x;
    private final double[] w;
    private final double[] b;
    private final double[] dy;
    private final float[] dx;

    /**
     * Runs the layer forward and backward once.
     *
     * @param layer with the parameters kernel (in, out) and bias (out)
     * @param batch number of samples
     * @param x (batch, in)
     * @param dy (batch, out), gradient with respect to the output
     */
    public DenseGradientCheck(Layer layer, int batch, float[] x, float[] dy) {
        this.layer = layer;
        this.batch = batch;
        this.in = layer.inputSize();
        this.out = layer.outputSize();
        this.input = x;
        this.x = toDouble(x);
        this.w = toDouble(layer.parameters().get(0).value());
        this.b = toDouble(layer.parameters().get(1).value());
        this.dy = toDouble(dy);
        this.dx = new float[batch * in];
        float[] y = new float[batch * out];
        layer.forward(batch, input, y);
        layer.backward(batch, input, y, dy, dx);
    }

    /** The verdict on the gradient with respect to the kernel: sums over the batch of {@code x dy}. */
    public Verdict kernel() {
        double[] magnitudes = new double[in * out];
        for (int i = 0; i < batch * out; i++) {
            for (int k = 0; k < in; k++) {
                magnitudes[k * out + i % out] += Math.abs(x[i / out * in + k] * dy[i]);
            }
        }
        return compare(layer.parameters().get(0).grad(), v -> value(x, v, b), w, magnitudes, batch);
    }

    /** The slope of the Taylor remainder with respect to the kernel. */
    public Verdict kernelSlope() {
        return TaylorRemainder.ofALayer(
                v -> value(x, v, b), w, layer.parameters().get(0).grad());
    }

    /** The slope of the Taylor remainder with respect to the bias. */
    public Verdict biasSlope() {
        return TaylorRemainder.ofALayer(
                v -> value(x, w, v), b, layer.parameters().get(1).grad());
    }

    /** The slope of the Taylor remainder with respect to the input. */
    public Verdict inputSlope() {
        return TaylorRemainder.ofALayer(v -> value(v, w, b), x, dx);
    }

    /** The verdict on the gradient with respect to the bias: sums over the batch of {@code dy}. */
    public Verdict bias() {
        double[] magnitudes = new double[out];
        for (int i = 0; i < batch * out; i++) {
            magnitudes[i % out] += Math.abs(dy[i]);
        }
        return compare(layer.parameters().get(1).grad(), v -> value(x, w, v), b, magnitudes, batch);
    }

    /** The verdict on the gradient with respect to the input: sums over the outputs of {@code dy W}. */
    public Verdict input() {
        double[] magnitudes = new double[batch * in];
        for (int i = 0; i < batch * in; i++) {
            for (int j = 0; j < out; j++) {
                magnitudes[i] += Math.abs(dy[i / in * out + j] * w[i % in * out + j]);
            }
        }
        return compare(dx, v -> value(v, w, b), x, magnitudes, out);
    }

    private double value(double[] x, double[] w, double[] b) {
        return dot(dy, ReferenceNetwork.dense(batch, in, out, x, w, b));
    }

    private Verdict compare(
            float[] analytic, ToDoubleFunction<double[]> f, double[] point, double[] magnitudes, int terms) {
        // The functional is linear in each argument, so the difference quotient errs by rounding alone.
        double all = dot(absolute(dy), ReferenceNetwork.dense(batch, in, out, absolute(x), absolute(w), absolute(b)));
        int operations = 2 * in + 2 * batch * out;
        double[] tolerance = new double[point.length];
        Arrays.setAll(
                tolerance,
                i -> gamma(terms + 1) * magnitudes[i] + CentralDifference.error(operations, all, 0, point[i]));
        return GradientComparison.compare(analytic, CentralDifference.gradient(f, point), tolerance);
    }
}
