// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import org.initium.Slice;
import org.initium.random.Sampler;
import org.initium.tensorflow.StatelessRandom;

/**
 * Keras's draws on TensorFlow: {@code tf.random.stateless_*} on seeds that Keras folds to 31 bits.
 *
 * <p>Every 64-bit integer is a valid seed, as in Keras. Seeds and counters are taken modulo 2^31 - 2 (Keras's
 * {@code floormod(seed, int32.max - 1)}), so seeds that far apart draw the same. A shorter tensor is the beginning of a longer
 * one.
 *
 * <p>TensorFlow computes {@code u (maxval - minval) + minval} in floats, so the bounds that {@link Sampler} promises hold but
 * for rounding: {@code maxval} itself may come out. So may what lies outside a float's range: infinities, for a
 * {@code stddev} near the largest float. Subnormal parameters count as zeros and subnormal elements come out as zeros.
 */
public final class TensorFlowSampler implements Sampler {
    /** What Keras takes seed and counter modulo: TensorFlow's {@code int32.max - 1}. */
    private static final long MODULUS = Integer.MAX_VALUE - 1;

    private final StatelessRandom random;

    private TensorFlowSampler(StatelessRandom random) {
        this.random = random;
    }

    /** The sampler of an initializer with this integer seed; every seed is valid. */
    public static TensorFlowSampler of(long seed) {
        return of(seed, 0);
    }

    /**
     * The sampler of call number {@code counter} of an initializer with {@code SeedGenerator(seed)}.
     *
     * @param counter 0 or more
     * @throws IllegalArgumentException if the counter is negative
     */
    public static TensorFlowSampler of(long seed, long counter) {
        Arguments.requireCounter(counter);
        return new TensorFlowSampler(StatelessRandom.of(Math.floorMod(seed, MODULUS), Math.floorMod(counter, MODULUS)));
    }

    @Override
    public void uniform(double minval, double maxval, Slice slice, float[] out, int offset) {
        Arguments.requireUniform(minval, maxval, slice, out, offset);
        random.uniform((float) minval, (float) maxval, slice, out, offset);
    }

    @Override
    public void normal(double mean, double stddev, Slice slice, float[] out, int offset) {
        Arguments.requireNormal(mean, stddev, slice, out, offset);
        random.normal((float) mean, (float) stddev, slice, out, offset);
    }

    @Override
    public void truncatedNormal(double mean, double stddev, Slice slice, float[] out, int offset) {
        Arguments.requireNormal(mean, stddev, slice, out, offset);
        random.truncatedNormal((float) mean, (float) stddev, slice, out, offset);
    }
}
