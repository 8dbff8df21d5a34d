// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Orthogonal;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Draws a matrix with orthonormal columns from Haar's measure. The peers factor normal numbers: F. Mezzadri (2007), "How to
 * generate random matrices from the classical compact groups", Notices of the AMS 54(5).
 */
public class OrthogonalBenchmark extends AbstractBenchmark {
    /** Rows and columns; {@code -p} of JMH's command line would take commas as separators of values. */
    @Param({"256x256", "512x512", "1024x1024", "2048x2048", "4096x256"})
    public String shape;

    private Shape dimensions;
    private Slice slice;
    private Sampler sampler;
    private float[] out;

    /** The state of one measuring thread. */
    public OrthogonalBenchmark() {}

    /** Allocates the matrix. */
    @Setup
    public void allocate() {
        dimensions = Shape.parse(shape);
        slice = Slice.all(dimensions);
        sampler = Samplers.of(Key.of(FillBenchmark.SEED));
        out = new float[dimensions.intSize()];
    }

    /** Initium's initializer on its own sampler. */
    @Benchmark
    @Warmup(iterations = 2, time = 1)
    public float[] initium() {
        Orthogonal.DEFAULT.fill(dimensions, sampler, slice, out, 0);
        return out;
    }
}
