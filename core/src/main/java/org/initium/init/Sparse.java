// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import java.util.Arrays;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.random.Sampler;

/**
 * A normal matrix with {@code ceil(sparsity * rows)} zeros in each column, so that a unit of a dense layer (in, out) begins
 * with few inputs.
 *
 * <p>J. Martens (2010), "Deep learning via Hessian-free optimization", ICML, section 5, with the counts and the default
 * deviation of {@code torch.nn.init.sparse_}. PyTorch's matrices are (out, in), so its columns are the inputs of a layer;
 * transpose to get its meaning. Keras has no such initializer.
 *
 * <p>Every set of rows is equally likely to be a column's zeros. The draws are those of one normal tensor of twice the size:
 * its first half holds the elements in row-major order, its second half a rank for each of them, column after column, and
 * in each column the elements with the lowest ranks become 0. So an element depends on its column only, and a slice draws
 * the ranks of the columns that it touches.
 *
 * @param sparsity share of zeros in a column, 0 to 1
 * @param stddev standard deviation of the other elements, 0 or more
 */
public record Sparse(double sparsity, double stddev) implements Initializer {
    /** One in ten elements 0, as in PyTorch's example (its {@code sparsity} has no default); deviation 0.01 as there. */
    public static final Sparse DEFAULT = new Sparse(0.1, 0.01);

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if {@code sparsity} is outside 0 .. 1, or {@code stddev} is not finite or negative
     */
    public Sparse {
        if (!(sparsity >= 0 && sparsity <= 1)) {
            throw new IllegalArgumentException("sparsity is " + sparsity + ", expected a share from 0 to 1");
        }
        Arguments.requireStddev(stddev);
    }

    /**
     * Zeros and normals: mean 0, variance {@code stddev^2} times the share of normals.
     *
     * @throws IllegalArgumentException if the rank is not 2
     */
    @Override
    public Law.Structured law(Shape shape) {
        requireMatrix(shape);
        int rows = shape.dim(0);
        double normals = rows == 0 ? 0 : (rows - zeros(rows)) / (double) rows;
        boolean random = normals > 0 && stddev > 0;
        return new Law.Structured(
                "normal, mean 0, standard deviation " + stddev + ", but for " + zeros(rows)
                        + " zeros in each column of " + rows,
                0,
                stddev * Math.sqrt(normals),
                random ? Double.NEGATIVE_INFINITY : 0,
                random ? Double.POSITIVE_INFINITY : 0);
    }

    @Override
    public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
        requireMatrix(shape);
        slice.requireOf(shape);
        Arguments.requireRoom(slice, out, offset);
        if (slice.count() == 0) {
            return;
        }
        int rows = shape.dim(0);
        int columns = shape.dim(1);
        long size = shape.size();
        sampler.normal(0, stddev, new Slice(2 * size, slice.first(), slice.count()), out, offset);
        int zeros = zeros(rows);
        if (zeros == 0) {
            return;
        }
        float[] ranks = new float[rows];
        long[] order = new long[rows];
        for (int i = 0; i < Math.min(slice.count(), columns); i++) {
            int column = (int) ((slice.first() + i) % columns);
            sampler.normal(0, 1, new Slice(2 * size, size + (long) column * rows, rows), ranks, 0);
            sort(ranks, order);
            for (int z = 0; z < zeros; z++) {
                long element = (order[z] & 0xFFFFFFFFL) * columns + column - slice.first();
                if (element >= 0 && element < slice.count()) {
                    out[offset + (int) element] = 0;
                }
            }
        }
    }

    /** {@code order[i]}: the row of the i-th lowest rank in the lower half; among equal ranks the first row comes first. */
    private static void sort(float[] ranks, long[] order) {
        for (int row = 0; row < ranks.length; row++) {
            int bits = Float.floatToIntBits(ranks[row]);
            // As whole numbers the bits of negative floats run backwards.
            int ordered = bits < 0 ? bits ^ 0x7FFFFFFF : bits;
            order[row] = (long) ordered << 32 | row;
        }
        Arrays.sort(order);
    }

    private int zeros(int rows) {
        return (int) Math.ceil(sparsity * rows);
    }

    private static void requireMatrix(Shape shape) {
        if (shape.rank() != 2) {
            throw new IllegalArgumentException(
                    "sparse needs a shape of rank 2, got " + shape + " of rank " + shape.rank());
        }
    }
}
