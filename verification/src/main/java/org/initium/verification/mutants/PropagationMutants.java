// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import static org.initium.verification.mutants.Mutant.PLANTED;

import java.util.List;
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
}
