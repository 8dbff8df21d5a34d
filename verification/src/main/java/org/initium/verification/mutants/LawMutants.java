// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import static org.initium.verification.mutants.Mutant.PLANTED;

import java.util.List;
import org.initium.Shape;
import org.initium.init.Fans;
import org.initium.init.Initializers;
import org.initium.init.Law;
import org.initium.init.RandomNormal;
import org.initium.init.TruncatedNormal;

/** Initializers with a right scale and another law, or with its bounds, its mean or its tails misplaced. */
final class LawMutants {
    private LawMutants() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant(
                        "not_truncated",
                        "glorot_normal is not truncated",
                        "DL4J, XAVIER for Keras's glorot_normal",
                        Wrong.law("glorot_normal", shape -> {
                            Fans fans = Fans.of(shape);
                            return new Law.Normal(0, Math.sqrt(2 / (fans.fanIn() + fans.fanOut())));
                        }),
                        "bounds"),
                new Mutant(
                        "absolute_bounds",
                        "truncated_normal is cut at -2 and 2, not at two of its standard deviations of 0.05",
                        "timm#1286",
                        Wrong.initializer(TruncatedNormal.DEFAULT, new RandomNormal(0, 0.05)),
                        "bounds"),
                new Mutant(
                        "clipped",
                        "he_normal's tails are moved to the bounds, not drawn again",
                        PLANTED,
                        Wrong.initializer(
                                "he_normal",
                                new Wrong.Damaged(
                                        new Wrong.Drawn(shape -> new Law.Normal(0, heBound(shape) / 2)),
                                        (shape, tensor) -> {
                                            float bound = (float) heBound(shape);
                                            Wrong.each(x -> Math.max(-bound, Math.min(bound, x)))
                                                    .to(shape, tensor);
                                        })),
                        "variance",
                        "kolmogorov_smirnov"),
                new Mutant(
                        "uniform_for_normal",
                        "he_normal is imported as a uniform, here of the same variance",
                        "DL4J, KerasInitilizationUtils.java",
                        Wrong.initializer("he_normal", Initializers.heUniform()),
                        "kolmogorov_smirnov",
                        "declared_law"),
                new Mutant(
                        "normal_for_uniform",
                        "lecun_uniform is a normal of the same variance",
                        "LBANN#316",
                        Wrong.law(
                                "lecun_uniform",
                                shape -> new Law.Normal(
                                        0, Math.sqrt(1 / Fans.of(shape).fanIn()))),
                        "bounds",
                        "kolmogorov_smirnov",
                        "declared_law"),
                new Mutant(
                        "never_negative",
                        "he_uniform is on [0, limit)",
                        "TensorFlow Java, VarianceScaling.java; KotlinDL, VarianceScaling.kt and its biases",
                        Wrong.law(
                                "he_uniform",
                                shape -> new Law.Uniform(
                                        0, Math.sqrt(6 / Fans.of(shape).fanIn()))),
                        "mean",
                        "kolmogorov_smirnov",
                        "propagation_gain",
                        "propagation_activity"),
                new Mutant(
                        "magnitudes",
                        "lecun_uniform has lost its signs",
                        PLANTED,
                        Wrong.damaged("lecun_uniform", Wrong.each(Math::abs)),
                        "mean",
                        "kolmogorov_smirnov"),
                new Mutant(
                        "mean_before_scale",
                        "truncated_normal adds the mean before it multiplies by the standard deviation",
                        "djl#1022",
                        Wrong.initializer(
                                new TruncatedNormal(1.5, 0.25),
                                new Wrong.Damaged(new TruncatedNormal(0, 1), Wrong.each(z -> (z + 1.5) * 0.25))),
                        "mean",
                        "bounds"),
                new Mutant(
                        "cut_about_zero",
                        "truncated_normal is cut about 0, whatever its mean, and moved there where the bug drew again for ever",
                        "ND4J#6036",
                        Wrong.initializer(
                                new TruncatedNormal(1.5, 0.25),
                                new Wrong.Damaged(
                                        new RandomNormal(1.5, 0.25),
                                        Wrong.each(x -> Math.max(-0.5, Math.min(0.5, x))))),
                        "bounds",
                        "mean",
                        "variance"),
                new Mutant(
                        "closed_end",
                        "he_uniform gives its upper bound once a tensor, where the bugs did once in some 2^24 elements",
                        "numpy#10803, cupy#1614, mxnet#20651, numba#10812",
                        Wrong.damaged(
                                "he_uniform",
                                (shape, tensor) -> tensor[0] = (float)
                                        Initializers.heUniform().law(shape).upper()),
                        "bounds"),
                // No sample here is large enough for two of 67 million.
                new Mutant(
                        "rare_giants",
                        "random_normal has a weight of 2,000 standard deviations in 65,536, where the bug had two in 67 million",
                        "pytorch#155588, pytorch#145498, torchtitan#2269, transformers#27906",
                        Wrong.initializer(
                                RandomNormal.DEFAULT, new Wrong.Damaged(RandomNormal.DEFAULT, (shape, tensor) -> {
                                    for (int i = (1 << 16) - 1; i < tensor.length; i += 1 << 16) {
                                        tensor[i] = 100;
                                    }
                                })),
                        "variance"));
    }

    /** Where the truncated normal of He's variance is cut. */
    private static double heBound(Shape shape) {
        return Initializers.heNormal().law(shape).upper();
    }
}
