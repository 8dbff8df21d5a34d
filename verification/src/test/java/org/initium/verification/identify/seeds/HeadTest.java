// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initium.verification.identify.seeds.SeedSearchTest.only;
import static org.initium.verification.identify.seeds.SeedSearchTest.sampler;
import static org.initium.verification.identify.seeds.SeedSearchTest.search;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.initium.Shape;
import org.initium.init.Initializers;
import org.initium.init.RandomNormal;
import org.initium.init.RandomUniform;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadTest {
    private static final Shape MATRIX = Shape.of(30, 20);

    /** An embedding's first row is 0 for padding: its seed is found by later elements, up to the 1,024th. */
    @ParameterizedTest
    @CsvSource({"300,20", "100,64", "5,784", "3,1024", "100,3"})
    void findsSeedsOfTensorsThatBeginWithZeros(int rows, int columns) {
        Shape shape = Shape.of(rows, columns);
        for (String name : List.of("random_uniform", "random_normal", "truncated_normal")) {
            for (String sampler : List.of("native", "jax", "torch", "tensorflow", "numpy")) {
                float[] x = Initializers.of(name).create(shape, sampler(sampler, 123));
                Arrays.fill(x, 0, columns, 0);
                SeedMatch match = only(search(shape, x, 200));
                assertThat(match.seed()).as("%s on %s", name, sampler).isEqualTo(123);
                assertThat(match.sampler()).isEqualTo(sampler);
                assertThat(match.exact()).isFalse();
                assertThat(match.differing()).isEqualTo(columns);
            }
        }
    }

    /** Tensors whose elements, here or everywhere, are equal or nearly so: no seed, or no search; and never a match. */
    @Test
    void equalElementsMatchNoSeed() {
        Sampler other = Samplers.of(Key.of(-1));
        Shape embedding = Shape.of(10_000, 64);
        float[] padded = new RandomUniform(-0.05, 0.05).create(embedding, other);
        Arrays.fill(padded, 0, 64, 0);
        assertThat(search(embedding, padded, 200).skipped()).isEmpty();
        assertThat(search(embedding, padded, 200).matches()).isEmpty();
        Arrays.fill(padded, 0, 64 * 20, 0);
        assertThat(search(embedding, padded, 200).skipped()).contains("no 16 elements in a row near the beginning");

        for (int columns : new int[] {20, 128}) {
            Shape equal = Shape.of(300, columns);
            float[] x = new RandomNormal(0, 1).create(equal, other);
            for (int i = 0; i < x.length; i++) {
                x[i] = x[i - i % columns];
            }
            assertThat(search(equal, x, 200).skipped()).contains("no 16 elements in a row near the beginning");
        }

        Shape shifted = Shape.of(60, 50);
        for (double stddev : new double[] {1e-5, 1e-6}) {
            SeedReport report = search(shifted, new RandomNormal(1, stddev).create(shifted, other), 200);
            assertThat(report.matches()).isEmpty();
            assertThat(report.skipped()).isNotEmpty();
        }
        SeedReport near = search(shifted, new RandomNormal(1, 1e-5).create(shifted, Samplers.of(Key.of(5))), 200);
        assertThat(near.skipped())
                .contains("too near to each other, to tell 201 seeds apart")
                .contains("probability of up to ");

        float[] four = {0.0312f, -0.071f, 0.0443f, 0.012f};
        for (int i = 0; i < 4; i++) {
            four[i] = Float.float16ToFloat(Float.floatToFloat16(four[i]));
        }
        assertThat(search(Shape.of(4), four, 20_000).skipped()).contains("to tell 20001 seeds apart");
    }

    /** Values that repeat, as those of a few bits do, are no wonder, and 20 elements have no other head; a 0 is. */
    @Test
    void roundedWeightsOfManyRepetitionsAreSearched() {
        int repeating = 0;
        for (int seed = 0; seed < 8; seed++) {
            for (Shape shape : List.of(MATRIX, Shape.of(20))) {
                float[] x = Initializers.heNormal().create(shape, Samplers.of(Key.of(seed)));
                Set<Float> distinct = new HashSet<>();
                for (int i = 0; i < x.length; i++) {
                    x[i] = Float.intBitsToFloat(Float.floatToRawIntBits(x[i]) + 0x8000 & 0xFFFF0000);
                    distinct.add(i < 16 ? x[i] : 0);
                }
                repeating += shape.rank() == 1 && distinct.size() < 16 + 1 ? 1 : 0;
                x[3] = shape.rank() == 1 ? x[3] : 0;
                assertThat(only(search(shape, x, 50)).seed()).isEqualTo(seed);
            }
        }
        assertThat(repeating).isPositive();
    }
}
