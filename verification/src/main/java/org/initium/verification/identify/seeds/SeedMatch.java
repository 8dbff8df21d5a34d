// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.seeds;

import java.util.List;

/**
 * A seed that gives the tensor, or at least a few elements near its beginning.
 *
 * @param sampler native, jax, torch, tensorflow or numpy
 * @param seeding how the sampler got its key from the seed
 * @param seed the seed
 * @param initializers those whose whole tensor is the same to the bit; empty if none of those tried is
 * @param differing elements that differ from the seed's draws by more than roundings, once those are brought to the tensor's scale
 * @param factor what draws of the family's standard member were multiplied by
 * @param shift what was added
 */
public record SeedMatch(
        String sampler,
        String seeding,
        long seed,
        List<String> initializers,
        long differing,
        double factor,
        double shift) {
    /** Copies the names. */
    public SeedMatch {
        initializers = List.copyOf(initializers);
    }

    /** Whether an initializer gives every bit of the tensor. */
    public boolean exact() {
        return !initializers.isEmpty();
    }
}
