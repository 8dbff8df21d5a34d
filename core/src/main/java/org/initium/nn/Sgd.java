// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.util.List;

/**
 * Stochastic gradient descent as {@code keras.optimizers.SGD} of Keras 3 does it. An update clips the gradients, decays the
 * weights and then moves them, with {@code lr} the scheduled rate, {@code g} the clipped gradient and {@code m} the velocity,
 * which begins at 0:
 *
 * <pre>{@code
 * w -= w * weightDecay * lr
 * w -= g * lr                                       without momentum
 * m  = m * momentum - g * lr;  w += m               with momentum
 * m  = m * momentum - g * lr;  w += m * momentum - g * lr   with Nesterov's
 * }</pre>
 *
 * <p>Products and sums are fused, so each has one rounding where Keras has one or two, depending on its backend.
 */
public final class Sgd {
    private final SgdConfig config;
    private final Parameter[] parameters;
    /** One array per parameter, as long as its value; empty without momentum. */
    private final float[][] velocities;

    private long iterations;

    /** An optimizer for these parameters, at iteration 0 and at rest. */
    public Sgd(SgdConfig config, List<Parameter> parameters) {
        this.config = config;
        this.parameters = parameters.toArray(Parameter[]::new);
        this.velocities = new float[config.momentum() == 0 ? 0 : this.parameters.length][];
        for (int p = 0; p < velocities.length; p++) {
            velocities[p] = new float[this.parameters[p].value().length];
        }
    }

    /** The settings. */
    public SgdConfig config() {
        return config;
    }

    /** Number of updates made. */
    public long iterations() {
        return iterations;
    }

    /** The rate that the next update uses. */
    public double learningRate() {
        return config.learningRate().at(iterations);
    }

    /**
     * The velocities in the order of the parameters, shared; none without momentum. With {@link #resumeAt} and the
     * parameters' values they are the whole state of a run.
     */
    public List<float[]> velocities() {
        return List.of(velocities);
    }

    /**
     * Continues the count of updates, and with it the schedule, of an earlier run.
     *
     * @param iterations updates made so far, 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public void resumeAt(long iterations) {
        if (iterations < 0) {
            throw new IllegalArgumentException("iterations is " + iterations + ", expected 0 or more");
        }
        this.iterations = iterations;
    }

    /** Makes one update from the parameters' gradients, which hold the clipped ones afterwards. Allocates nothing. */
    public void step() {
        clip();
        double rate = learningRate();
        float lr = (float) rate;
        float momentum = (float) config.momentum();
        float decay = (float) (config.weightDecay() * rate);
        for (int p = 0; p < parameters.length; p++) {
            float[] w = parameters[p].value();
            float[] g = parameters[p].grad();
            if (decay > 0) {
                for (int i = 0; i < w.length; i++) {
                    w[i] = Math.fma(-decay, w[i], w[i]);
                }
            }
            if (velocities.length == 0) {
                move(w, g, lr);
            } else if (config.nesterov()) {
                accelerate(velocities[p], g, lr, momentum);
                lookAhead(w, velocities[p], g, lr, momentum);
            } else {
                accelerate(velocities[p], g, lr, momentum);
                move(w, velocities[p], -1);
            }
        }
        iterations++;
    }

    private static void move(float[] w, float[] g, float lr) {
        for (int i = 0; i < w.length; i++) {
            w[i] = Math.fma(-lr, g[i], w[i]);
        }
    }

    private static void accelerate(float[] m, float[] g, float lr, float momentum) {
        for (int i = 0; i < m.length; i++) {
            m[i] = Math.fma(-lr, g[i], m[i] * momentum);
        }
    }

    private static void lookAhead(float[] w, float[] m, float[] g, float lr, float momentum) {
        for (int i = 0; i < w.length; i++) {
            w[i] = Math.fma(-lr, g[i], Math.fma(m[i], momentum, w[i]));
        }
    }

    private void clip() {
        if (config.clipnorm() > 0) {
            for (Parameter p : parameters) {
                double norm = Math.sqrt(sumOfSquares(p.grad()));
                if (!(norm <= config.clipnorm())) { // A NaN spreads, as in Keras.
                    scale(p.grad(), config.clipnorm() / norm);
                }
            }
        } else if (config.globalClipnorm() > 0) {
            double sum = 0;
            for (Parameter p : parameters) {
                sum += sumOfSquares(p.grad());
            }
            double norm = Math.sqrt(sum);
            if (!(norm <= config.globalClipnorm())) {
                // An infinite norm makes every gradient NaN, as in Keras: norm - norm is NaN then and 0 otherwise.
                double factor = config.globalClipnorm() / norm + (norm - norm);
                for (Parameter p : parameters) {
                    scale(p.grad(), factor);
                }
            }
        } else if (config.clipvalue() > 0) {
            float bound = (float) config.clipvalue();
            for (Parameter p : parameters) {
                float[] g = p.grad();
                for (int i = 0; i < g.length; i++) {
                    g[i] = Math.max(-bound, Math.min(bound, g[i]));
                }
            }
        }
    }

    private static void scale(float[] g, double factor) {
        for (int i = 0; i < g.length; i++) {
            g[i] = (float) (g[i] * factor);
        }
    }

    /** In four interleaved sums, added in pairs: one alone would wait for each addition to finish before the next. */
    private static double sumOfSquares(float[] g) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i <= g.length - 4; i += 4) {
            s0 += (double) g[i] * g[i];
            s1 += (double) g[i + 1] * g[i + 1];
            s2 += (double) g[i + 2] * g[i + 2];
            s3 += (double) g[i + 3] * g[i + 3];
        }
        for (; i < g.length; i++) {
            s0 += (double) g[i] * g[i];
        }
        return s0 + s1 + (s2 + s3);
    }
}
