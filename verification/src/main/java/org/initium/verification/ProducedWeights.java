// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Law;
import org.initium.random.Sampler;
import org.initium.verification.checks.DeclaredLawCheck;
import org.initium.verification.plan.CheckGroup;

/** Weights of any origin as an initializer: what the sampler draws is the seed. */
record ProducedWeights(String subject, Verify.Producer producer) implements Initializer {
    /** Bits of a seed that one uniform float below 2^16 gives exactly, of its 24. */
    private static final int BITS = 16;

    /** The same checks but for that of the declared law: a producer declares none. */
    static CheckGroup withoutDeclaredLaw(CheckGroup group) {
        return (key, effort) -> group.plan(key, effort).stream()
                .filter(check -> !check.check().equals(DeclaredLawCheck.NAME))
                .toList();
    }

    /** There is none. */
    @Override
    public Law law(Shape shape) {
        throw new UnsupportedOperationException("'" + subject + "' declares no law");
    }

    @Override
    public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
        float[] weights;
        try {
            weights = producer.produce(shape, seed(sampler));
        } catch (Exception e) {
            throw new IllegalStateException("'" + subject + "' threw " + e + " on shape " + shape, e);
        }
        if (weights == null || weights.length != shape.size()) {
            throw new IllegalStateException("'" + subject + "' gave "
                    + (weights == null ? "null" : weights.length + " elements") + " for shape " + shape + ", expected "
                    + shape.size() + " elements");
        }
        System.arraycopy(weights, (int) slice.first(), out, offset, slice.count());
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
