// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.initium.Shape;
import org.initium.init.Initializers;
import org.initium.init.Law;
import org.initium.keras.Backend;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Param;

class InitializerBenchmarkTest {
    private static final Shape SHAPE = Shape.of(784, 128);

    /**
     * All recipes with a law that draws, and orthogonal; a new one has to be added to the benchmark. Those of convolutions
     * alone are left out: they copy, or do the work of orthogonal.
     */
    @Test
    void measuresEveryRandomRecipe() throws NoSuchFieldException {
        TreeSet<String> random = new TreeSet<>();
        Set<String> names = new TreeSet<>(Initializers.names());
        names.removeAll(Set.of("stft", "dirac", "delta_orthogonal"));
        for (String name : names) {
            if (Initializers.of(name).law(SHAPE) instanceof Law.Independent) {
                random.add(name);
            }
        }
        random.add("orthogonal");
        assertThat(InitializerBenchmark.class
                        .getField("initializer")
                        .getAnnotation(Param.class)
                        .value())
                .containsExactlyInAnyOrderElementsOf(random);
    }

    @Test
    void fillsAsTheInitializer() {
        InitializerBenchmark benchmark = benchmark("he_normal", "native");
        benchmark.allocate();
        float[] expected = Initializers.heNormal().create(SHAPE, Samplers.of(Key.of(FillBenchmark.SEED)));
        assertThat(benchmark.initium()).isEqualTo(expected);
        assertThat(benchmark.initiumScalar()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void fillsAsKeras(Backend backend) {
        InitializerBenchmark benchmark = benchmark("he_normal", backend.toString());
        benchmark.allocate();
        assertThat(benchmark.initium())
                .isEqualTo(Initializers.heNormal().create(SHAPE, backend.sampler(FillBenchmark.SEED)));
    }

    @Test
    void measuresEverySampler() throws NoSuchFieldException {
        Stream<String> backends = Stream.of(Backend.values()).map(Backend::toString);
        assertThat(InitializerBenchmark.class
                        .getField("sampler")
                        .getAnnotation(Param.class)
                        .value())
                .containsExactly(Stream.concat(Stream.of("native"), backends).toArray(String[]::new));
    }

    @Test
    void refusesUnknownNames() {
        assertThatThrownBy(benchmark("he_norm", "native")::allocate)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'he_norm'");
        assertThatThrownBy(benchmark("he_normal", "tape")::allocate)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("sampler is 'tape', expected native or a backend: ");
    }

    private static InitializerBenchmark benchmark(String initializer, String sampler) {
        InitializerBenchmark benchmark = new InitializerBenchmark();
        benchmark.initializer = initializer;
        benchmark.shape = "784x128";
        benchmark.sampler = sampler;
        return benchmark;
    }
}
