// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import org.initium.Slice;
import org.initium.random.Sampler;

/** Keras's draws on Numpy. */
public final class NumpySampler implements Sampler {
    private NumpySampler() {}

    /** The sampler of an integer seed. */
    public static NumpySampler of(long seed) {
        return of(seed, 0);
    }

    /** The sampler of call number {@code counter} of a SeedGenerator. */
    public static NumpySampler of(long seed, long counter) {
        throw new UnsupportedOperationException("seed " + seed + ", counter " + counter);
    }

    @Override
    public void uniform(double minval, double maxval, Slice slice, float[] out, int offset) {}

    @Override
    public void normal(double mean, double stddev, Slice slice, float[] out, int offset) {}

    @Override
    public void truncatedNormal(double mean, double stddev, Slice slice, float[] out, int offset) {}
}
