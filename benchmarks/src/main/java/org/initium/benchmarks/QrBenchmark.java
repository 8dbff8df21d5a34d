// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.initium.Shape;
import org.initium.Slice;
import org.initium.linalg.FloatQr;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** The orthonormal factor of a matrix of normal numbers, in single precision: what Keras's orthogonal initializer costs. */
public class QrBenchmark extends AbstractBenchmark {
    /** Rows and columns; {@code -p} of JMH's command line would take commas as separators of values. */
    @Param({"256x256", "512x512", "1024x1024"})
    public String shape;

    private int rows;
    private int columns;
    private float[] normals;
    private float[] q;

    /** The state of one measuring thread. */
    public QrBenchmark() {}

    /** Draws the matrix. */
    @Setup
    public void allocate() {
        int[] sizes = Shape.parse(shape).toArray();
        rows = sizes[0];
        columns = sizes[1];
        normals = new float[rows * columns];
        q = new float[rows * columns];
        Samplers.of(Key.of(FillBenchmark.SEED)).normal(0, 1, Slice.all(normals.length), normals, 0);
    }

    /** Initium's factorisation, which works in place: the matrix is copied first. */
    @Benchmark
    @Warmup(iterations = 2, time = 1)
    public float[] initium() {
        System.arraycopy(normals, 0, q, 0, q.length);
        FloatQr.orthonormalize(rows, columns, q, 0);
        return q;
    }
}
