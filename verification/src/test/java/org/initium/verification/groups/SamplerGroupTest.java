// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.PlannedCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerGroupTest {
    private static final double ALPHA = 2.5e-9;

    private static List<CheckGroup> groups() {
        return SamplerGroup.of(Implementation.INITIUM);
    }

    private static List<String> names(SamplerGroup group) {
        return group.plan(Key.of(1), Effort.DEFAULT).stream()
                .map(PlannedCheck::check)
                .toList();
    }

    private static SamplerGroup named(String subject, String law) {
        return groups().stream()
                .map(SamplerGroup.class::cast)
                .filter(group -> group.subject().equals(subject)
                        && group.plan(Key.of(1), Effort.DEFAULT).get(0).shape().equals(law))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everySamplerHasEveryLaw() {
        assertThat(groups()).hasSize(15);
        for (String sampler : List.of("native", "jax", "torch", "tensorflow", "numpy")) {
            for (String law : List.of("uniform", "normal", "truncated_normal")) {
                assertThat(names(named(sampler + " sampler", law)))
                        .contains("finite", "mean", "variance", "kolmogorov_smirnov", "legendre_moments")
                        .contains("serial_correlation", "cross_stream")
                        .doesNotHaveDuplicates();
            }
        }
    }

    /** On another seed than the suite's; with others, the three groups would fail with probability 1e-7. */
    @ParameterizedTest
    @CsvSource({"native, normal", "torch, truncated_normal", "numpy, uniform"})
    void aRightSamplerPasses(String sampler, String law) {
        assertThat(named(sampler + " sampler", law).plan(Key.of(20), Effort.DEFAULT))
                .allSatisfy(check ->
                        assertThat(check.run(ALPHA).passed()).as(check.label()).isTrue());
    }

    @Test
    void theChecksFollowFromTheLaw() {
        assertThat(names(named("native sampler", "uniform")))
                .contains("bounds", "edge_gap", "equal_bins", "resolution", "fair_bits");
        assertThat(names(named("native sampler", "normal")))
                .contains("tail_counts", "equal_bins")
                .doesNotContain("bounds", "edge_gap", "resolution", "fair_bits");
        assertThat(names(named("native sampler", "truncated_normal"))).contains("bounds", "edge_gap", "equal_bins");
        // PyTorch's gives up after four tries.
        assertThat(names(named("torch sampler", "truncated_normal")))
                .doesNotContain("bounds", "edge_gap", "equal_bins");
        assertThat(named("torch sampler", "truncated_normal").bounds()).isEqualTo(Bounds.LEAKING);
        assertThat(named("numpy sampler", "uniform").bounds()).isEqualTo(Bounds.CLOSED);
        assertThat(named("native sampler", "uniform").bounds()).isEqualTo(Bounds.HALF_OPEN);
    }

    @Test
    void planningDrawsNothingAndDoesNotDependOnTheEffort() {
        SamplerGroup never = new SamplerGroup(
                "never",
                key -> {
                    throw new AssertionError("planning drew a sample");
                },
                new ExpectedLaw.Uniform(-1, 1),
                Bounds.HALF_OPEN,
                24);
        assertThat(never.plan(Key.of(1), new Effort(true, true)))
                .extracting(PlannedCheck::label)
                .isEqualTo(never.plan(Key.of(2), Effort.DEFAULT).stream()
                        .map(PlannedCheck::label)
                        .toList());
    }

    /** Each key's stream is right for itself: only the check of two streams sees that they are one. */
    @Test
    void oneStreamForAllKeysFailsTheCheckOfTwo() {
        SamplerGroup one = new SamplerGroup(
                "one", key -> Samplers.of(Key.of(3)), new ExpectedLaw.Normal(0, 1), Bounds.HALF_OPEN, 24);
        assertThat(one.plan(Key.of(1), Effort.DEFAULT))
                .filteredOn(check -> !check.run(ALPHA).passed())
                .extracting(PlannedCheck::check)
                .containsExactly("cross_stream");
    }

    /** The law is asked of the sampler with its parameters. */
    @Test
    void anotherLawFails() {
        SamplerGroup wrong = new SamplerGroup(
                "wrong",
                key -> new WrongMean(Samplers.of(key)),
                new ExpectedLaw.TruncatedNormal(0, 1),
                Bounds.HALF_OPEN,
                24);
        assertThat(wrong.plan(Key.of(1), Effort.DEFAULT))
                .filteredOn(check -> !check.run(ALPHA).passed())
                .extracting(PlannedCheck::check)
                .contains("bounds", "mean", "kolmogorov_smirnov")
                .doesNotContain("serial_correlation");
    }

    /** Its mean is off by a hundredth. */
    private record WrongMean(Sampler right) implements Sampler {
        @Override
        public void uniform(double minval, double maxval, Slice slice, float[] out, int offset) {
            throw new AssertionError("asked for the uniform law");
        }

        @Override
        public void normal(double mean, double stddev, Slice slice, float[] out, int offset) {
            throw new AssertionError("asked for the normal law");
        }

        @Override
        public void truncatedNormal(double mean, double stddev, Slice slice, float[] out, int offset) {
            right.truncatedNormal(mean + 0.01, stddev, slice, out, offset);
        }
    }
}
