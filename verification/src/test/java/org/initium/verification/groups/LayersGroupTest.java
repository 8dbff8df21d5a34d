// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.Law;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.PlannedCheck;
import org.junit.jupiter.api.Test;

class LayersGroupTest {
    private static final Initializer RIGHT = Initializers.of("he_normal");

    /** He's normal, of other words than it is given. */
    private abstract static class Misled implements Initializer {
        @Override
        public Law law(Shape shape) {
            return RIGHT.law(shape);
        }
    }

    private static List<Verdict> verdicts(Initializer initializer) {
        return new LayersGroup("he_normal", initializer)
                .plan(Key.of(3), Effort.DEFAULT).stream()
                        .map(check -> check.run(1e-6))
                        .toList();
    }

    @Test
    void rightLayersPass() {
        assertThat(verdicts(RIGHT)).allMatch(Verdict::passed);
    }

    /** Each layer from one seed: kernels are copies, up to their scale. */
    @Test
    void aSeedThatIsSharedIsFoundByBoth() {
        Initializer shared = new Misled() {
            @Override
            public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
                RIGHT.fill(shape, Samplers.of(Key.of(7)), slice, out, offset);
            }
        };
        assertThat(verdicts(shared)).noneMatch(Verdict::passed);
    }

    /** One stream, each layer from a place of its own, which is not far enough: no element is that at its place in another. */
    @Test
    void wordsThatOverlapAreFoundAsBlocks() {
        Initializer overlapping = new Misled() {
            @Override
            public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
                // A chunk of normals is 64 words long, and a layer's first one depends on its shape.
                int start = 64 * ((31 * shape.dim(0) + shape.dim(-1)) % 997);
                long total = shape.size() + 64_000;
                float[] all = new float[(int) total];
                Samplers.of(Key.of(7)).normal(0, 1, Slice.all(all.length), all, 0);
                double scale = RIGHT.law(shape).stddev();
                for (int i = 0; i < slice.count(); i++) {
                    out[offset + i] = (float) (scale * all[start + (int) slice.first() + i]);
                }
            }
        };
        List<Verdict> verdicts = verdicts(overlapping);
        assertThat(verdicts.get(0).passed()).isFalse();
        assertThat(verdicts.get(1).passed()).isTrue();
    }

    @Test
    void everyInitializerThatDrawsIndependentlyIsHereAndEveryRandomOneOnEachBackend() {
        Shape shape = Shape.of(3, 5, 7, 11);
        List<String> random = Initializers.names().stream()
                .filter(name -> !List.of("identity", "sparse", "stft").contains(name)
                        && Recipes.of(name, shape) instanceof ExpectedLaw.Random)
                .toList();
        assertThat(LayersGroup.of(Implementation.INITIUM))
                .extracting(group -> ((LayersGroup) group).name())
                .containsExactlyElementsOf(random);
        List<String> subjects = BackendGroups.of(Implementation.INITIUM).stream()
                .map(group -> group.plan(Key.of(0), Effort.DEFAULT).get(0).subject())
                .distinct()
                .toList();
        for (String backend : List.of("jax", "torch", "tensorflow", "numpy")) {
            assertThat(random).allSatisfy(name -> assertThat(subjects).contains(name + " on " + backend));
            assertThat(subjects)
                    .contains("orthogonal on " + backend, "sparse on " + backend, "delta_orthogonal on " + backend);
        }
        assertThat(subjects).hasSize(4 * (random.size() + 3));
    }

    /** An initializer that goes wrong with one sampler alone: it takes a normal of the sampler's for a truncated one. */
    @Test
    void aFaultOnOneBackendIsFoundThere() {
        Sampler jax = Implementation.INITIUM.samplers().get("jax").apply(Key.of(0));
        Initializer wrong = new Misled() {
            @Override
            public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
                if (sampler.getClass() == jax.getClass()) {
                    sampler.normal(0, RIGHT.law(shape).stddev(), slice, out, offset);
                } else {
                    RIGHT.fill(shape, sampler, slice, out, offset);
                }
            }
        };
        Implementation implementation = Implementation.INITIUM.withInitializers(one -> one.equals(RIGHT) ? wrong : one);
        for (CheckGroup group : BackendGroups.of(implementation)) {
            List<PlannedCheck> plan = group.plan(Key.of(5), Effort.DEFAULT);
            String subject = plan.get(0).subject();
            if (subject.startsWith("he_normal on")) {
                assertThat(plan.stream().allMatch(check -> check.run(1e-6).passed()))
                        .as(subject)
                        .isEqualTo(!subject.endsWith("jax"));
            }
        }
    }
}
