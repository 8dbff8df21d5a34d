// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import org.initium.Slice;

/**
 * A source of random tensors: the three laws that the initializers need, for one key.
 *
 * <p>Element {@code i} of a tensor depends on the sampler's key, the law, {@code i} and (for the samplers that replay
 * another library's sequential generator) the tensor's number of elements; never on which slice it was asked for in, on
 * threads or on the CPU. A sampler has no state: asking twice gives the same elements twice.
 *
 * <p>All methods write elements {@code slice.first() ..} to {@code out[offset ..]} and nothing else. They throw
 * {@link IllegalArgumentException} for parameters outside the stated ranges and {@link IndexOutOfBoundsException} if the
 * slice does not fit {@code out}, in both cases before anything is written.
 */
public interface Sampler {
    /**
     * Uniform on {@code [minval, maxval)}. The native sampler never gives {@code maxval}, and where no float lies between the
     * bounds, constantly the one nearest to {@code minval}; another library's sampler rounds as that library does, which can
     * reach {@code maxval}.
     *
     * <p>The elements come from a grid of at most 2^24 points, rounded to floats; so where floats are spaced wider than the
     * grid, as on [1, 2), their last bits follow the rounding.
     *
     * @param minval lower bound
     * @param maxval upper bound, at least {@code minval}; both, and their difference, within a float's range
     */
    void uniform(double minval, double maxval, Slice slice, float[] out, int offset);

    /**
     * Normal with this mean and standard deviation.
     *
     * @param mean finite
     * @param stddev 0 or more, finite; for the native sampler {@code |mean| + 7 stddev} within a float's range
     */
    void normal(double mean, double stddev, Slice slice, float[] out, int offset);

    /**
     * Normal, conditioned on lying within two {@code stddev} of {@code mean} (PyTorch's way of drawing it leaves 4 of a million
     * outside). {@code stddev} is that of the normal before
     * truncation; the result's is smaller by the factor 0.87962566103423978.
     *
     * @param mean finite
     * @param stddev 0 or more, finite; for the native sampler {@code |mean| + 2 stddev} within a float's range
     */
    void truncatedNormal(double mean, double stddev, Slice slice, float[] out, int offset);

    /** How an orthogonal matrix is made from this sampler's normals; {@link HaarMethod#FLOAT_QR} unless it says otherwise. */
    default HaarMethod haarMethod() {
        return HaarMethod.FLOAT_QR;
    }
}
