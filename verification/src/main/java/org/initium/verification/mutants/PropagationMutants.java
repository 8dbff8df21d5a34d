// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import static org.initium.verification.mutants.Mutant.PLANTED;

import java.util.List;
import org.initium.Shape;
import org.initium.init.Constant;
import org.initium.init.Fans;
import org.initium.init.Initializer;
import org.initium.init.Law;
import org.initium.init.Orthogonal;
import org.initium.init.VarianceScaling;
import org.initium.init.VarianceScaling.Distribution;
import org.initium.init.VarianceScaling.Mode;

/** Initializers whose fault shows in what becomes of a signal. */
final class PropagationMutants {
    /** He's normal, which is not truncated: the only law under which those of signals are exact. */
    private static final Initializer HE = new VarianceScaling(2, Mode.FAN_IN, Distribution.UNTRUNCATED_NORMAL);

    /** LeCun's, likewise. */
    private static final Initializer LECUN = new VarianceScaling(1, Mode.FAN_IN, Distribution.UNTRUNCATED_NORMAL);

    private PropagationMutants() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant(
                        "units_in_pairs",
                        "the units of a layer have the same weights two by two",
                        PLANTED,
                        Wrong.initializer(HE, new Wrong.Damaged(HE, (shape, tensor) -> {
                            for (int i = 1; i < tensor.length; i++) {
                                tensor[i] = i % shape.dim(-1) % 2 == 1 ? tensor[i - 1] : tensor[i];
                            }
                        })),
                        "propagation_spread",
                        "propagation_activity",
                        "propagation_law"),
                new Mutant(
                        "leaning_weights",
                        "the weights have a mean of a fifth of their standard deviation",
                        PLANTED,
                        Wrong.initializer(HE, new Wrong.Drawn(shape -> {
                            double stddev = Math.sqrt(2 / Fans.of(shape).fanIn());
                            return new Law.Normal(stddev / 5, stddev);
                        })),
                        "propagation_correlation",
                        "propagation_activity"),
                new Mutant(
                        "orthogonal_for_normal",
                        "the weights are orthogonal, of the same variance",
                        PLANTED,
                        Wrong.initializer(HE, new Orthogonal(Math.sqrt(2))),
                        "propagation_law"),
                // Ratios have the mean and the variance that they should, 1 and 2 / n, and are one of two numbers.
                new Mutant(
                        "one_of_two_gains",
                        "the weights are orthogonal, too large or too small by chance",
                        PLANTED,
                        Wrong.initializer(
                                LECUN, new Wrong.Damaged(new Orthogonal(1), PropagationMutants::oneOfTwoGains)),
                        "propagation_law linear 32-64-48-64-48-64"),
                new Mutant(
                        "nearly_zero",
                        "zeros gives a millionth",
                        PLANTED,
                        Wrong.damaged("zeros", Wrong.each(x -> 1e-6)),
                        "exact_values",
                        "dead_gradient"),
                new Mutant(
                        "one_unit_differs",
                        "constant gives a first element that is an ulp larger",
                        PLANTED,
                        Wrong.initializer(
                                new Constant(0.1),
                                new Wrong.Damaged(
                                        new Constant(0.1), (shape, tensor) -> tensor[0] = Math.nextUp(tensor[0]))),
                        "exact_values",
                        "unbroken_symmetry"));
    }

    /**
     * Orthonormal columns, fewer than rows, have ratios themselves: in / out times a number of the law Beta(out / 2, (in - out) / 2), with
     * variance v = 2 (in - out) / out (in + 2); with gains whose squares are 1 - g or 1 + g, the variance is (1 + v) (1 + g^2) - 1.
     */
    private static void oneOfTwoGains(Shape shape, float[] tensor) {
        double in = shape.dim(0);
        double out = shape.dim(1);
        double own = Math.max(0, 2 * (in - out) / (out * (in + 2)));
        double g = Math.copySign(Math.sqrt((1 + 2 / out) / (1 + own) - 1), tensor[0]);
        float gain = (float) Math.sqrt(Math.max(1, out / in) * (1 + g));
        for (int i = 0; i < tensor.length; i++) {
            tensor[i] *= gain;
        }
    }
}
