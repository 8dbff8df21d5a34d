// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.RealMatrix;
import org.initium.linalg.GemmReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All contenders of a product compute it, within the bound of single precision. */
class ProductBenchmarkTest {
    /** 31, 65 and 96 leave ragged tiles, the passes of a layer transpose, and a batch of 1 is a vector. */
    static Stream<ProductBenchmark> products() {
        return Stream.of(
                square(16),
                square(31),
                square(65),
                square(96),
                layer(1, "forward"),
                layer(1, "weights"),
                layer(1, "inputs"),
                layer(3, "forward"),
                layer(3, "weights"),
                layer(3, "inputs"));
    }

    @ParameterizedTest
    @MethodSource("products")
    void contendersComputeTheProduct(ProductBenchmark product) {
        check(product, product::initium);
        product.check();
        check(product, product::netlib);
        product.check();
    }

    /** 65 and 96 are beyond the size at which commons-math3 goes from rows to blocks. */
    @ParameterizedTest
    @ValueSource(ints = {16, 65, 96})
    void slowContendersComputeTheProduct(int n) {
        GemmSlowBenchmark product = new GemmSlowBenchmark();
        product.n = n;
        product.allocate();
        check(product, product::initiumScalar);
        check(product, product::ejml);
        check(product, product::jdk);
        check(product, () -> single(product.commonsMath()));
    }

    @Test
    void slowContendersComputeTheLayersForwardPass() {
        GemmLayerSlowBenchmark product = new GemmLayerSlowBenchmark();
        product.batch = 3;
        product.allocate();
        assertThat(List.of(product.rows, product.depth, product.columns)).containsExactly(3, 784, 128);
        check(product, product::ejml);
    }

    @Test
    void twoThreadsComputeTheProduct() {
        GemmThreadsBenchmark product = new GemmThreadsBenchmark();
        product.n = 65;
        product.allocate();
        check(product, product::initiumOneThread);
        check(product, product::initiumTwoThreads);
        product.check();
    }

    /** What a contender gets wrong is found after its measurement. */
    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, 1})
    void aWrongProductIsRefused(float error) {
        ProductBenchmark product = layer(3, "forward");
        product.initium();
        product.c[0] += error;
        assertThatThrownBy(product::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("element (0, 0) of the product is ");
    }

    /** The three products of a layer are those of calculus: their shapes for a batch of 3. */
    @ParameterizedTest
    @CsvSource({"forward, 3, 784, 128", "weights, 784, 3, 128", "inputs, 3, 128, 784"})
    void passesHaveTheirShapes(String pass, int rows, int depth, int columns) {
        Product product = layer(3, pass);
        assertThat(List.of(product.rows, product.depth, product.columns)).containsExactly(rows, depth, columns);
    }

    private static void check(Product p, Supplier<float[]> contender) {
        Arrays.fill(p.c, Float.NaN);
        float[] c = contender.get();
        GemmReference reference = new GemmReference(
                p.transposeA, p.transposeB, p.rows, p.columns, p.depth, p.a, 0, p.lda(), p.b, 0, p.ldb());
        // Any order of summation keeps this bound; the shorter one is for Initium's blocks.
        for (int i = 0; i < p.rows; i++) {
            for (int j = 0; j < p.columns; j++) {
                assertThat(Math.abs(c[i * p.columns + j] - reference.product(i, j)))
                        .as("error of element (%d, %d)", i, j)
                        .isLessThanOrEqualTo(reference.bound(i, j, p.depth));
            }
        }
    }

    private static float[] single(RealMatrix matrix) {
        int columns = matrix.getColumnDimension();
        float[] out = new float[matrix.getRowDimension() * columns];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) matrix.getEntry(i / columns, i % columns);
        }
        return out;
    }

    private static ProductBenchmark square(int n) {
        GemmBenchmark benchmark = new GemmBenchmark();
        benchmark.n = n;
        benchmark.allocate();
        return benchmark;
    }

    private static ProductBenchmark layer(int batch, String pass) {
        GemmLayerBenchmark benchmark = new GemmLayerBenchmark();
        benchmark.pass = pass;
        benchmark.batch = batch;
        benchmark.allocate();
        return benchmark;
    }
}
