// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import java.util.function.DoubleUnaryOperator;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.NativeWords;
import org.initium.random.Sampler;

/**
 * A sampler that makes its standard elements in ways of its own, and scales them as it should.
 *
 * @param right the sampler without a fault
 * @param key the stream's, for those who read its words
 * @param uniform on [0, 1)
 * @param normal with mean 0 and standard deviation 1
 * @param truncated the same, cut at -2 and 2
 */
record WrongSampler(Sampler right, Key key, Standard uniform, Standard normal, Standard truncated) implements Sampler {
    private static final Standard UNIFORM = (right, key, slice, out, offset) -> right.uniform(0, 1, slice, out, offset);
    private static final Standard NORMAL = (right, key, slice, out, offset) -> right.normal(0, 1, slice, out, offset);
    private static final Standard TRUNCATED =
            (right, key, slice, out, offset) -> right.truncatedNormal(0, 1, slice, out, offset);

    /** Elements whose words are read at a time. */
    private static final int BATCH = 4096;

    /** How standard elements are made. */
    @FunctionalInterface
    interface Standard {
        /** Writes the elements of the slice to {@code out[offset ..]}. */
        void fill(Sampler right, Key key, Slice slice, float[] out, int offset);

        /** The same elements, each changed. */
        default Standard then(DoubleUnaryOperator change) {
            return (right, key, slice, out, offset) -> {
                fill(right, key, slice, out, offset);
                for (int i = offset; i < offset + slice.count(); i++) {
                    out[i] = (float) change.applyAsDouble(out[i]);
                }
            };
        }
    }

    /** An element from some words of its own. */
    @FunctionalInterface
    interface FromWords {
        /** The element made of the words from {@code words[at]} on. */
        double of(int[] words, int at);
    }

    /** Right but for its uniform elements, which are right ones that are changed. */
    static WrongSampler uniform(Sampler right, Key key, DoubleUnaryOperator change) {
        return uniform(right, key, UNIFORM.then(change));
    }

    /** Right but for its uniform elements. */
    static WrongSampler uniform(Sampler right, Key key, Standard uniform) {
        return new WrongSampler(right, key, uniform, NORMAL, TRUNCATED);
    }

    /** Right but for its normal elements. */
    static WrongSampler normal(Sampler right, Key key, Standard normal) {
        return new WrongSampler(right, key, UNIFORM, normal, TRUNCATED);
    }

    /** Right but for its truncated elements. */
    static WrongSampler truncated(Sampler right, Key key, Standard truncated) {
        return new WrongSampler(right, key, UNIFORM, NORMAL, truncated);
    }

    /** Normals that are right ones, changed. */
    static Standard normals(DoubleUnaryOperator change) {
        return NORMAL.then(change);
    }

    /** Elements of which each is made of so many words. */
    static Standard words(int each, FromWords element) {
        return (right, key, slice, out, offset) -> {
            int[] words = new int[BATCH * each];
            for (int done = 0; done < slice.count(); done += BATCH) {
                int n = Math.min(BATCH, slice.count() - done);
                NativeWords.fill(key, (slice.first() + done) * each, n * each, words, 0);
                for (int i = 0; i < n; i++) {
                    out[offset + done + i] = (float) element.of(words, i * each);
                }
            }
        };
    }

    @Override
    public void uniform(double minval, double maxval, Slice slice, float[] out, int offset) {
        uniform.then(u -> minval + (maxval - minval) * u).fill(right, key, slice, out, offset);
    }

    @Override
    public void normal(double mean, double stddev, Slice slice, float[] out, int offset) {
        normal.then(z -> mean + stddev * z).fill(right, key, slice, out, offset);
    }

    @Override
    public void truncatedNormal(double mean, double stddev, Slice slice, float[] out, int offset) {
        truncated.then(z -> mean + stddev * z).fill(right, key, slice, out, offset);
    }
}
