// SPDX-License-Identifier: Apache-2.0
package org.initium.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.stream.Stream;
import org.initium.Allocation;
import org.initium.Slice;
import org.initium.random.Key;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatelessRandomTest {
    private static final StatelessRandom RANDOM = StatelessRandom.of(42, 0);

    private record Case(String name, Draw draw) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** One law with parameters. */
    private interface Draw {
        void apply(Slice slice, float[] out, int offset);
    }

    static Stream<Case> laws() {
        return Stream.of(
                new Case("uniform", (slice, out, at) -> RANDOM.uniform(-0.05f, 0.05f, slice, out, at)),
                new Case("normal", (slice, out, at) -> RANDOM.normal(0.5f, 2, slice, out, at)),
                new Case("truncatedNormal", (slice, out, at) -> RANDOM.truncatedNormal(0.5f, 2, slice, out, at)),
                new Case("flushed", (slice, out, at) -> RANDOM.truncatedNormal(1e-38f, 2e-38f, slice, out, at)));
    }

    /** Key and upper counter words that TensorFlow 2.21.0 makes of the seed [42, 0] (StatelessRandomGetKeyCounter). */
    @Test
    void seedsAreScrambled() {
        assertThat(RANDOM.key()).isEqualTo(new Key(0x53939b0589e74cefL, 0xb2ca7bfa8e9181c6L));
    }

    /** Slices that begin and end inside groups and chunks, cover several batches and threads, or lie beyond 2^32 elements. */
    @ParameterizedTest
    @MethodSource("laws")
    void sliceEqualsThePartOfTheWhole(Case law) {
        int n = 150_000;
        for (long base : new long[] {0, (1L << 34) + 17}) {
            float[] whole = new float[n];
            law.draw().apply(new Slice(base + n, base, n), whole, 0);
            int[][] parts = {
                {0, 1}, {2, 3}, {63, 1}, {63, 2}, {1, 62}, {64, 64}, {5, 4096}, {1023, 2050}, {77_777, 0}, {7, n - 7}
            };
            for (int[] part : parts) {
                float[] out = new float[part[1] + 5];
                Arrays.fill(out, Float.NaN);
                law.draw().apply(new Slice(base + n, base + part[0], part[1]), out, 3);
                assertThat(Arrays.copyOfRange(out, 3, 3 + part[1]))
                        .isEqualTo(Arrays.copyOfRange(whole, part[0], part[0] + part[1]));
                assertThat(out).startsWith(Float.NaN, Float.NaN, Float.NaN).endsWith(Float.NaN, Float.NaN);
            }
        }
    }

    @Test
    void truncatedValuesLieStrictlyWithinTwo() {
        float[] out = new float[1 << 20];
        RANDOM.truncatedNormal(0, 1, Slice.all(out.length), out, 0);
        float largest = 0;
        for (float x : out) {
            largest = Math.max(largest, Math.abs(x));
        }
        assertThat(largest).isGreaterThan(1.99f).isLessThan(2);
    }

    /** TensorFlow takes any floats; what it does with these is what the arithmetic does. */
    @Test
    void parametersThatAreNotFiniteGoThroughTheArithmetic() {
        float[] out = new float[64];
        RANDOM.normal(Float.NaN, 1, Slice.all(64), out, 0);
        assertThat(out).containsOnly(Float.NaN);
        RANDOM.uniform(Float.POSITIVE_INFINITY, 1, Slice.all(64), out, 0);
        assertThat(out).containsOnly(Float.NaN);
        RANDOM.normal(Float.POSITIVE_INFINITY, 0, Slice.all(64), out, 0);
        assertThat(out).containsOnly(Float.POSITIVE_INFINITY);
    }

    @Test
    void sliceHasToFit() {
        float[] out = new float[10];
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> RANDOM.normal(0, 1, Slice.all(10), out, 1));
        assertThat(out).containsOnly(0);
        assertThatNullPointerException().isThrownBy(() -> new StatelessRandom(null));
    }

    @Tag(Allocation.TAG)
    @ParameterizedTest
    @MethodSource("laws")
    void allocatesNothing(Case law) {
        float[] out = new float[10_007];
        Slice slice = Slice.all(out.length);
        assertThat(Allocation.perCall(() -> law.draw().apply(slice, out, 0))).isZero();
    }
}
