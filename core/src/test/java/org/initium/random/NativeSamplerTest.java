// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initium.Recording.crc32;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initium.Allocation;
import org.initium.Slice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NativeSamplerTest {
    /** One law of the sampler, with parameters. */
    private interface Draw {
        void apply(Sampler sampler, Slice slice, float[] out, int offset);
    }

    private record Case(String name, Draw draw) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> laws() {
        return Stream.of(
                new Case("uniform", (s, slice, out, at) -> s.uniform(-0.05, 0.05, slice, out, at)),
                new Case("normal", (s, slice, out, at) -> s.normal(0.5, 2, slice, out, at)),
                new Case("truncatedNormal", (s, slice, out, at) -> s.truncatedNormal(0.5, 2, slice, out, at)));
    }

    private static final Sampler SAMPLER = Samplers.of(Key.of(42));

    /**
     * Elements 0, 1, 31, 32, 33, 63, 64 and 1000 as float bits, from src/test/python/native_stream.py: an independent
     * program in exact rational arithmetic that rounds each step of the definition once.
     */
    @ParameterizedTest
    @CsvSource({
        "uniform, 3ca5900f 3cb27136 3aa23acc 3d0a84ac 3d08e307 3d472b42 bcf83d42 3cf08882",
        "normal, 3fb147af 3fa934b5 40337971 bf6e31ba bf67ec0c 3e99d64b 40786607 c000cdd3",
        "truncatedNormal, bf897526 bf792bb8 c048a67a be96ebc2 bea180b6 3ede4ffe 3fbd7f1e bf08120e",
    })
    void equalsItsDefinitionInExactArithmetic(String law, String expected) {
        Case golden = laws().filter(c -> c.name().equals(law)).findFirst().orElseThrow();
        float[] out = new float[1001];
        golden.draw().apply(SAMPLER, Slice.all(out.length), out, 0);
        String bits = IntStream.of(0, 1, 31, 32, 33, 63, 64, 1000)
                .mapToObj(i -> HexFormat.of().toHexDigits(Float.floatToRawIntBits(out[i])))
                .collect(Collectors.joining(" "));
        assertThat(bits).isEqualTo(expected);
    }

    /** Bounds hold as given, although neither -0.05 nor 0.05 is a float, and the floats nearest to them lie outside. */
    @Test
    void uniformKeepsBoundsThatAreNoFloats() {
        float[] out = new float[1 << 20];
        for (int i = 0; i < 40; i++) {
            SAMPLER.uniform(-0.05, 0.05, new Slice(64L << 20, (long) i << 20, 1 << 20), out, 0);
            for (float x : out) {
                assertThat(x >= -0.05 && x < 0.05).isTrue();
            }
        }
        float narrow = 0.1f;
        SAMPLER.uniform(Math.nextUp(0.1), Math.nextDown((double) narrow), Slice.all(4), out, 0);
        assertThat(out[0]).isEqualTo(narrow);
    }

    /** The released stream: CRC-32 of the little-endian floats, the same at every width and number of threads. */
    @ParameterizedTest
    @CsvSource({"uniform, f37ad449", "normal, 1f9332fd", "truncatedNormal, 769c18be"})
    void streamIsFrozen(String law, String crc) {
        Case golden = laws().filter(c -> c.name().equals(law)).findFirst().orElseThrow();
        float[] out = new float[200_003];
        golden.draw().apply(SAMPLER, Slice.all(out.length), out, 0);
        assertThat(crc32(out))
                .as(
                        "the released stream of the native %s: words, polynomials or arithmetic are not what they were",
                        law)
                .isEqualTo(crc);
    }

    /** Slices that begin and end inside chunks, batches, blocks and pieces, cover several, lie beyond 2^32 elements or end with the last. */
    @ParameterizedTest
    @MethodSource("laws")
    void sliceEqualsThePartOfTheWhole(Case law) {
        int n = 150_000;
        for (long base : new long[] {0, (1L << 33) + 17, Long.MAX_VALUE - n}) {
            float[] whole = new float[n];
            law.draw().apply(SAMPLER, new Slice(base + n, base, n), whole, 0);
            int[][] parts = {
                {0, 1},
                {63, 1},
                {63, 2},
                {1, 62},
                {64, 64},
                {5, 4096},
                {2047, 2},
                {4095, 8200},
                {8192, 2111},
                {65_535, 2},
                {65_536, 65_536},
                {77_777, 0},
                {7, n - 7}
            };
            for (int[] part : parts) {
                float[] out = new float[part[1] + 5];
                Arrays.fill(out, Float.NaN);
                law.draw().apply(SAMPLER, new Slice(base + n, base + part[0], part[1]), out, 3);
                assertThat(Arrays.copyOfRange(out, 3, 3 + part[1]))
                        .isEqualTo(Arrays.copyOfRange(whole, part[0], part[0] + part[1]));
                assertThat(out).startsWith(Float.NaN, Float.NaN, Float.NaN).endsWith(Float.NaN, Float.NaN);
            }
        }
    }

    /** 64-bit keys apart, two streams share a word at one place with probability 2^-24 for each of 1,000 elements. */
    @ParameterizedTest
    @MethodSource("laws")
    void otherKeysGiveOtherElements(Case law) {
        float[] first = new float[1000];
        float[] second = new float[1000];
        law.draw().apply(SAMPLER, Slice.all(1000), first, 0);
        law.draw().apply(Samplers.of(Key.of(42).child(0)), Slice.all(1000), second, 0);
        int same = 0;
        for (int i = 0; i < 1000; i++) {
            same += first[i] == second[i] ? 1 : 0;
        }
        assertThat(same).isLessThanOrEqualTo(1);
    }

    /** Bounds as exact as doubles have them: also where they are no floats, and where only the mean lies between them. */
    @ParameterizedTest
    @CsvSource({"0, 1", "0, 0.05", "1, 1e-9", "1, 0.1", "-7, 0.3", "1e30, 1e22", "0.1, 1e-30", "3, 1e-300"})
    void truncatedNormalLiesStrictlyInside(double mean, double stddev) {
        float[] out = new float[10_000];
        SAMPLER.truncatedNormal(mean, stddev, Slice.all(out.length), out, 0);
        java.math.BigDecimal spread = new java.math.BigDecimal(stddev).multiply(java.math.BigDecimal.TWO);
        java.math.BigDecimal low = new java.math.BigDecimal(mean).subtract(spread);
        java.math.BigDecimal high = new java.math.BigDecimal(mean).add(spread);
        for (float x : out) {
            boolean inside =
                    new java.math.BigDecimal(x).compareTo(low) > 0 && new java.math.BigDecimal(x).compareTo(high) < 0;
            assertThat(inside || x == (float) mean).isTrue();
        }
    }

    @Test
    void degenerateParametersGiveConstants() {
        float[] out = new float[100];
        SAMPLER.uniform(0.25, 0.25, Slice.all(100), out, 0);
        assertThat(out).containsOnly(0.25f);
        SAMPLER.normal(0.1, 0, Slice.all(100), out, 0);
        assertThat(out).containsOnly(0.1f);
        SAMPLER.truncatedNormal(0.1, 0, Slice.all(100), out, 0);
        assertThat(out).containsOnly(0.1f);
    }

    @Test
    void badParametersAreRefusedBeforeAnythingIsWritten() {
        float[] out = new float[10];
        Slice slice = Slice.all(10);
        assertRefused(() -> SAMPLER.uniform(1, -1, slice, out, 0), "minval 1.0 is above maxval -1.0");
        assertRefused(() -> SAMPLER.uniform(Double.NaN, 1, slice, out, 0), "minval is NaN");
        assertRefused(() -> SAMPLER.uniform(0, 1e39, slice, out, 0), "maxval is 1.0E39");
        assertRefused(() -> SAMPLER.uniform(-3e38, 3e38, slice, out, 0), "overflows a float");
        assertRefused(() -> SAMPLER.normal(0, -1, slice, out, 0), "stddev is -1.0, expected 0 or more");
        assertRefused(() -> SAMPLER.normal(0, Double.NaN, slice, out, 0), "stddev is NaN");
        assertRefused(() -> SAMPLER.normal(Double.POSITIVE_INFINITY, 1, slice, out, 0), "mean is Infinity");
        assertRefused(() -> SAMPLER.truncatedNormal(0, 2e38, slice, out, 0), "expected |mean| + 2 stddev");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> SAMPLER.normal(0, 1, slice, out, 1));
        assertThat(out).containsOnly(0);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }

    @Tag(Allocation.TAG)
    @ParameterizedTest
    @MethodSource("laws")
    void allocatesNothing(Case law) {
        float[] out = new float[10_007];
        Slice slice = Slice.all(out.length);
        assertThat(Allocation.perCall(() -> law.draw().apply(SAMPLER, slice, out, 0)))
                .isZero();
    }
}
