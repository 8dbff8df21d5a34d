// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import org.initium.Slice;
import org.initium.numpy.Generator;
import org.initium.random.HaarMethod;
import org.initium.random.Sampler;

/**
 * What Keras draws on NumPy: {@code numpy.random.default_rng([seed, counter])}, in double precision with one rounding to
 * {@code float} at the end.
 *
 * <p>Element {@code i} depends on (seed, counter), the law and {@code i} only, not on the tensor's size. NumPy reads one
 * word after another, and how many a normal takes is known only by reading them; so a slice of a normal from the middle
 * first costs as much as all elements before it. The sampler remembers where it has been: slices in order cost no more
 * than the whole tensor.
 *
 * <p>The bounds are Keras's: a uniform may round up to {@code maxval}, and a truncated normal may lie exactly on a bound or,
 * rounded to a {@code float}, half an ulp beyond.
 */
public final class NumpySampler implements Sampler {
    private final Generator generator;

    private NumpySampler(Generator generator) {
        this.generator = generator;
    }

    /**
     * What an initializer with this integer seed draws from.
     *
     * @param seed 0 to 2^32 - 1
     * @throws IllegalArgumentException if the seed is outside this range
     */
    public static NumpySampler of(long seed) {
        return of(seed, 0);
    }

    /**
     * What call number {@code counter} of an initializer with {@code SeedGenerator(seed)} draws from.
     *
     * @param seed 0 to 2^32 - 1
     * @param counter 0 or more; Keras counts in 32 bits, so that call 2^32 draws what call 0 drew
     * @throws IllegalArgumentException if one is outside its range
     */
    public static NumpySampler of(long seed, long counter) {
        int word = Arguments.requireWord(Backend.NUMPY, "seed", seed);
        return new NumpySampler(Generator.of(word, (int) Arguments.requireCounter(counter)));
    }

    /** See {@link Sampler}. */
    @Override
    public void uniform(double minval, double maxval, Slice slice, float[] out, int offset) {
        Arguments.requireUniform(minval, maxval, slice, out, offset);
        generator.uniform(minval, maxval, slice, out, offset);
    }

    /** See {@link Sampler}. */
    @Override
    public void normal(double mean, double stddev, Slice slice, float[] out, int offset) {
        Arguments.requireNormal(mean, stddev, slice, out, offset);
        generator.normal(mean, stddev, slice, out, offset);
    }

    /**
     * See {@link Sampler}. Keras draws normals in batches of the tensor's size and keeps those within two {@code stddev}, bounds
     * included, until it has enough. As all batches come from one generator, the result is simply the first normals that lie
     * inside.
     */
    @Override
    public void truncatedNormal(double mean, double stddev, Slice slice, float[] out, int offset) {
        Arguments.requireNormal(mean, stddev, slice, out, offset);
        generator.normalWithin(mean, stddev, mean - 2 * stddev, mean + 2 * stddev, slice, out, offset);
    }

    /** {@code numpy.linalg.qr} of a double-precision matrix. */
    @Override
    public HaarMethod haarMethod() {
        return HaarMethod.DOUBLE_QR;
    }
}
