// SPDX-License-Identifier: Apache-2.0
package org.initium.numpy;

import java.util.Objects;
import org.initium.Slice;

/**
 * {@code numpy.random.Generator} on PCG64, as {@code numpy.random.default_rng} makes it, at random access: each method gives
 * the elements of a slice of the array that a new generator's first call would return, converted to {@code float}.
 *
 * <p>All three laws are sequences whose beginning does not depend on how many values are drawn, so {@code slice.total()} does
 * not matter. From outside a generator has no state, and any number of threads may use one. Inside it remembers how far
 * it has read, so that slices in order cost no more than the whole.
 */
public final class Generator {
    private final Pcg64 words;
    private final Bookmarks normalBookmarks = new Bookmarks();
    private volatile Normals within;

    private Generator(Pcg64 words) {
        this.words = words;
    }

    /**
     * {@code numpy.random.default_rng([seed, counter])}.
     *
     * @param seed an unsigned 32-bit number
     * @param counter an unsigned 32-bit number
     */
    public static Generator of(int seed, int counter) {
        return new Generator(Pcg64.of(seed, counter));
    }

    /**
     * {@code uniform(low, high)}.
     *
     * @throws IndexOutOfBoundsException if the slice does not fit {@code out}
     */
    public void uniform(double low, double high, Slice slice, float[] out, int offset) {
        Objects.checkFromIndexSize(offset, slice.count(), out.length);
        Uniforms.fill(words, low, high, slice.first(), slice.count(), out, offset);
    }

    /**
     * {@code normal(mean, stddev)}.
     *
     * @throws IndexOutOfBoundsException if the slice does not fit {@code out}
     */
    public void normal(double mean, double stddev, Slice slice, float[] out, int offset) {
        Objects.checkFromIndexSize(offset, slice.count(), out.length);
        NormalLaw law = new NormalLaw(mean, stddev, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        new Normals(words, law, normalBookmarks).fill(slice.first(), slice.count(), out, offset);
    }

    /**
     * Those values of {@code normal(mean, stddev)} that lie in {@code [low, high]}.
     *
     * @param low at most {@code mean - stddev}
     * @param high at least {@code mean + stddev}
     * @throws IllegalArgumentException if they are narrower, since then perhaps no value ever lies inside
     * @throws IndexOutOfBoundsException if the slice does not fit {@code out}
     */
    public void normalWithin(
            double mean, double stddev, double low, double high, Slice slice, float[] out, int offset) {
        if (!(low <= mean - stddev && mean + stddev <= high)) {
            throw new IllegalArgumentException(
                    "the interval from " + low + " to " + high + " is too narrow, expected mean " + mean
                            + " and stddev " + stddev + " on both sides of it inside");
        }
        Objects.checkFromIndexSize(offset, slice.count(), out.length);
        NormalLaw law = new NormalLaw(mean, stddev, low, high);
        Normals normals = within;
        if (normals == null || !normals.law().equals(law)) {
            // Which values lie inside, hence where a value begins, depends on the law to the last bit.
            normals = new Normals(words, law, new Bookmarks());
            within = normals;
        }
        normals.fill(slice.first(), slice.count(), out, offset);
    }
}
