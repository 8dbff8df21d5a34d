// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All contenders of a fill draw from the same law. */
class FillBenchmarkTest {
    private static final int SIZE = 1 << 16;
    private static final double S = FillBenchmark.SPREAD;

    /**
     * Largest |z| of a sample's mean or variance: exceeded with probability 1e-6 by a right contender, so by one of the 34
     * figures here with 3.4e-5, were the seeds not fixed. A mean that is off by 0.04 standard deviations, or a variance
     * by 6 per cent, is sure to be caught: 10 standard errors of n = 65,536, less these 4.9.
     */
    private static final double LARGEST_Z = 4.8916;

    /** Variance of a standard normal on (-2, 2): {@code 1 - 4 phi(2) / (2 Phi(2) - 1)}. */
    private static final double TRUNCATED_VARIANCE = 0.7737413035499232;

    /** Its fourth moment, {@code 3 variance - 16 phi(2) / (2 Phi(2) - 1)}, over the variance squared. */
    private static final double TRUNCATED_KURTOSIS = 2.365545;

    private record Law(double variance, double kurtosis, double bound) {}

    static Stream<Arguments> contenders() {
        Law uniform = new Law(S * S / 3, 1.8, S);
        Law normal = new Law(S * S, 3, Double.POSITIVE_INFINITY);
        Law truncated = new Law(S * S * TRUNCATED_VARIANCE, TRUNCATED_KURTOSIS, 2 * S);
        UniformFillBenchmark u = allocated(new UniformFillBenchmark());
        NormalFillBenchmark n = allocated(new NormalFillBenchmark());
        TruncatedNormalFillBenchmark t = allocated(new TruncatedNormalFillBenchmark());
        return Stream.of(
                contender("uniform initium", uniform, u::initium),
                contender("uniform initiumScalar", uniform, u::initiumScalar),
                contender("uniform commonsMath", uniform, u::commonsMath),
                contender("uniform commonsRng", uniform, u::commonsRng),
                contender("uniform jdk", uniform, u::jdk),
                contender("uniform ejml", uniform, u::ejml),
                contender("normal initium", normal, n::initium),
                contender("normal initiumScalar", normal, n::initiumScalar),
                contender("normal commonsMath", normal, n::commonsMath),
                contender("normal commonsRng", normal, n::commonsRng),
                contender("normal jdk", normal, n::jdk),
                contender("normal ejml", normal, n::ejml),
                contender("truncated initium", truncated, t::initium),
                contender("truncated initiumScalar", truncated, t::initiumScalar),
                contender("truncated commonsMath", truncated, t::commonsMath),
                contender("truncated commonsRng", truncated, t::commonsRng),
                contender("truncated jdk", truncated, t::jdk));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contenders")
    void followsTheLaw(String name, Law law, Supplier<float[]> contender) {
        float[] x = contender.get();
        assertThat(x).hasSize(SIZE);
        double sum = 0;
        double squares = 0;
        for (float value : x) {
            // The bound as a float may lie half a unit in the last place beyond the bound.
            assertThat((double) value).isBetween(-(double) (float) law.bound(), (double) (float) law.bound());
            sum += value;
            squares += (double) value * value;
        }
        double meanZ = sum / SIZE / Math.sqrt(law.variance() / SIZE);
        // Around the law's mean 0; the squares have variance (kurtosis - 1) variance^2.
        double varianceZ = (squares / SIZE / law.variance() - 1) / Math.sqrt((law.kurtosis() - 1) / SIZE);
        assertThat(meanZ).as("z of the mean").isBetween(-LARGEST_Z, LARGEST_Z);
        assertThat(varianceZ).as("z of the variance").isBetween(-LARGEST_Z, LARGEST_Z);
    }

    private static Arguments contender(String name, Law law, Supplier<float[]> contender) {
        return Arguments.of(name, law, contender);
    }

    private static <T extends FillBenchmark> T allocated(T benchmark) {
        benchmark.size = SIZE;
        benchmark.allocate();
        return benchmark;
    }
}
