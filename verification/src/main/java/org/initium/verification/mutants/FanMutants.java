// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import static org.initium.verification.mutants.Mutant.PLANTED;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.initium.Shape;
import org.initium.init.Fans;
import org.initium.init.VarianceScaling;
import org.initium.init.VarianceScaling.Distribution;
import org.initium.init.VarianceScaling.Mode;
import org.initium.verification.plan.Implementation;

/** Initializers that count the inputs and outputs of a unit wrongly: the scale is right for another shape. */
final class FanMutants {
    private FanMutants() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant(
                        "fan_out_for_fan_in",
                        "he_normal divides by the number of outputs",
                        PLANTED,
                        he(shape -> Fans.of(shape).fanOut()),
                        "variance",
                        "kolmogorov_smirnov",
                        "declared_law"),
                new Mutant(
                        "transposed_convolution",
                        "he_normal swaps the fans of every convolution kernel, where the bugs did those of transposed ones",
                        "tensorflow#31192, Lasagne#858",
                        he(shape ->
                                shape.rank() < 3 ? in(shape) : Fans.of(shape).fanOut()),
                        "variance"),
                new Mutant(
                        "channels_first",
                        "he_normal takes a convolution kernel's first axis for its outputs",
                        "Lasagne#49",
                        he(shape -> shape.rank() < 3 ? in(shape) : (double) shape.size() / shape.dim(0)),
                        "variance"),
                new Mutant(
                        "no_receptive_field",
                        "he_normal forgets the positions of a convolution kernel",
                        "swift-apis#22",
                        he(shape -> shape.rank() < 3 ? in(shape) : shape.dim(-2)),
                        "variance",
                        "bounds"),
                new Mutant(
                        "no_receptive_field_in_fan_out",
                        "glorot_uniform forgets the positions of a convolution kernel where it counts the outputs",
                        "keras#2252, chainer#1774",
                        glorot(shape -> shape.rank() < 3
                                ? Fans.of(shape).fanIn() + Fans.of(shape).fanOut()
                                : in(shape) + shape.dim(-1)),
                        "variance",
                        "bounds"),
                new Mutant(
                        "sum_of_dimensions",
                        "glorot_uniform takes the sum of a convolution kernel's dimensions for that of its fans",
                        "Flux#442",
                        glorot(shape -> shape.rank() < 3
                                ? Fans.of(shape).fanIn() + Fans.of(shape).fanOut()
                                : Arrays.stream(shape.toArray()).sum()),
                        "variance",
                        "bounds"),
                new Mutant(
                        "channels_counted_twice",
                        "he_normal counts the input channels into the receptive field as well",
                        "TensorFlow Java, VarianceScaling.java computeFans",
                        he(shape -> shape.rank() < 3 ? in(shape) : in(shape) * shape.dim(-2)),
                        "variance"),
                new Mutant(
                        "attention_as_convolution",
                        "he_normal takes an attention projection (model, heads, head size) for a convolution kernel",
                        "keras#22789",
                        Wrong.initializer(
                                new VarianceScaling(2, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL)
                                        .withAxes(new int[] {0}, new int[] {1, 2}),
                                new VarianceScaling(2, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL)),
                        "variance"),
                new Mutant(
                        "depthwise_as_convolution",
                        "he_normal counts all channels of a depthwise kernel, of which an output sees one",
                        "keras#11773",
                        Wrong.initializer(
                                new VarianceScaling(2, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL)
                                        .withAxes(new int[] {0, 1}, new int[] {3}),
                                new VarianceScaling(2, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL)),
                        "variance"),
                new Mutant(
                        "vector_with_one_input",
                        "he_normal gives a vector a single input",
                        PLANTED,
                        he(shape -> shape.rank() == 1 ? 1 : in(shape)),
                        "variance",
                        "bounds"),
                new Mutant(
                        "geometric_mean",
                        "glorot_normal takes the geometric mean of the fans",
                        PLANTED,
                        Wrong.initializer(
                                "glorot_normal",
                                new VarianceScaling(1, Mode.FAN_GEO_AVG, Distribution.TRUNCATED_NORMAL)),
                        "variance"),
                new Mutant(
                        "missing_bracket",
                        "glorot_normal has standard deviation sqrt(2 / in + out)",
                        "mlverse/torch#555, DL4J#2198",
                        Wrong.law("glorot_normal", shape -> {
                            Fans fans = Fans.of(shape);
                            return Wrong.truncated(2 / fans.fanIn() + fans.fanOut());
                        }),
                        "variance",
                        "bounds"),
                new Mutant(
                        "no_rank_3",
                        "glorot_uniform has no fan_out for the kernel of a one-dimensional convolution",
                        "burn#4968",
                        Wrong.law("glorot_uniform", shape -> {
                            if (shape.rank() == 3) {
                                throw new IllegalStateException("no fan_out for rank 3");
                            }
                            Fans fans = Fans.of(shape);
                            return Wrong.uniform(Math.sqrt(6 / (fans.fanIn() + fans.fanOut())));
                        }),
                        "finite",
                        "declared_law"));
    }

    /** He's normal with this number of inputs. */
    private static Implementation he(ToDoubleFunction<Shape> fanIn) {
        return Wrong.law("he_normal", shape -> Wrong.truncated(2 / fanIn.applyAsDouble(shape)));
    }

    /** Glorot's uniform with this sum of inputs and outputs. */
    private static Implementation glorot(ToDoubleFunction<Shape> fans) {
        return Wrong.law("glorot_uniform", shape -> Wrong.uniform(Math.sqrt(6 / fans.applyAsDouble(shape))));
    }

    private static double in(Shape shape) {
        return Fans.of(shape).fanIn();
    }
}
