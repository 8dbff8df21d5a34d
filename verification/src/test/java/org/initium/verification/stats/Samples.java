// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;

/** Samples for the tests of statistics. */
final class Samples {
    private Samples() {}

    static float[] uniform(int seed, int n) {
        float[] x = new float[n];
        sampler(seed).uniform(0, 1, Slice.all(n), x, 0);
        return x;
    }

    static float[] normal(int seed, double stddev, int n) {
        float[] x = new float[n];
        sampler(seed).normal(0, stddev, Slice.all(n), x, 0);
        return x;
    }

    /** Standard normal, cut at two standard deviations. */
    static float[] cutNormal(int seed, int n) {
        float[] x = new float[n];
        sampler(seed).truncatedNormal(0, 1, Slice.all(n), x, 0);
        return x;
    }

    private static Sampler sampler(int seed) {
        return Samplers.of(Key.of(seed));
    }
}
