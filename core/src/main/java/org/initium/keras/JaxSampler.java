// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import java.util.Objects;
import org.initium.Slice;
import org.initium.jax.JaxKey;
import org.initium.jax.JaxRandom;
import org.initium.random.Sampler;

/**
 * What Keras's initializers draw on JAX: {@link JaxRandom}, with mean and standard deviation applied in two further steps, a
 * product and a sum, each rounded.
 *
 * <p>Keras makes the key's two words of the seed and the counter, where {@code jax.random.key} makes them of 0 and the seed;
 * so its {@code seed=42} and {@code JaxKey.of(42)} are different streams. Element {@code i} depends on the key, the law and
 * {@code i} alone. The rounding of {@link JaxRandom#uniform} can give {@code maxval}, and a truncated normal its bounds.
 */
public final class JaxSampler implements Sampler {
    private final JaxKey key;

    private JaxSampler(JaxKey key) {
        this.key = key;
    }

    /**
     * What an initializer with this integer seed draws from.
     *
     * @param seed from 0 to 2^32-1
     * @throws IllegalArgumentException if the seed is outside its range, where Keras raises OverflowError
     */
    public static JaxSampler of(long seed) {
        return of(seed, 0);
    }

    /**
     * What call number {@code counter} of an initializer with {@code SeedGenerator(seed)} draws from.
     *
     * @param seed from 0 to 2^32-1
     * @param counter from 0 to 2^32-1
     * @throws IllegalArgumentException if one is outside its range, where Keras raises OverflowError
     */
    public static JaxSampler of(long seed, long counter) {
        return new JaxSampler(new JaxKey(
                Arguments.requireWord(Backend.JAX, "seed", seed),
                Arguments.requireWord(Backend.JAX, "counter", counter)));
    }

    /** The sampler of a key of JAX's own, such as {@code JaxKey.of(42).split(2).get(1)}. */
    public static JaxSampler of(JaxKey key) {
        return new JaxSampler(Objects.requireNonNull(key, "key"));
    }

    @Override
    public void uniform(double minval, double maxval, Slice slice, float[] out, int offset) {
        Arguments.requireUniform(minval, maxval, slice, out, offset);
        JaxRandom.uniform(key, minval, maxval, slice, out, offset);
    }

    @Override
    public void normal(double mean, double stddev, Slice slice, float[] out, int offset) {
        Arguments.requireNormal(mean, stddev, slice, out, offset);
        JaxRandom.normal(key, mean, stddev, slice, out, offset);
    }

    @Override
    public void truncatedNormal(double mean, double stddev, Slice slice, float[] out, int offset) {
        Arguments.requireNormal(mean, stddev, slice, out, offset);
        JaxRandom.truncatedNormal(key, -2, 2, mean, stddev, slice, out, offset);
    }

    /** Such as {@code JaxSampler[JaxKey[0000002a 00000000]]}. */
    @Override
    public String toString() {
        return "JaxSampler[" + key + "]";
    }
}
