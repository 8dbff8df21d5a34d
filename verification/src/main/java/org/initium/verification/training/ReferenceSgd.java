// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.training;

import java.util.Arrays;
import org.initium.nn.SgdConfig;

/**
 * {@code keras.optimizers.SGD} of Keras 3 by its formulas in double precision, one update after the other, with a bound of what an
 * implementation in floats may be off: each product, each sum and each setting rounded once, whichever are fused.
 *
 * <pre>{@code
 * w -= w * weight_decay * lr
 * w -= g * lr                                       without momentum
 * m  = m * momentum - g * lr;  w += m               with momentum
 * m  = m * momentum - g * lr;  w += m * momentum - g * lr   with Nesterov's
 * }</pre>
 *
 * <p>keras/src/optimizers/sgd.py, {@code update_step}; base_optimizer.py, {@code _apply_weight_decay} and {@code
 * _clip_gradients}: a gradient whose norm is above the bound is scaled to it, and a clipped value goes no further than its bound.
 */
final class ReferenceSgd {
    private static final double U = Rounding.UNIT;

    private final SgdConfig config;
    private final double[][] w;
    private final double[][] m;
    private final double[][] errorOfW;
    private final double[][] errorOfM;
    private long updates;

    /** At rest, with these values of the parameters, which are exact. */
    ReferenceSgd(SgdConfig config, float[][] values) {
        this.config = config;
        this.w = new double[values.length][];
        this.m = new double[values.length][];
        this.errorOfW = new double[values.length][];
        this.errorOfM = new double[values.length][];
        for (int p = 0; p < values.length; p++) {
            w[p] = new double[values[p].length];
            for (int i = 0; i < w[p].length; i++) {
                w[p][i] = values[p][i];
            }
            m[p] = new double[w[p].length];
            errorOfW[p] = new double[w[p].length];
            errorOfM[p] = new double[w[p].length];
        }
    }

    /** Values of a parameter. */
    double[] values(int parameter) {
        return w[parameter];
    }

    /** How far an implementation in floats may be off them. */
    double[] errors(int parameter) {
        return errorOfW[parameter];
    }

    /** Makes one update from the gradients of all parameters. */
    void step(float[][] gradients) {
        double lr = config.learningRate().at(updates);
        double all = Math.sqrt(
                Arrays.stream(gradients).mapToDouble(ReferenceSgd::square).sum());
        int elements = Arrays.stream(gradients).mapToInt(g -> g.length).sum();
        for (int p = 0; p < w.length; p++) {
            double factor = 1;
            double relative = 0;
            if (config.clipnorm() > 0) {
                factor = Math.min(1, config.clipnorm() / Math.sqrt(square(gradients[p])));
                relative = normError(gradients[p].length);
            } else if (config.globalClipnorm() > 0) {
                factor = Math.min(1, config.globalClipnorm() / all);
                relative = normError(elements);
            }
            for (int i = 0; i < w[p].length; i++) {
                double g = gradients[p][i] * factor;
                if (config.clipvalue() > 0) {
                    g = Math.max(-config.clipvalue(), Math.min(config.clipvalue(), g));
                    relative = U; // Of the bound, as a float.
                }
                move(p, i, lr, g, relative * Math.abs(g));
            }
        }
        updates++;
    }

    private void move(int p, int i, double lr, double g, double errorOfG) {
        double decayed = w[p][i] * config.weightDecay() * lr;
        double x = w[p][i] - decayed;
        double errorOfX = errorOfW[p][i];
        if (decayed != 0) {
            errorOfX += U * (4 * Math.abs(decayed) + Math.abs(x));
        }
        double step = lr * g;
        double errorOfStep = lr * errorOfG + 2 * U * Math.abs(step);
        if (config.momentum() == 0) {
            w[p][i] = x - step;
            errorOfW[p][i] = errorOfX + errorOfStep + U * Math.abs(w[p][i]);
            return;
        }
        double mu = config.momentum();
        double kept = mu * m[p][i];
        m[p][i] = kept - step;
        errorOfM[p][i] = mu * errorOfM[p][i] + 2 * U * Math.abs(kept) + errorOfStep + U * Math.abs(m[p][i]);
        if (config.nesterov()) {
            double ahead = mu * m[p][i];
            w[p][i] = x + ahead - step;
            errorOfW[p][i] = errorOfX
                    + mu * errorOfM[p][i]
                    + 2 * U * Math.abs(ahead)
                    + errorOfStep
                    + U * (Math.abs(x + ahead) + Math.abs(w[p][i]));
        } else {
            w[p][i] = x + m[p][i];
            errorOfW[p][i] = errorOfX + errorOfM[p][i] + U * Math.abs(w[p][i]);
        }
    }

    /** Of a gradient scaled by its norm: half the roundings of a sum of n squares, a root, a quotient, a product, the bound. */
    private static double normError(int n) {
        return Rounding.gamma((n + 1) / 2.0 + 4);
    }

    private static double square(float[] g) {
        double sum = 0;
        for (float x : g) {
            sum += (double) x * x;
        }
        return sum;
    }
}
