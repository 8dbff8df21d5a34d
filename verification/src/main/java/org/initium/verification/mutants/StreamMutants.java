// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import static org.initium.verification.mutants.Mutant.PLANTED;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.Law;
import org.initium.init.RandomNormal;
import org.initium.init.RandomUniform;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;

/** Initializers whose tensors have something to do with each other, or nothing with their seed. */
final class StreamMutants {
    /** What all tensors have a part in. */
    private static final Sampler COMMON = Samplers.of(Key.of(0));

    private StreamMutants() {}

    static List<Mutant> all() {
        return List.of(
                // Small tensors repeat each other, so that many of them are no larger a sample than one.
                new Mutant(
                        "shared_stream",
                        "he_normal draws the same numbers for every tensor",
                        "keras-hub#352, lczero-training#218, deel-lip#64",
                        Wrong.damaged("he_normal", (shape, tensor) -> {
                            float[] same = Initializers.heNormal().create(shape, COMMON);
                            System.arraycopy(same, 0, tensor, 0, same.length);
                        }),
                        "shared_block",
                        "cross_layer",
                        "variance",
                        "kolmogorov_smirnov"),
                new Mutant(
                        "fixed_seed",
                        "random_uniform has a seed of its own, which is always the same",
                        PLANTED,
                        Wrong.initializer(RandomUniform.DEFAULT, new Fixed(RandomUniform.DEFAULT)),
                        "other_seed"),
                new Mutant(
                        "opposite_halves",
                        "random_normal's second half is the first with all signs changed",
                        PLANTED,
                        Wrong.damaged("random_normal", (shape, tensor) -> {
                            int half = tensor.length / 2;
                            for (int i = 0; i < half; i++) {
                                tensor[half + i] = -tensor[i];
                            }
                        }),
                        "serial_correlation"),
                new Mutant(
                        "unseeded",
                        "random_normal gives other numbers each time, whatever the seed",
                        "keras#15586, keras#15755, tensorflow#53302, tfjs#7104",
                        Wrong.initializer(RandomNormal.DEFAULT, new Unseeded(RandomNormal.DEFAULT, new AtomicLong())),
                        "same_seed"),
                // Layers have 65,536 elements and more, so that any two have some in common, not at the same places.
                new Mutant(
                        "overlapping_layers",
                        "glorot_normal draws every tensor from one stream, from places less than 65,536 apart",
                        PLANTED,
                        Wrong.initializer("glorot_normal", new Window(Initializers.glorotNormal(), 1 << 16)),
                        "shared_block"),
                new Mutant(
                        "common_part",
                        "random_normal takes a twentieth of the variance from numbers that all tensors have",
                        PLANTED,
                        Wrong.initializer(RandomNormal.DEFAULT, new Mixed(RandomNormal.DEFAULT, 0.05)),
                        "cross_layer"),
                new Mutant(
                        "common_signs",
                        "he_uniform's signs are the same for every tensor",
                        PLANTED,
                        Wrong.damaged("he_uniform", (shape, tensor) -> {
                            float[] signs = Initializers.heUniform().create(shape, COMMON);
                            for (int i = 0; i < tensor.length; i++) {
                                tensor[i] = Math.copySign(tensor[i], signs[i]);
                            }
                        }),
                        "cross_layer"));
    }

    /**
     * The same tensor of a shape for all seeds.
     *
     * @param right whose
     */
    private record Fixed(Initializer right) implements Initializer {
        @Override
        public Law law(Shape shape) {
            return right.law(shape);
        }

        @Override
        public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
            right.fill(shape, COMMON, slice, out, offset);
        }
    }

    /**
     * Right tensors, each of a stream of its own.
     *
     * @param right whose tensors
     * @param drawn how many have been drawn
     */
    private record Unseeded(Initializer right, AtomicLong drawn) implements Initializer {
        @Override
        public Law law(Shape shape) {
            return right.law(shape);
        }

        @Override
        public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
            right.fill(shape, Samplers.of(Key.of(drawn.incrementAndGet())), slice, out, offset);
        }
    }

    /**
     * Tensors that are windows of one stream.
     *
     * @param right whose law they have
     * @param places how many places a window may begin at
     */
    private record Window(Initializer right, int places) implements Initializer {
        @Override
        public Law law(Shape shape) {
            return right.law(shape);
        }

        @Override
        public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
            float[] u = new float[1];
            sampler.uniform(0, places, Slice.all(1), u, 0);
            Slice window = new Slice(slice.total() + places, slice.first() + (long) u[0], slice.count());
            ((Law.Independent) law(shape)).draw(COMMON, window, out, offset);
        }
    }

    /**
     * Normal tensors, each two of which have a correlation.
     *
     * @param right with a mean of 0
     * @param correlation of two tensors
     */
    private record Mixed(Initializer right, double correlation) implements Initializer {
        @Override
        public Law law(Shape shape) {
            return right.law(shape);
        }

        @Override
        public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
            float[] common = new float[slice.count()];
            right.fill(shape, COMMON, slice, common, 0);
            right.fill(shape, sampler, slice, out, offset);
            for (int i = 0; i < common.length; i++) {
                out[offset + i] =
                        (float) (Math.sqrt(1 - correlation) * out[offset + i] + Math.sqrt(correlation) * common[i]);
            }
        }
    }
}
