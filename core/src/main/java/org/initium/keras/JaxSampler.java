// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import org.initium.Slice;
import org.initium.random.Sampler;

/** Keras's draws on Jax. */
public final class JaxSampler implements Sampler {
    private JaxSampler() {}

    /** The sampler of an integer seed. */
    public static JaxSampler of(long seed) {
        return of(seed, 0);
    }

    /** The sampler of call number {@code counter} of a SeedGenerator. */
    public static JaxSampler of(long seed, long counter) {
        throw new UnsupportedOperationException("seed " + seed + ", counter " + counter);
    }

    @Override
    public void uniform(double minval, double maxval, Slice slice, float[] out, int offset) {}

    @Override
    public void normal(double mean, double stddev, Slice slice, float[] out, int offset) {}

    @Override
    public void truncatedNormal(double mean, double stddev, Slice slice, float[] out, int offset) {}
}
