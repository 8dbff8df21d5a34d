// SPDX-License-Identifier: Apache-2.0
package org.initium.init.conv;

import java.util.Arrays;
import java.util.Objects;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Law;
import org.initium.init.Orthogonal;
import org.initium.random.Sampler;

/**
 * Convolution kernels whose (in, out) matrix at the middle position is {@link Orthogonal}, with zeros at all others: as a
 * linear map the convolution keeps the norm of every input.
 *
 * <p>L. Xiao, Y. Bahri, J. Sohl-Dickstein, S. S. Schoenholz, J. Pennington (2018), "Dynamical Isometry and a Mean Field Theory
 * of CNNs: How to Train 10,000-Layer Vanilla Convolutional Neural Networks", arXiv:1806.05393, algorithm 1;
 * {@code jax.nn.initializers.delta_orthogonal}. The middle of {@code k} positions is {@code (k - 1) / 2}, the lower one of
 * two, as in JAX ({@link Dirac} takes the upper one, as PyTorch does). Keras has no such initializer.
 *
 * <p>A slice that holds part of the middle matrix costs as much as that matrix.
 *
 * @param gain factor of all elements, rounded to a float
 */
public record DeltaOrthogonal(double gain) implements Initializer {
    /** JAX's default: gain 1. */
    public static final DeltaOrthogonal DEFAULT = new DeltaOrthogonal(1);

    /**
     * Checks the gain.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public DeltaOrthogonal {
        // Orthogonal knows which gains there are.
        gain = new Orthogonal(gain).gain();
    }

    /**
     * Over the positions of the kernel: mean 0, variance {@code gain^2 / (out * taps)}.
     *
     * @throws IllegalArgumentException if the rank is not 3, 4 or 5, or {@code in > out}
     */
    @Override
    public Law.Structured law(Shape shape) {
        CentreTap tap = tap(shape);
        double elements = Math.max(1, (double) tap.out() * tap.taps());
        return new Law.Structured(
                "Haar-distributed " + tap.in() + " x " + tap.out() + " matrix with orthogonal rows of length "
                        + Math.abs(gain) + " at the middle position, 0 at the other " + Math.max(0, tap.taps() - 1),
                0,
                Math.abs(gain) / Math.sqrt(elements),
                -Math.abs(gain),
                Math.abs(gain));
    }

    @Override
    public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
        CentreTap tap = tap(shape);
        slice.requireOf(shape);
        Objects.checkFromIndexSize(offset, slice.count(), out.length);
        Shape matrix = Shape.of(tap.in(), tap.out());
        long from = Math.max(slice.first(), tap.first());
        long to = Math.min(slice.first() + slice.count(), tap.first() + matrix.size());
        if (from >= to) {
            Arrays.fill(out, offset, offset + slice.count(), 0);
            return;
        }
        // The matrix first: it may be too large for an array, and nothing is written then.
        int at = offset + (int) (from - slice.first());
        Slice part = new Slice(matrix.size(), from - tap.first(), (int) (to - from));
        new Orthogonal(gain).fill(matrix, sampler, part, out, at);
        Arrays.fill(out, offset, at, 0);
        Arrays.fill(out, at + part.count(), offset + slice.count(), 0);
    }

    private static CentreTap tap(Shape shape) {
        CentreTap tap = CentreTap.of("delta_orthogonal", shape, k -> (k - 1) / 2);
        if (tap.in() > tap.out()) {
            throw new IllegalArgumentException("delta_orthogonal needs at least as many outputs as inputs, got shape "
                    + shape + " with " + tap.in() + " inputs and " + tap.out() + " outputs");
        }
        return tap;
    }
}
