// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.Law;
import org.initium.init.RandomNormal;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.HistogramData;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.plan.QuantileData;
import org.initium.verification.plan.Stages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampledGroupTest {
    private static final double ALPHA = 2.5e-9;

    private static SampledGroup group(String name, Shape shape) {
        return new SampledGroup(
                name, Initializers.of(name), shape, (ExpectedLaw.Random) Recipes.of(name, shape), Bounds.HALF_OPEN);
    }

    private static PlannedCheck named(String name, List<PlannedCheck> plan) {
        return plan.stream()
                .filter(check -> check.check().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** On other seeds than the suite's; with others, some 10 checks would fail with probability 3e-8. */
    @ParameterizedTest
    @ValueSource(strings = {"he_uniform", "random_normal", "glorot_normal"})
    void aRightInitializerPasses(String name) {
        assertThat(group(name, Shape.of(3, 5, 7, 11)).plan(Key.of(11), Effort.DEFAULT))
                .allSatisfy(check ->
                        assertThat(check.run(ALPHA).passed()).as(check.label()).isTrue());
    }

    /** The figures of {@link SampledGroup#SAMPLE}. */
    @ParameterizedTest
    @CsvSource({"random_normal, 0.0144", "truncated_normal, 0.0143", "random_uniform, 0.0108"})
    void theSampleFindsWhatItsCommentSays(String name, double stddev) {
        List<PlannedCheck> plan = group(name, Shape.of(25, 20)).plan(Key.of(1), Effort.DEFAULT);
        assertThat(named("variance", plan).run(Stages.FIRST).detects().size()).isCloseTo(stddev, within(1e-4));
        assertThat(named("kolmogorov_smirnov", plan).run(Stages.FIRST).detects().size())
                .isCloseTo(0.012, within(1e-4));
    }

    @Test
    void theChecksFollowFromTheLaw() {
        assertThat(names(group("he_uniform", Shape.of(17))))
                .contains("bounds", "edge_gap")
                .doesNotContain("tail_counts");
        assertThat(names(group("he_normal", Shape.of(17))))
                .contains("bounds", "edge_gap")
                .doesNotContain("tail_counts");
        assertThat(names(group("random_normal", Shape.of(17))))
                .contains("tail_counts")
                .doesNotContain("bounds", "edge_gap");
        assertThat(names(group("random_normal", Shape.of(17))))
                .contains(
                        "declared_law",
                        "finite",
                        "mean",
                        "variance",
                        "equal_bins",
                        "kolmogorov_smirnov",
                        "legendre_moments")
                .doesNotHaveDuplicates();
    }

    private static List<String> names(SampledGroup group) {
        return group.plan(Key.of(1), Effort.DEFAULT).stream()
                .map(PlannedCheck::check)
                .toList();
    }

    /** As many whole tensors as 100,000 elements need, each from a stream of its own. */
    @ParameterizedTest
    @CsvSource({"'', 100000", "'64,1', 1563", "'784,128', 1", "'1000,300', 1"})
    void smallTensorsMakeUpForTheirSize(String text, int tensors) {
        Shape shape = text.isEmpty() ? Shape.of() : Shape.parse(text);
        List<Float> firsts = Collections.synchronizedList(new ArrayList<>());
        Initializer recorder = new Initializer() {
            @Override
            public Law law(Shape any) {
                return RandomNormal.DEFAULT.law(any);
            }

            @Override
            public void fill(Shape any, Sampler sampler, Slice slice, float[] out, int offset) {
                assertThat(any).isEqualTo(shape);
                assertThat(slice).isEqualTo(Slice.all(shape.intSize()));
                RandomNormal.DEFAULT.fill(any, sampler, slice, out, offset);
                firsts.add(out[offset]);
            }
        };
        SampledGroup group = new SampledGroup("x", recorder, shape, new ExpectedLaw.Normal(0, 0.05), Bounds.HALF_OPEN);
        List<PlannedCheck> plan = group.plan(Key.of(5), Effort.DEFAULT);
        assertThat(named("mean", plan).run(ALPHA).detail()).startsWith("N = " + tensors * shape.size() + ";");
        assertThat(firsts).hasSize(tensors);
        // Of 100,000 normal floats some hundreds have a twin; of 1,563 of one stream all would.
        assertThat(firsts.stream().distinct().count()).isGreaterThan((long) (0.98 * tensors));
        assertThat(firsts.get(0)).isEqualTo(first(Key.of(5).child(0), shape));
        assertThat(firsts.get(tensors - 1)).isEqualTo(first(Key.of(5).child(tensors - 1), shape));
        // The sample is drawn once for all checks.
        named("variance", plan).run(ALPHA);
        assertThat(firsts).hasSize(tensors);
    }

    private static float first(Key key, Shape shape) {
        return RandomNormal.DEFAULT.create(shape, Samplers.of(key))[0];
    }

    @ParameterizedTest
    @CsvSource({"false, false, 100000", "true, false, 1000000", "false, true, 1000000"})
    void theEffortMultipliesTheSample(boolean full, boolean again, int n) {
        List<PlannedCheck> plan = group("lecun_uniform", Shape.of(25, 20)).plan(Key.of(1), new Effort(full, again));
        assertThat(named("mean", plan).run(ALPHA).detail()).startsWith("N = " + n + ";");
    }

    @Test
    void theWrongLawFails() {
        Shape shape = Shape.of(25, 20);
        SampledGroup wrong = new SampledGroup(
                "x",
                Initializers.lecunNormal(),
                shape,
                (ExpectedLaw.Random) Recipes.of("he_normal", shape),
                Bounds.HALF_OPEN);
        assertThat(wrong.plan(Key.of(1), Effort.DEFAULT))
                .filteredOn(check -> !check.run(ALPHA).passed())
                .extracting(PlannedCheck::check)
                .contains(
                        "declared_law", "edge_gap", "variance", "equal_bins", "kolmogorov_smirnov", "legendre_moments")
                .doesNotContain("finite", "bounds", "mean");
    }

    @Test
    void thePicturesAreOfOneShapeOnly() {
        assertThat(group("he_normal", Shape.of(784, 128)).pictures(Key.of(1)))
                .hasExactlyElementsOfTypes(HistogramData.class, QuantileData.class);
        assertThat(group("he_normal", Shape.of(25, 20)).pictures(Key.of(1))).isEmpty();
    }
}
