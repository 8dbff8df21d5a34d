// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.training;

import java.util.List;
import org.initium.init.Initializers;
import org.initium.nn.Dense;
import org.initium.nn.Loss;
import org.initium.nn.Parameter;
import org.initium.nn.Sequential;
import org.initium.nn.Sgd;
import org.initium.nn.SgdConfig;
import org.initium.random.Key;

/** Gradient descent on trial: the mean squared error of a linear model with a bias, on all samples at each step. */
@FunctionalInterface
public interface Regression {
    /**
     * Trains from weights of 0.
     *
     * @param x (samples, features)
     * @param targets (samples)
     * @param rate the learning rate
     * @return (steps, features + 1): the kernel and then the bias after each step
     */
    float[][] descend(int samples, int features, float[] x, float[] targets, double rate, int steps);

    /** The engine's: a dense layer, its loss and {@link Sgd}. */
    static Regression engine() {
        return (samples, features, x, targets, rate, steps) -> {
            Dense layer = Dense.create(features, 1, Initializers.zeros(), Initializers.zeros(), Key.of(0));
            Sequential model = new Sequential(List.of(layer), samples);
            List<Parameter> parameters = model.parameters();
            Sgd sgd = new Sgd(SgdConfig.of(rate), parameters);
            float[][] path = new float[steps][features + 1];
            for (float[] w : path) {
                model.lossAndGradients(samples, x, targets, Loss.MEAN_SQUARED_ERROR);
                sgd.step();
                System.arraycopy(parameters.get(0).value(), 0, w, 0, features);
                w[features] = parameters.get(1).value()[0];
            }
            return path;
        };
    }
}
