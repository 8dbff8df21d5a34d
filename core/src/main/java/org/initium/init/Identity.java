// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import java.util.Arrays;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.random.Sampler;

/**
 * {@code gain} on the main diagonal of a matrix, which may be rectangular: {@code keras.initializers.Identity}.
 *
 * <p>Off the diagonal stands {@code gain * 0}, as in Keras: -0.0 for a negative gain.
 *
 * @param gain the diagonal's value, rounded to a float
 */
public record Identity(double gain) implements Initializer {
    /** Keras's default: gain 1. */
    public static final Identity DEFAULT = new Identity(1);

    /**
     * Checks the gain.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public Identity {
        Arguments.requireFinite("gain", gain);
    }

    /**
     * The identity's mean and deviation over the positions of the matrix.
     *
     * @throws IllegalArgumentException if the rank is not 2
     */
    @Override
    public Law.Structured law(Shape shape) {
        requireMatrix(shape);
        double onDiagonal = shape.size() == 0 ? 0 : Math.min(shape.dim(0), shape.dim(1)) / (double) shape.size();
        return new Law.Structured(
                gain + " on the main diagonal, " + (float) gain * 0 + " elsewhere",
                gain * onDiagonal,
                Math.abs(gain) * Math.sqrt(onDiagonal * (1 - onDiagonal)),
                Math.min(0, gain),
                Math.max(0, gain));
    }

    @Override
    public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
        requireMatrix(shape);
        slice.requireOf(shape);
        Arguments.requireRoom(slice, out, offset);
        Arrays.fill(out, offset, offset + slice.count(), (float) gain * 0);
        // Diagonal elements lie at multiples of columns + 1, as many as the shorter side has.
        long step = shape.dim(1) + 1L;
        long last = slice.first() + slice.count();
        for (long row = (slice.first() + step - 1) / step; row < Math.min(shape.dim(0), shape.dim(1)); row++) {
            if (row * step >= last) {
                break;
            }
            out[offset + (int) (row * step - slice.first())] = (float) gain;
        }
    }

    private static void requireMatrix(Shape shape) {
        if (shape.rank() != 2) {
            throw new IllegalArgumentException("identity needs a shape of rank 2, got " + shape + " of rank "
                    + shape.rank() + ", for which Keras raises ValueError");
        }
    }
}
