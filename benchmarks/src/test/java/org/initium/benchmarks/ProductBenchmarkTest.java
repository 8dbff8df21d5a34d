// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.RealMatrix;
import org.initium.linalg.GemmReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All contenders of a product compute it, within the bound of single precision. */
class ProductBenchmarkTest {
    /** 65 and 96 are beyond the size at which commons-math3 goes from rows to blocks, batch 3 leaves ragged tiles. */
    static Stream<ProductBenchmark> products() {
        return Stream.of(square(16), square(65), square(96), layer(1), layer(3));
    }

    @ParameterizedTest
    @MethodSource("products")
    void contendersComputeTheProduct(ProductBenchmark product) {
        check(product, product::initium);
        check(product, product::initiumScalar);
        check(product, product::ejml);
        check(product, product::jdk);
        check(product, () -> single(product.commonsMath()));
    }

    private static void check(ProductBenchmark p, Supplier<float[]> contender) {
        Arrays.fill(p.c, Float.NaN);
        float[] c = contender.get();
        GemmReference reference =
                new GemmReference(false, false, p.rows, p.columns, p.depth, p.a, 0, p.depth, p.b, 0, p.columns);
        for (int i = 0; i < p.rows; i++) {
            for (int j = 0; j < p.columns; j++) {
                assertThat(Math.abs(c[i * p.columns + j] - reference.product(i, j)))
                        .as("error of element (%d, %d)", i, j)
                        .isLessThanOrEqualTo(reference.bound(i, j));
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

    private static ProductBenchmark layer(int batch) {
        GemmLayerBenchmark benchmark = new GemmLayerBenchmark();
        benchmark.batch = batch;
        benchmark.allocate();
        return benchmark;
    }
}
