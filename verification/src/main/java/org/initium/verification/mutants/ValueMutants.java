// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import static org.initium.verification.mutants.Mutant.PLANTED;

import java.util.Arrays;
import java.util.List;
import org.initium.init.Constant;
import org.initium.init.Identity;
import org.initium.init.Initializers;
import org.initium.init.RandomNormal;
import org.initium.verification.plan.Implementation;

/** Initializers with wrong values: constants, NaN, infinities, repetitions, and faults of those that draw nothing. */
final class ValueMutants {
    private ValueMutants() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant(
                        "nan",
                        "he_normal's first element is NaN",
                        PLANTED,
                        Wrong.damaged("he_normal", (shape, tensor) -> tensor[0] = Float.NaN),
                        "finite",
                        "bounds",
                        "mean",
                        "variance",
                        "kolmogorov_smirnov"),
                new Mutant(
                        "infinite",
                        "random_normal's first element is infinite: the inverse error function of 1",
                        PLANTED,
                        Wrong.damaged("random_normal", (shape, tensor) -> tensor[0] = Float.POSITIVE_INFINITY),
                        "finite",
                        "mean",
                        "variance",
                        "kolmogorov_smirnov"),
                new Mutant(
                        "all_zero",
                        "he_normal gives zeros",
                        "tfjs-core#415, mindone#955, DL4J#335",
                        Wrong.initializer("he_normal", Initializers.zeros()),
                        "variance",
                        "kolmogorov_smirnov",
                        "declared_law"),
                new Mutant(
                        "all_at_the_bound",
                        "he_normal gives its upper bound throughout",
                        "MindAct#1536",
                        Wrong.damaged(
                                "he_normal",
                                (shape, tensor) -> Arrays.fill(tensor, (float)
                                        Initializers.heNormal().law(shape).upper())),
                        "mean",
                        "variance",
                        "kolmogorov_smirnov"),
                new Mutant(
                        "rows_alike",
                        "lecun_normal draws a row and repeats it",
                        PLANTED,
                        Wrong.damaged("lecun_normal", (shape, tensor) -> {
                            int row = shape.rank() == 0 ? 1 : shape.dim(-1);
                            for (int i = row; i < tensor.length; i++) {
                                tensor[i] = tensor[i - row];
                            }
                        }),
                        "variance",
                        "kolmogorov_smirnov"),
                new Mutant(
                        "negative_zeros",
                        "zeros gives -0.0",
                        PLANTED,
                        Wrong.damaged("zeros", Wrong.each(x -> -x)),
                        "exact_values"),
                new Mutant(
                        "nearly_ones",
                        "ones gives the float below 1",
                        PLANTED,
                        Wrong.damaged("ones", Wrong.each(x -> Math.nextDown(1f))),
                        "exact_values"),
                new Mutant(
                        "constant_forgotten",
                        "constant gives 0, whatever was asked for",
                        PLANTED,
                        Wrong.initializer(new Constant(0.1), Initializers.zeros()),
                        "exact_values",
                        "declared_law"),
                new Mutant("zeros_for_identity", "identity gives zeros", PLANTED, identity("zeros"), "exact_values"),
                new Mutant("ones_for_identity", "identity gives ones", PLANTED, identity("ones"), "exact_values"),
                new Mutant(
                        "normal_for_identity",
                        "identity gives a random matrix",
                        PLANTED,
                        Wrong.initializer(Identity.DEFAULT, RandomNormal.DEFAULT),
                        "exact_values",
                        "declared_law"),
                new Mutant(
                        "gain_of_identity",
                        "identity forgets its gain",
                        PLANTED,
                        Wrong.initializer(new Identity(-2), Identity.DEFAULT),
                        "exact_values",
                        "declared_law"));
    }

    private static Implementation identity(String name) {
        return Wrong.initializer(Identity.DEFAULT, Initializers.of(name));
    }
}
