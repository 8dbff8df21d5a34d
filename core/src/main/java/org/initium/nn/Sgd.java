// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.util.List;
import java.util.stream.Stream;
import org.initium.nn.kernel.SgdKernel;

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
 *
 * <p>Of an {@link Embedding}'s table an update touches only the rows that occurred in the batch, whatever the size of the
 * vocabulary. Keras moves the others too, by their velocities; here they wait until they are read, see {@link Parameter}, and
 * the result is the same to the bit. Weight decay reads every row at every update.
 */
public final class Sgd {
    private static final SgdKernel KERNEL = SgdKernel.create();

    private final SgdConfig config;
    private final Parameter[] parameters;
    /** One for each parameter; empty without momentum. */
    private final Velocity[] velocities;

    private final GradientClipping clipping;
    private long iterations;

    /** An optimizer for these parameters, at iteration 0 and at rest. */
    public Sgd(SgdConfig config, List<Parameter> parameters) {
        this.config = config;
        this.parameters = parameters.toArray(Parameter[]::new);
        this.velocities = new Velocity[config.momentum() == 0 ? 0 : this.parameters.length];
        for (int p = 0; p < velocities.length; p++) {
            velocities[p] = new Velocity(this.parameters[p], config.momentum(), config.nesterov());
        }
        this.clipping = new GradientClipping(config, this.parameters);
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
     * The velocities in the order of the parameters, shared and up to date; none without momentum. With {@link #resumeAt} and
     * the parameters' values they are the whole state of a run. As with {@link Parameter#value()}, ask again after each step.
     */
    public List<float[]> velocities() {
        return Stream.of(velocities).map(Velocity::value).toList();
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

    /**
     * Makes one update from the parameters' gradients, which hold the clipped ones afterwards. Allocates nothing but, in the
     * first one with momentum, a count for each row of a table whose rows are named.
     */
    public void step() {
        clipping.apply();
        double rate = learningRate();
        float decay = (float) (config.weightDecay() * rate);
        for (int p = 0; p < parameters.length; p++) {
            if (decay > 0) {
                decay(parameters[p].value(), decay);
            }
            if (velocities.length == 0) {
                descend(parameters[p], (float) rate);
            } else {
                velocities[p].update((float) rate);
            }
        }
        iterations++;
    }

    private static void decay(float[] w, float decay) {
        for (int i = 0; i < w.length; i++) {
            w[i] = Math.fma(-decay, w[i], w[i]);
        }
    }

    private static void descend(Parameter p, float lr) {
        RowSet rows = p.gradientRows();
        if (rows.isAll()) {
            KERNEL.descend(0, p.value().length, lr, p.namedGradient(), p.value());
            return;
        }
        for (int s = 0; s < rows.spans(); s++) {
            p.settle(rows.row(s));
            KERNEL.descend(rows.from(s), rows.to(s), lr, p.namedGradient(), p.settledValue());
        }
    }
}
