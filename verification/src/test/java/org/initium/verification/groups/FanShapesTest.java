// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.initium.Shape;
import org.initium.init.Initializers;
import org.initium.init.VarianceScaling;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.Stages;
import org.initium.verification.stats.BoundedVariance;
import org.initium.verification.stats.ChiSquaredVariance;
import org.junit.jupiter.api.Test;

/** The shapes tell all fans apart, by the figures that the test of the variance states and no sample. */
class FanShapesTest {
    /** What libraries have taken, or could take, for the number that the scale is divided by. */
    private static final Map<String, ToDoubleFunction<Shape>> FANS = fans();

    /** On how many shapes at least. */
    private static final int SHAPES = 3;

    private static Map<String, ToDoubleFunction<Shape>> fans() {
        Map<String, ToDoubleFunction<Shape>> fans = new LinkedHashMap<>();
        fans.put("in", FanShapesTest::in);
        fans.put("out", FanShapesTest::out);
        fans.put("average", shape -> (in(shape) + out(shape)) / 2);
        fans.put("sum", shape -> in(shape) + out(shape));
        fans.put("geometric average", shape -> Math.sqrt(in(shape) * out(shape)));
        fans.put("larger", shape -> Math.max(in(shape), out(shape)));
        fans.put("smaller", shape -> Math.min(in(shape), out(shape)));
        fans.put("channels in", shape -> shape.rank() < 2 ? in(shape) : shape.dim(-2));
        fans.put("channels out", shape -> shape.rank() < 2 ? in(shape) : shape.dim(-1));
        fans.put("channels in counted twice", shape -> in(shape) * (shape.rank() < 3 ? 1 : shape.dim(-2)));
        fans.put("channels out counted twice", shape -> out(shape) * (shape.rank() < 3 ? 1 : shape.dim(-1)));
        fans.put("receptive field", shape -> shape.rank() < 3 ? in(shape) : in(shape) / shape.dim(-2));
        fans.put(
                "sum of the dimensions", shape -> Arrays.stream(shape.toArray()).sum());
        fans.put("all elements", Shape::size);
        // Layouts (in, out, ...), (out, in, ...) and (in, ..., out) taken for (..., in, out).
        fans.put("in of channels first", shape -> shape.rank() < 2 ? in(shape) : (double) shape.size() / shape.dim(1));
        fans.put("out of channels first", shape -> shape.rank() < 2 ? in(shape) : (double) shape.size() / shape.dim(0));
        fans.put("first dimension", shape -> shape.rank() < 2 ? in(shape) : shape.dim(0));
        fans.put(
                "all but the first dimension twice",
                shape -> shape.rank() < 2 ? in(shape) : (double) shape.size() / shape.dim(0) * shape.dim(-2));
        return fans;
    }

    /** Written once more, from the documentation of keras.initializers. */
    private static double in(Shape shape) {
        double product = 1;
        for (int axis = 0; axis < Math.max(1, shape.rank() - 1) && axis < shape.rank(); axis++) {
            product *= shape.dim(axis);
        }
        return product;
    }

    private static double out(Shape shape) {
        double product = 1;
        for (int axis = 0; axis < shape.rank(); axis++) {
            product *= axis == shape.rank() - 2 ? 1 : shape.dim(axis);
        }
        return product;
    }

    private static Map<String, List<SampledGroup>> scaled() {
        return InitializerGroups.of(Implementation.INITIUM).stream()
                .filter(SampledGroup.class::isInstance)
                .map(SampledGroup.class::cast)
                .filter(group -> group.initializer() instanceof VarianceScaling
                        && !group.subject().contains("by axes")
                        && !group.subject().contains(" on "))
                .collect(Collectors.groupingBy(SampledGroup::subject, LinkedHashMap::new, Collectors.toList()));
    }

    @Test
    void allInitializersThatScaleAreHere() {
        List<String> names = new ArrayList<>();
        for (String name : Initializers.names()) {
            if (Initializers.of(name) instanceof VarianceScaling) {
                names.add(name);
            }
        }
        assertThat(names).hasSize(7);
        assertThat(scaled()).containsKeys(names.toArray(String[]::new)).hasSize(10);
    }

    @Test
    void theShapesAreManyAndOfAllRanks() {
        for (String name : List.of("he_normal", "glorot_uniform")) {
            List<Shape> shapes =
                    scaled().get(name).stream().map(SampledGroup::shape).toList();
            assertThat(shapes.stream().filter(shape -> shape.rank() >= 2 && in(shape) != out(shape)))
                    .hasSizeGreaterThanOrEqualTo(12);
            assertThat(shapes.stream().map(Shape::rank)).contains(0, 1, 2, 3, 4, 5);
        }
    }

    @Test
    void everyFanTakenForTheRightOneIsFound() {
        scaled().forEach((name, groups) -> {
            int right = 0;
            for (Map.Entry<String, ToDoubleFunction<Shape>> fan : FANS.entrySet()) {
                int same = 0;
                int found = 0;
                for (SampledGroup group : groups) {
                    VarianceScaling scaling = (VarianceScaling) group.initializer();
                    double wrong = Math.sqrt(
                            scaling.scale() / Math.max(1, fan.getValue().applyAsDouble(group.shape())));
                    double error = Math.abs(wrong / group.law().stddev() - 1);
                    same += error < 1e-12 ? 1 : 0;
                    found += error > detectable(group) ? 1 : 0;
                }
                if (same == groups.size()) {
                    right++;
                } else {
                    assertThat(found).as("%s by %s", name, fan.getKey()).isGreaterThanOrEqualTo(SHAPES);
                }
            }
            assertThat(right).as("%s by its own fan", name).isEqualTo(1);
        });
    }

    private static double detectable(SampledGroup group) {
        int size = group.shape().intSize();
        int n = (SampledGroup.SAMPLE + size - 1) / size * size;
        ExpectedLaw.Random law = group.law();
        return law instanceof ExpectedLaw.Normal
                ? ChiSquaredVariance.detectable(n, Stages.FIRST)
                : BoundedVariance.detectable(n, law.kurtosis(), law.bound(), Stages.FIRST);
    }
}
