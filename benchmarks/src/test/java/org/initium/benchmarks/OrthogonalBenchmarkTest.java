// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.initium.Shape;
import org.initium.init.Orthogonal;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All contenders draw orthogonal matrices, and from Haar's measure. */
class OrthogonalBenchmarkTest {
    enum Contender {
        INITIUM(OrthogonalBenchmark::initium),
        INITIUM_SCALAR(OrthogonalBenchmark::initiumScalar),
        EJML(OrthogonalBenchmark::ejml),
        COMMONS_MATH(OrthogonalBenchmark::commonsMath);

        private final Function<OrthogonalBenchmark, float[]> draw;

        Contender(Function<OrthogonalBenchmark, float[]> draw) {
            this.draw = draw;
        }
    }

    /**
     * The ratio {@code ||I - Q'Q||_1 / (n u)} with the threshold of LAPACK's own tests, 30 (TESTING/dtest.in).
     */
    @ParameterizedTest
    @EnumSource
    void columnsAreOrthonormal(Contender contender) {
        int n = 64;
        float[] q = contender.draw.apply(allocated(n));
        double norm = 0;
        for (int j = 0; j < n; j++) {
            double column = 0;
            for (int k = 0; k < n; k++) {
                double dot = 0;
                for (int i = 0; i < n; i++) {
                    dot += (double) q[i * n + j] * q[i * n + k];
                }
                column += Math.abs(dot - (j == k ? 1 : 0));
            }
            norm = Math.max(norm, column);
        }
        assertThat(norm / (n * 0x1p-24)).isLessThan(30);
    }

    /**
     * Without the signs of R's diagonal the first element always has one sign; with them it is positive with probability
     * 1/2. Of 400 draws 150 to 250 are: outside lies 7e-7 of Binomial(400, 1/2), were the seeds not fixed.
     */
    @ParameterizedTest
    @EnumSource(names = {"EJML", "COMMONS_MATH"})
    void signsAreFair(Contender contender) {
        OrthogonalBenchmark benchmark = allocated(4);
        int positive = 0;
        for (int draw = 0; draw < 400; draw++) {
            positive += contender.draw.apply(benchmark)[0] > 0 ? 1 : 0;
        }
        assertThat(positive).isBetween(150, 250);
    }

    /** Initium's draws depend on the key alone, so the benchmark repeats one; it is the initializer's. */
    @ParameterizedTest
    @EnumSource(names = {"INITIUM", "INITIUM_SCALAR"})
    void initiumDrawsTheInitializersMatrix(Contender contender) {
        assertThat(contender.draw.apply(allocated(8)))
                .isEqualTo(Orthogonal.DEFAULT.create(Shape.of(8, 8), Samplers.of(Key.of(FillBenchmark.SEED))));
    }

    private static OrthogonalBenchmark allocated(int n) {
        OrthogonalBenchmark benchmark = new OrthogonalBenchmark();
        benchmark.n = n;
        benchmark.allocate();
        return benchmark;
    }
}
