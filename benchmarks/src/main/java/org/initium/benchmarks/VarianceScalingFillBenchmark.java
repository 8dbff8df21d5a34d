// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.Law;
import org.initium.init.VarianceScaling;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** Each recipe of scaled variance beside the plain fill of its law: what fans and scale cost. */
public class VarianceScalingFillBenchmark extends AbstractBenchmark {
    /** The law that no named recipe has: {@code VarianceScaling(distribution="untruncated_normal")}. */
    static final String UNTRUNCATED = "untruncated_normal";

    /** Name of the recipe, or {@value #UNTRUNCATED}. */
    @Param({
        "glorot_uniform",
        "glorot_normal",
        "he_uniform",
        "he_normal",
        "lecun_uniform",
        "lecun_normal",
        "variance_scaling",
        UNTRUNCATED
    })
    public String initializer;

    /** The tensor's dimensions; {@code -p} of JMH's command line would take commas as separators of values. */
    @Param("784x128")
    public String shape;

    private Initializer recipe;
    private Law.Independent law;
    private Shape dimensions;
    private Sampler sampler;
    private Slice slice;
    private float[] out;

    /** The state of one measuring thread. */
    public VarianceScalingFillBenchmark() {}

    /**
     * Looks the recipe and its law up, and allocates the tensor.
     *
     * @throws IllegalArgumentException if a parameter is not the name of a recipe or a shape
     */
    @Setup
    public void allocate() {
        recipe = initializer.equals(UNTRUNCATED)
                ? new VarianceScaling(1, VarianceScaling.Mode.FAN_IN, VarianceScaling.Distribution.UNTRUNCATED_NORMAL)
                : Initializers.of(initializer);
        dimensions = Shape.parse(shape);
        law = (Law.Independent) recipe.law(dimensions);
        sampler = Samplers.of(Key.of(FillBenchmark.SEED));
        slice = Slice.all(dimensions);
        out = new float[dimensions.intSize()];
    }

    /** The recipe. */
    @Benchmark
    @Warmup(iterations = 2, time = 1)
    public float[] initium() {
        recipe.fill(dimensions, sampler, slice, out, 0);
        return out;
    }

    /** The fill of the law that the recipe comes to. */
    @Benchmark
    @Warmup(iterations = 2, time = 1)
    public float[] initiumLaw() {
        law.draw(sampler, slice, out, 0);
        return out;
    }
}
