// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.keras.Backend;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Fills an existing array by a named recipe, every one that draws random numbers. */
public class InitializerBenchmark extends AbstractBenchmark {
    /** Initium's own sampler. */
    static final String NATIVE = "native";

    /** Name of the recipe. */
    @Param({
        "small_random",
        "random_uniform",
        "random_normal",
        "truncated_normal",
        "variance_scaling",
        "glorot_uniform",
        "glorot_normal",
        "he_uniform",
        "he_normal",
        "lecun_uniform",
        "lecun_normal",
        "orthogonal"
    })
    public String initializer;

    /** The tensor's dimensions; {@code -p} of JMH's command line would take commas as separators of values. */
    @Param("784x128")
    public String shape;

    /** {@code native}, or the backend whose floats Keras would draw. */
    @Param({NATIVE, "jax", "torch", "tensorflow", "numpy"})
    public String sampler;

    private Initializer recipe;
    private Shape dimensions;
    private Sampler numbers;
    private Slice slice;
    private float[] out;

    /** The state of one measuring thread. */
    public InitializerBenchmark() {}

    /**
     * Looks the recipe up and allocates the tensor.
     *
     * @throws IllegalArgumentException if a parameter is not the name of a recipe, of a sampler or a shape
     */
    @Setup
    public void allocate() {
        recipe = Initializers.of(initializer);
        dimensions = Shape.parse(shape);
        numbers = sampler(sampler);
        slice = Slice.all(dimensions);
        out = new float[dimensions.intSize()];
    }

    private static Sampler sampler(String name) {
        if (name.equals(NATIVE)) {
            return Samplers.of(Key.of(FillBenchmark.SEED));
        }
        try {
            return Backend.of(name).sampler(FillBenchmark.SEED);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "sampler is '" + name + "', expected native or a backend: " + e.getMessage());
        }
    }

    /** Initium's recipe. */
    @Benchmark
    public float[] initium() {
        recipe.fill(dimensions, numbers, slice, out, 0);
        return out;
    }

    /** The same without vectors. */
    @Benchmark
    @Fork(jvmArgs = {Jvm.VECTOR_API, Jvm.HEAP_FROM, Jvm.HEAP_TO, Jvm.TOUCHED, Jvm.ONE_THREAD, Jvm.QUIET, Jvm.SCALAR})
    public float[] initiumScalar() {
        return initium();
    }
}
