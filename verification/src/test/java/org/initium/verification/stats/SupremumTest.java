// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupremumTest {
    private static final DoubleUnaryOperator UNIFORM = x -> Math.max(0, Math.min(1, x));

    private static float[] sorted(int seed, int n) {
        float[] x = Samples.uniform(seed, n);
        Arrays.sort(x);
        return x;
    }

    /** Value by value. */
    private static double slow(float[] sorted, DoubleUnaryOperator cdf) {
        double largest = 0;
        double n = sorted.length;
        for (int i = 0; i < sorted.length; i++) {
            double f = cdf.applyAsDouble(sorted[i]);
            largest = Math.max(largest, Math.max((i + 1) / n - f, f - i / n));
        }
        return largest;
    }

    /** Around the stride of 1,024, and of right laws and wrong ones. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 1023, 1024, 1025, 1026, 2047, 2048, 2049, 10_000, 100_000})
    void itIsTheLargestOfAllDistances(int n) {
        for (int seed = 1; seed <= 5; seed++) {
            float[] x = sorted(seed, n);
            for (DoubleUnaryOperator cdf : new DoubleUnaryOperator[] {
                UNIFORM, u -> u * u, Math::sqrt, u -> 0.01 + 0.98 * u, u -> 0, u -> 1, u -> u < 0.7 ? u / 2 : u
            }) {
                assertThat(Supremum.of(x, cdf)).isEqualTo(slow(x, cdf));
            }
        }
    }

    /** Ties, and a sample that sits on a few values: the step functions jump far. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, 5000})
    void tiesAreOneJump(int values) {
        float[] x = sorted(3, 5000);
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) Math.floor(x[i] * values) / values;
        }
        assertThat(Supremum.of(x, UNIFORM)).isEqualTo(slow(x, UNIFORM));
    }

    /** A single gap between two values that are looked at first. */
    @Test
    void aNarrowDistanceIsNotOverlooked() {
        float[] x = sorted(4, 100_000);
        for (int at : new int[] {1, 1500, 50_000, 99_990}) {
            float[] moved = x.clone();
            Arrays.fill(moved, at, Math.min(x.length, at + 700), moved[at]);
            assertThat(Supremum.of(moved, UNIFORM)).isEqualTo(slow(moved, UNIFORM));
        }
    }

    @Test
    void fewValuesAreLookedAt() {
        int[] calls = new int[1];
        Supremum.of(sorted(5, 1_000_000), x -> {
            calls[0]++;
            return x;
        });
        assertThat(calls[0]).isBetween(977, 100_000);
    }

    @Test
    void aLawThatGivesNaNGivesNaN() {
        assertThat(Supremum.of(sorted(6, 3000), x -> Double.NaN)).isNaN();
        assertThat(Supremum.of(sorted(6, 3000), x -> x > 0.5 ? Double.NaN : x)).isNaN();
        assertThat(Supremum.of(new float[] {0.5f}, x -> Double.NaN)).isNaN();
    }
}
