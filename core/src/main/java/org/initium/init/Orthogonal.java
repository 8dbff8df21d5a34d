// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import org.initium.Shape;
import org.initium.Slice;
import org.initium.linalg.Qr;
import org.initium.random.Sampler;

/**
 * A random matrix with orthonormal columns (or rows, if it is wide), times {@code gain}:
 * {@code keras.initializers.Orthogonal}.
 *
 * <p>A. M. Saxe, J. L. McClelland, S. Ganguli (2014), "Exact solutions to the nonlinear dynamics of learning in deep linear
 * neural networks", arXiv:1312.6120. The shape is seen as a matrix of {@code prod(shape[:-1])} x {@code shape[-1]}; a
 * normal matrix of its size, stood upright, is factored as Q R, and the columns of Q are multiplied by the signs of R's
 * diagonal. Without the signs Q would not be Haar-distributed, that is uniform over all such matrices: F. Mezzadri (2007),
 * "How to generate random matrices from the classical compact groups", Notices of the AMS 54(5).
 *
 * <p>The factorisation is in double precision. Each element depends on the whole matrix, so a slice costs as much as the
 * tensor.
 *
 * @param gain factor of all elements, rounded to a float
 */
public record Orthogonal(double gain) implements Initializer {
    /** Keras's default: gain 1. */
    public static final Orthogonal DEFAULT = new Orthogonal(1);

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
        double[] q = haar(m, n, sampler);
        for (int i = 0; i < slice.count(); i++) {
            int element = (int) slice.first() + i;
            int at = rows >= columns ? element : element % columns * n + element / columns;
            out[offset + i] = (float) gain * (float) q[at];
        }
    }

    /** An (m, n) matrix with orthonormal columns, {@code m >= n}. */
    private static double[] haar(int m, int n, Sampler sampler) {
        float[] normals = new float[m * n];
        sampler.normal(0, 1, Slice.all(m * n), normals, 0);
        double[] a = new double[m * n];
        for (int i = 0; i < a.length; i++) {
            a[i] = normals[i];
        }
        Qr qr = Qr.of(m, n, a);
        double[] q = qr.q();
        for (int j = 0; j < n; j++) {
            // Keras multiplies by sign(r), which would erase a column if r were exactly 0; 0 counts as positive here.
            if (qr.diagonal(j) < 0) {
                for (int i = 0; i < m; i++) {
                    q[i * n + j] = -q[i * n + j];
                }
            }
        }
        return q;
    }

    private static int columns(Shape shape) {
        if (shape.rank() < 2) {
            throw new IllegalArgumentException("orthogonal needs a shape of rank 2 or more, got " + shape + " of rank "
                    + shape.rank() + ", for which Keras raises ValueError");
        }
        return shape.dim(-1);
    }
}
