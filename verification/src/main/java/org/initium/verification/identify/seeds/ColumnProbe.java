// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.seeds;

import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Orthogonal;
import org.initium.random.Sampler;
import org.initium.torch.TorchGenerator;
import org.initium.torch.TorchInit;
import org.initium.verification.identify.fit.Sample;
import org.initium.verification.identify.fit.Structure.Kind;

/**
 * Compares an orthogonal matrix's first column with the normals it was made of: whether a normal matrix is factored as Q R with a
 * positive diagonal of R, or reflectors are multiplied, the first column is the first column of normals over its length. So no matrix
 * need be factored to rule out a seed. A wide matrix is made upright and transposed.
 */
final class ColumnProbe implements Probe {
    /** Columns of normals that Initium's own method draws side by side. */
    private static final int REFLECTORS = 64;

    /** Relative error of a column's elements that a factorisation in single precision may leave: hundreds of roundings. */
    private static final double ERROR = 0x1p-15;

    /** Coarser, for the first few elements. */
    private static final double COARSE = 0x1p-8;

    private final float[] x;
    private final Shape matrix;
    private final int columns;
    private final boolean torchWide;
    private final double tolerance;

    /**
     * A probe of the tensor of an orthogonal structure.
     *
     * @param torchWide whether a wide matrix was drawn as it is and then transposed, which {@code torch.nn.init.orthogonal_} alone does;
     *     others draw it upright
     */
    ColumnProbe(Sample sample, Kind kind, boolean torchWide) {
        int rows = kind == Kind.ORTHOGONAL
                ? sample.size() / sample.shape().dim(-1)
                : sample.shape().dim(0);
        int across = sample.size() / rows;
        this.torchWide = torchWide;
        matrix = Shape.of(rows, across);
        columns = Math.min(rows, across);
        x = new float[Math.min(MOST, Math.max(rows, across))];
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = sample.data()[isWide(sample, kind) ? i : i * across];
            largest = Math.max(largest, Math.abs(x[i]));
        }
        tolerance = ERROR * largest;
    }

    /** Whether the matrix has more columns than rows. */
    static boolean isWide(Sample sample, Kind kind) {
        long rows = kind == Kind.ORTHOGONAL
                ? sample.size() / sample.shape().dim(-1)
                : sample.shape().dim(0);
        return rows * rows < sample.size();
    }

    /** Elements of the column that are compared. */
    int length() {
        return x.length;
    }

    /** The whole matrix that a seed gives, with columns of length 1. */
    float[] whole(Source source, long seed) {
        return torchWide
                ? TorchInit.orthogonal(matrix, 1, TorchGenerator.of(seed))
                : Orthogonal.DEFAULT.create(matrix, source.sampling().apply(seed));
    }

    @Override
    public boolean matches(Source source, long seed) {
        if (torchWide && !source.isTorch()) {
            return false;
        }
        int stride = source.sampler().equals(Source.NATIVE) ? Math.min(REFLECTORS, columns) : columns;
        return torchWide ? matches(source, seed, 1) : matches(source, seed, stride);
    }

    private boolean matches(Source source, long seed, int stride) {
        Sampler sampler = source.sampling().apply(seed);
        float[] y = new float[x.length];
        float[] one = new float[1];
        for (int i = 0; i < x.length; i++) {
            sampler.normal(0, 1, new Slice(matrix.size(), (long) i * stride, 1), one, 0);
            y[i] = one[0];
            double cross = (double) x[0] * y[i] - (double) x[i] * y[0];
            double size = Math.abs((double) x[0] * y[i]) + Math.abs((double) x[i] * y[0]);
            double error = tolerance * (Math.abs(y[0]) + Math.abs(y[i]));
            if (!(Math.abs(cross) <= COARSE * size + error)) {
                return false;
            }
        }
        return Affine.proportional(y, x, x.length).misses(y, x, x.length, tolerance) == 0;
    }

    /** One element is spent on the factor; see {@link HeadProbe}. */
    @Override
    public double accident() {
        return StrictMath.pow(4 * ERROR, x.length - 1.0);
    }
}
