// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.training;

import java.util.List;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.nn.Parameter;
import org.initium.nn.SgdConfig;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.initium.verification.checks.Verdict;

/**
 * An optimizer follows Keras's formulas, update by update: {@link ReferenceSgd} with its bound, on a kernel and a bias with random
 * gradients. Every second update has gradients a tenth as large, which a bound of clipping lets pass if it is between.
 *
 * <p>Momentum that is applied before the gradient, a velocity with the other sign, a look ahead that is forgotten or a decay that
 * is not times the rate differ from the second or third update on by the size of a step, some 10^5 times the bound.
 */
public final class StepCheck {
    /** The check's name in reports. */
    public static final String NAME = "sgd_step";

    private static final List<Shape> SHAPES = List.of(Shape.of(5, 7), Shape.of(7));

    /** Every second gradient's factor. */
    private static final double SMALL = 0.1;

    private StepCheck() {}

    /**
     * The verdict on some updates.
     *
     * @param rule the optimizer on trial
     * @param config its settings
     * @param updates 1 or more
     * @param key of the weights and the gradients
     * @throws IllegalArgumentException if there is no update
     */
    public static Verdict check(StepRule rule, SgdConfig config, int updates, Key key) {
        if (updates < 1) {
            throw new IllegalArgumentException("updates is " + updates + ", expected 1 or more");
        }
        float[][] initial = normals(key.child(0), 1);
        List<Parameter> parameters = List.of(
                new Parameter("kernel", SHAPES.get(0), initial[0].clone()),
                new Parameter("bias", SHAPES.get(1), initial[1].clone()));
        Runnable optimizer = rule.optimizer(config, parameters);
        ReferenceSgd reference = new ReferenceSgd(config, initial);

        double worst = 0;
        int worstUpdate = 0;
        double detectable = Double.POSITIVE_INFINITY;
        for (int update = 1; update <= updates; update++) {
            float[][] gradients = normals(key.child(update), update % 2 == 0 ? SMALL : 1);
            for (int p = 0; p < gradients.length; p++) {
                System.arraycopy(gradients[p], 0, parameters.get(p).grad(), 0, gradients[p].length);
            }
            optimizer.run();
            reference.step(gradients);
            for (int p = 0; p < gradients.length; p++) {
                float[] w = parameters.get(p).value();
                for (int i = 0; i < w.length; i++) {
                    double expected = reference.values(p)[i];
                    double tolerance = Rounding.HIGHER_ORDER * reference.errors(p)[i] + Float.MIN_NORMAL;
                    double ratio = Math.abs(w[i] - expected) / tolerance;
                    // Written so that a NaN wins and stays.
                    if (!(ratio <= worst) && !Double.isNaN(worst)) {
                        worst = ratio;
                        worstUpdate = update;
                    }
                    // A rate that is wrong by d moves a weight by d times its way, and the optimizer may err the other
                    // way.
                    detectable = Math.min(detectable, 2 * tolerance / Math.abs(expected - initial[p][i]));
                }
            }
        }
        String detail = "N = " + updates + " updates, momentum " + config.momentum()
                + (config.nesterov() ? " (Nesterov)" : "") + "; the worst weight is after update " + worstUpdate;
        return Verdict.atMost(worst, 1, "error in units of its bound", detail, 0)
                .detecting(detectable, "relative error of all steps");
    }

    private static float[][] normals(Key key, double stddev) {
        float[][] tensors = new float[SHAPES.size()][];
        for (int p = 0; p < tensors.length; p++) {
            Sampler sampler = Samplers.of(key.child(p));
            tensors[p] = new float[SHAPES.get(p).intSize()];
            sampler.normal(0, stddev, Slice.all(SHAPES.get(p)), tensors[p], 0);
        }
        return tensors;
    }
}
