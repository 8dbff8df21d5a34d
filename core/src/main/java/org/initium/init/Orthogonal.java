// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import org.initium.Shape;
import org.initium.Slice;
import org.initium.linalg.FloatQr;
import org.initium.linalg.Haar;
import org.initium.linalg.Qr;
import org.initium.random.HaarMethod;
import org.initium.random.Sampler;

/**
 * A random matrix with orthonormal columns (or rows, if it is wide), times {@code gain}:
 * {@code keras.initializers.Orthogonal}.
 *
 * <p>A. M. Saxe, J. L. McClelland, S. Ganguli (2014), "Exact solutions to the nonlinear dynamics of learning in deep linear
 * neural networks", arXiv:1312.6120. The shape is seen as a matrix of {@code prod(shape[:-1])} x {@code shape[-1]}; where
 * that is wide, the matrix is made upright and transposed.
 *
 * <p>The matrix is Haar-distributed, that is uniform over all such matrices. The sampler says {@link HaarMethod how} it is
 * made: the native one's are {@link Haar products of reflectors}. The samplers that replay Keras's backends do as Keras does: a
 * normal matrix is factored as Q R, and the columns of Q are multiplied by the signs of R's diagonal, without which Q would
 * not be uniform: F. Mezzadri (2007), "How to generate random matrices from the classical compact groups", Notices of the
 * AMS 54(5).
 *
 * <p>Each element depends on the whole matrix, so a slice costs as much as the tensor. All of a matrix that is not wide is made
 * in place, with some 64 floats of workspace for each row and 200 for each column; a slice, or a wide matrix, needs a second
 * matrix, and a factorisation in double precision three of doubles besides. A factored matrix has at most
 * {@link FloatQr#MAX_ROWS} or {@link Qr#MAX_ROWS} rows (columns, if it is wide).
 *
 * @param gain factor of all elements, rounded to a float
 */
public record Orthogonal(double gain) implements Initializer {
    /** Keras's default: gain 1. */
    public static final Orthogonal DEFAULT = new Orthogonal(1);

    /** Floats in a cache line of 64 bytes. */
    private static final int TILE = 16;

    /**
     * Checks the gain.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public Orthogonal {
        Arguments.requireFinite("gain", gain);
    }

    /**
     * One element of a Haar matrix with {@code n = max(rows, columns)}: mean 0, variance {@code gain^2 / n}.
     *
     * @throws IllegalArgumentException if the rank is below 2
     */
    @Override
    public Law.Structured law(Shape shape) {
        int columns = columns(shape);
        long rows = 1;
        for (int axis = 0; axis < shape.rank() - 1; axis++) {
            rows *= shape.dim(axis);
        }
        boolean tall = rows >= columns;
        return new Law.Structured(
                "Haar-distributed " + rows + " x " + columns + " matrix with orthogonal " + (tall ? "columns" : "rows")
                        + " of length " + Math.abs(gain),
                0,
                Math.abs(gain) / Math.sqrt(Math.max(1, Math.max(rows, columns))),
                -Math.abs(gain),
                Math.abs(gain));
    }

    @Override
    public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
        int columns = columns(shape);
        slice.requireOf(shape);
        Arguments.requireRoom(slice, out, offset);
        int size = shape.intSize();
        if (size == 0 || slice.count() == 0) {
            return;
        }
        int rows = size / columns;
        int m = Math.max(rows, columns);
        int n = Math.min(rows, columns);
        requireFactorable(m, sampler.haarMethod());
        float factor = (float) gain;
        if (rows >= columns && slice.count() == size) {
            draw(m, n, sampler, out, offset);
            for (int i = 0; i < size; i++) {
                out[offset + i] *= factor;
            }
            return;
        }
        float[] q = new float[size];
        draw(m, n, sampler, q, 0);
        if (rows >= columns) {
            for (int i = 0; i < slice.count(); i++) {
                out[offset + i] = factor * q[(int) slice.first() + i];
            }
        } else {
            transpose(q, m, n, factor, slice, out, offset);
        }
    }

    /** Elements {@code slice} of the transpose of the (m, n) matrix Q, in tiles of a cache line either way. */
    private static void transpose(float[] q, int m, int n, float factor, Slice slice, float[] out, int offset) {
        for (int i = 0; i < m; i += TILE) {
            for (int j = 0; j < n; j += TILE) {
                for (int row = j; row < Math.min(j + TILE, n); row++) {
                    long at = (long) row * m + i - slice.first();
                    int from = (int) Math.max(0, -at);
                    int to = (int) Math.min(Math.min(TILE, m - i), slice.count() - at);
                    for (int k = from; k < to; k++) {
                        out[offset + (int) at + k] = factor * q[(i + k) * n + row];
                    }
                }
            }
        }
    }

    private static void requireFactorable(int m, HaarMethod method) {
        int most = switch (method) {
            case REFLECTORS -> Integer.MAX_VALUE;
            case FLOAT_QR -> FloatQr.MAX_ROWS;
            case DOUBLE_QR -> Qr.MAX_ROWS;
        };
        if (m > most) {
            throw new IllegalArgumentException("the longer side of an orthogonal matrix is " + m + ", expected at most "
                    + most + " for a sampler whose matrices are factored");
        }
    }

    /** Writes an (m, n) matrix with orthonormal columns, {@code m >= n}, to {@code q[offset ..]}. */
    private static void draw(int m, int n, Sampler sampler, float[] q, int offset) {
        switch (sampler.haarMethod()) {
            case REFLECTORS -> Haar.fill(m, n, (slice, out, at) -> sampler.normal(0, 1, slice, out, at), q, offset);
            case FLOAT_QR -> {
                sampler.normal(0, 1, Slice.all(m * n), q, offset);
                FloatQr.orthonormalize(m, n, q, offset);
            }
            case DOUBLE_QR -> {
                sampler.normal(0, 1, Slice.all(m * n), q, offset);
                factorInDouble(m, n, q, offset);
            }
        }
    }

    private static void factorInDouble(int m, int n, float[] q, int offset) {
        double[] a = new double[m * n];
        for (int i = 0; i < a.length; i++) {
            a[i] = q[offset + i];
        }
        Qr qr = Qr.of(m, n, a);
        double[] natural = qr.q();
        for (int j = 0; j < n; j++) {
            // Keras multiplies by sign(r), which would erase a column if r were exactly 0; 0 counts as positive here.
            double sign = qr.diagonal(j) < 0 ? -1 : 1;
            for (int i = 0; i < m; i++) {
                q[offset + i * n + j] = (float) (sign * natural[i * n + j]);
            }
        }
    }

    private static int columns(Shape shape) {
        if (shape.rank() < 2) {
            throw new IllegalArgumentException("orthogonal needs a shape of rank 2 or more, got " + shape + " of rank "
                    + shape.rank() + ", for which Keras raises ValueError");
        }
        return shape.dim(-1);
    }
}
