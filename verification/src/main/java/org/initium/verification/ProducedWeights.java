// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import java.util.List;
import java.util.Set;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Law;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.verification.checks.DeclaredLawCheck;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.streams.SameSeedCheck;

/** Weights of any origin as an initializer: what the sampler draws is the seed. */
record ProducedWeights(String subject, Verify.Producer producer) implements Initializer {
    /** Bits of a seed that one uniform float below 2^16 gives exactly, of its 24. */
    private static final int BITS = 16;

    /** What a producer promises nothing of: it declares no law, and may be one that cannot be given a seed. */
    private static final Set<String> NO_PROMISES = Set.of(DeclaredLawCheck.NAME, SameSeedCheck.NAME);

    /** The same checks but for those of promises that a producer does not make. */
    static CheckGroup withoutPromises(CheckGroup group) {
        return new CheckGroup() {
            @Override
            public List<PlannedCheck> plan(Key key, Effort effort) {
                return group.plan(key, effort).stream()
                        .filter(check -> !NO_PROMISES.contains(check.check()))
                        .toList();
            }

            @Override
            public boolean repeatable(Effort effort) {
                return group.repeatable(effort);
            }
        };
    }

    /** There is none. */
    @Override
    public Law law(Shape shape) {
        throw new UnsupportedOperationException("'" + subject + "' declares no law");
    }

    @Override
    public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
        // One at a time, for a library's layer or generator keeps its weights or its seed until they are read.
        synchronized (producer) {
            System.arraycopy(weights(shape, seed(sampler)), (int) slice.first(), out, offset, slice.count());
        }
    }

    private float[] weights(Shape shape, long seed) {
        float[] weights;
        try {
            weights = producer.produce(shape, seed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("'" + subject + "' was interrupted on shape " + shape, e);
        } catch (Exception e) {
            throw new IllegalStateException("'" + subject + "' threw " + e + " on shape " + shape, e);
        }
        if (weights == null || weights.length != shape.size()) {
            throw new IllegalStateException("'" + subject + "' gave "
                    + (weights == null ? "null" : weights.length + " elements") + " for shape " + shape + ", expected "
                    + shape.size() + " elements");
        }
        return weights;
    }

    private static long seed(Sampler sampler) {
        float[] parts = new float[Long.SIZE / BITS];
        sampler.uniform(0, 1 << BITS, Slice.all(parts.length), parts, 0);
        long seed = 0;
        for (float part : parts) {
            seed = seed << BITS | (long) part;
        }
        return seed;
    }
}
