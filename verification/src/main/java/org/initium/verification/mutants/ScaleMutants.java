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
import org.initium.init.VarianceScaling;
import org.initium.init.VarianceScaling.Distribution;
import org.initium.init.VarianceScaling.Mode;

/** Initializers of the right family, with right fans and another scale: constants mistaken, forgotten or rounded. */
final class ScaleMutants {
    private ScaleMutants() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant(
                        "truncation_not_divided_out",
                        "he_normal's standard deviation is that before the cut: 12 % too small",
                        "keras#8048, tensorflow#18706, tensorflow#16344, keras#9963, tfjs#8594; DL4J, VAR_SCALING_NORMAL",
                        Wrong.law("he_normal", shape -> new Law.TruncatedNormal(0, he(shape))),
                        "variance",
                        "kolmogorov_smirnov",
                        "propagation_gain"),
                // 0.29 % off: out of a variance test's reach at this sample size.
                new Mutant(
                        "sqrt_1_3_for_truncation",
                        "he_normal divides by sqrt(1 / 1.3) where the cut takes 0.8796",
                        "tensorflow#18706, the first remedy that was proposed",
                        Wrong.law("he_normal", shape -> new Law.TruncatedNormal(0, he(shape) * Math.sqrt(1.3))),
                        "bounds"),
                new Mutant(
                        "rounded_truncation",
                        "he_normal divides by 0.88 where the cut takes 0.8796: 0.04 % too small",
                        PLANTED,
                        Wrong.law("he_normal", shape -> new Law.TruncatedNormal(0, he(shape) / 0.88)),
                        "declared_law",
                        "edge_gap"),
                new Mutant(
                        "rounded_root",
                        "he_normal has 1.4 for the root of 2: 1 % too small",
                        PLANTED,
                        Wrong.law(
                                "he_normal",
                                shape -> Wrong.truncated(1.96 / fans(shape).fanIn())),
                        "declared_law",
                        "variance"),
                new Mutant(
                        "lecun_for_he",
                        "he_normal is lecun_normal",
                        "LBANN#316",
                        Wrong.initializer("he_normal", Initializers.lecunNormal()),
                        "variance",
                        "kolmogorov_smirnov",
                        "propagation_gain"),
                new Mutant(
                        "kaiming_without_roots",
                        "he_uniform's limit lacks the roots of 2 and of 3",
                        "tch-rs#573",
                        Wrong.law(
                                "he_uniform",
                                shape -> Wrong.uniform(1 / Math.sqrt(fans(shape).fanIn()))),
                        "variance",
                        "kolmogorov_smirnov"),
                new Mutant(
                        "three_over_root",
                        "lecun_uniform's limit is 3 / sqrt(in): three times the variance",
                        "DL4J, LECUN_UNIFORM and VAR_SCALING_UNIFORM_FAN_IN",
                        Wrong.law(
                                "lecun_uniform",
                                shape -> Wrong.uniform(3 / Math.sqrt(fans(shape).fanIn()))),
                        "bounds",
                        "variance"),
                new Mutant(
                        "scale_outside_the_root",
                        "he_uniform's limit is 2 * 3 / sqrt(in): both belong under the root",
                        "DL4J, VAR_SCALING_UNIFORM_FAN_IN",
                        Wrong.law(
                                "he_uniform",
                                shape -> Wrong.uniform(6 / Math.sqrt(fans(shape).fanIn()))),
                        "bounds",
                        "variance"),
                new Mutant(
                        "three_deviations",
                        "he_uniform's limit is three standard deviations: three times the variance",
                        "Neuroph, its uniform of He",
                        Wrong.law("he_uniform", shape -> Wrong.uniform(3 * he(shape))),
                        "bounds",
                        "variance"),
                new Mutant(
                        "two_over_root",
                        "glorot_uniform's limit is 2 / sqrt(in + out): two thirds of the variance",
                        "Encog, XaiverRandomizer.java",
                        Wrong.law("glorot_uniform", shape -> Wrong.uniform(Math.sqrt(4 / sum(shape)))),
                        "variance"),
                new Mutant(
                        "magnitude_six",
                        "glorot_uniform's limit is sqrt(12 / (in + out)): twice the variance",
                        "DJL, XavierInitializer.java",
                        Wrong.law("glorot_uniform", shape -> Wrong.uniform(Math.sqrt(12 / sum(shape)))),
                        "bounds",
                        "variance"),
                new Mutant(
                        "half_of_glorot",
                        "glorot_uniform's limit is sqrt(3 / (in + out)): half the variance",
                        PLANTED,
                        Wrong.law("glorot_uniform", shape -> Wrong.uniform(Math.sqrt(3 / sum(shape)))),
                        "variance"),
                new Mutant(
                        "half_of_he",
                        "He's normal, not truncated, has standard deviation sqrt(1 / in): half the variance",
                        "bullet#363",
                        Wrong.initializer(
                                new VarianceScaling(2, Mode.FAN_IN, Distribution.UNTRUNCATED_NORMAL),
                                new VarianceScaling(1, Mode.FAN_IN, Distribution.UNTRUNCATED_NORMAL)),
                        "propagation_gain",
                        "propagation_law"),
                new Mutant(
                        "root_three_in_a_normal",
                        "glorot_normal's standard deviation is sqrt(3 / (in + out))",
                        "tflearn#870, its documentation",
                        Wrong.law("glorot_normal", shape -> Wrong.truncated(3 / sum(shape))),
                        "variance",
                        "bounds",
                        "propagation_tanh"),
                new Mutant(
                        "variance_for_deviation",
                        "random_normal takes its variance for the standard deviation",
                        "Tribuo, factorization machines",
                        Wrong.initializer(RandomNormal.DEFAULT, new RandomNormal(0, 0.05 * 0.05)),
                        "variance"),
                new Mutant(
                        "unit_deviation",
                        "truncated_normal has standard deviation 1, whatever was asked for",
                        "KotlinDL, TruncatedNormal.kt",
                        Wrong.initializer(TruncatedNormal.DEFAULT, new TruncatedNormal(0, 1)),
                        "bounds",
                        "variance"),
                new Mutant(
                        "no_deviation",
                        "random_normal's standard deviation is 0 by default",
                        "Storch, normal_",
                        Wrong.initializer(RandomNormal.DEFAULT, new RandomNormal(0, 0)),
                        "variance",
                        "kolmogorov_smirnov"),
                new Mutant(
                        "two_percent_too_wide",
                        "random_normal's standard deviation is 2 % too large",
                        PLANTED,
                        Wrong.initializer(RandomNormal.DEFAULT, new RandomNormal(0, 0.051)),
                        "variance"),
                new Mutant(
                        "two_percent_too_narrow",
                        "random_normal's standard deviation is 2 % too small",
                        PLANTED,
                        Wrong.initializer(RandomNormal.DEFAULT, new RandomNormal(0, 0.049)),
                        "variance"),
                new Mutant(
                        "shifted_mean",
                        "random_normal's mean is off by a fortieth of its standard deviation",
                        PLANTED,
                        Wrong.initializer(RandomNormal.DEFAULT, new RandomNormal(0.00125, 0.05)),
                        "mean"),
                new Mutant(
                        "wide_limit",
                        "he_uniform's limit is 0.1 % too large",
                        PLANTED,
                        Wrong.damaged("he_uniform", Wrong.each(x -> x * 1.001)),
                        "bounds"));
    }

    private static Fans fans(Shape shape) {
        return Fans.of(shape);
    }

    private static double sum(Shape shape) {
        return fans(shape).fanIn() + fans(shape).fanOut();
    }

    /** He's standard deviation. */
    private static double he(Shape shape) {
        return Math.sqrt(2 / fans(shape).fanIn());
    }
}
