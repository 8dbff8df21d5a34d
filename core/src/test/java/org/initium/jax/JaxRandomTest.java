// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initium.jax.JaxReference.bits;
import static org.initium.jax.JaxReference.crc32;
import static org.initium.jax.JaxReference.summary;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.initium.Allocation;
import org.initium.Slice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JaxRandomTest {
    private static final JaxKey KEY = JaxKey.of(42);

    /** One law, with parameters. */
    private interface Draw {
        void apply(JaxKey key, Slice slice, float[] out, int offset);
    }

    private record Case(String name, Draw draw) {
        float[] create(JaxKey key, int n) {
            float[] out = new float[n];
            draw.apply(key, Slice.all(n), out, 0);
            return out;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The names are those of jax_random.json. */
    static Stream<Case> laws() {
        return Stream.of(
                new Case("uniform", (key, slice, out, at) -> JaxRandom.uniform(key, 0, 1, slice, out, at)),
                new Case("uniform_m1_3", (key, slice, out, at) -> JaxRandom.uniform(key, -1, 3, slice, out, at)),
                new Case("normal", JaxRandom::normal),
                new Case(
                        "truncated_normal_m2_2",
                        (key, slice, out, at) -> JaxRandom.truncatedNormal(key, -2, 2, slice, out, at)));
    }

    private static JsonNode recordings() throws IOException {
        try (InputStream in = JaxRandomTest.class.getResourceAsStream("golden/jax_random.json")) {
            return JsonMapper.shared().readTree(in).get("cases");
        }
    }

    /** {@code jax_random.json}: keys and arrays recorded from jax 0.10.2. */
    @Test
    void everyRecordingMatches() throws IOException {
        JsonNode recordings = recordings();
        assertThat(recordings.size()).isGreaterThan(2);
        for (JsonNode recording : recordings) {
            JaxKey key = JaxKey.of(recording.get("seed").asLong());
            assertKeys(List.of(key), recording.get("key"));
            assertKeys(key.split(3), recording.get("split"));
            assertKeys(key.split(4), recording.get("split_2x2"));
            assertKeys(List.of(key.foldIn(7)), recording.get("fold_in_7"));
            assertKeys(List.of(key.foldIn(4294967295L)), recording.get("fold_in_max"));
            for (JsonNode array : recording.get("arrays")) {
                assertArray(key, array);
            }
        }
    }

    private static void assertKeys(List<JaxKey> keys, JsonNode words) {
        assertThat(words.size()).isEqualTo(2 * keys.size());
        for (int i = 0; i < keys.size(); i++) {
            JaxKey expected = new JaxKey(hex(words.get(2 * i)), hex(words.get(2 * i + 1)));
            assertThat(keys.get(i)).isEqualTo(expected);
        }
    }

    private static void assertArray(JaxKey key, JsonNode array) {
        int n = 1;
        for (JsonNode dimension : array.get("shape")) {
            n *= dimension.asInt();
        }
        int[] words = new int[n];
        JaxRandom.bits(key, Slice.all(n), words, 0);
        assertThat(crc32(words)).isEqualTo(hex(array.get("bits_crc32")));
        for (Case law : laws().toList()) {
            int[] bits = bits(law.create(key, n));
            JsonNode expected = array.get(law.name());
            for (int i = 0; i < expected.get("head").size(); i++) {
                assertThat(bits[i]).isEqualTo(hex(expected.get("head").get(i)));
            }
            assertThat(crc32(bits)).as("%s of %d", law, n).isEqualTo(hex(expected.get("crc32")));
        }
    }

    private static int hex(JsonNode word) {
        return HexFormat.fromHexDigits(word.asString());
    }

    static List<JaxReference> references() {
        return JaxReference.of("bits", "normal", "uniform", "affine", "truncated", "truncatedAffine");
    }

    /** Odd sizes, bounds of all kinds, subnormals; see jax_reference.py. */
    @ParameterizedTest
    @MethodSource("references")
    void everyReferenceMatches(JaxReference r) {
        Slice slice = Slice.all(r.shape());
        float[] out = new float[slice.count()];
        int[] words = new int[slice.count()];
        switch (r.operation()) {
            case "bits" -> JaxRandom.bits(r.key(), slice, words, 0);
            case "normal" -> JaxRandom.normal(r.key(), slice, out, 0);
            case "uniform" -> JaxRandom.uniform(r.key(), r.number(0), r.number(1), slice, out, 0);
            case "affine" -> JaxRandom.normal(r.key(), r.number(0), r.number(1), slice, out, 0);
            case "truncated" -> JaxRandom.truncatedNormal(r.key(), r.number(0), r.number(1), slice, out, 0);
            default ->
                JaxRandom.truncatedNormal(r.key(), r.number(0), r.number(1), r.number(2), r.number(3), slice, out, 0);
        }
        assertThat(r.operation().equals("bits") ? summary(words) : summary(out)).isEqualTo(r.expected());
    }

    /** Slices that begin and end inside groups, cover several batches and pieces, or straddle element 2^32. */
    @ParameterizedTest
    @MethodSource("laws")
    void sliceEqualsThePartOfTheWhole(Case law) {
        int n = 150_000;
        for (long base : new long[] {0, (1L << 32) - 70_001, (1L << 40) + 17}) {
            float[] whole = new float[n];
            law.draw().apply(KEY, new Slice(base + n, base, n), whole, 0);
            int[][] parts = {
                {0, 1}, {15, 1}, {15, 2}, {16, 16}, {5, 2048}, {2047, 8200}, {77_777, 0}, {69_990, 20}, {7, n - 7}
            };
            for (int[] part : parts) {
                float[] out = new float[part[1] + 5];
                Arrays.fill(out, Float.NaN);
                law.draw().apply(KEY, new Slice(base + n, base + part[0], part[1]), out, 3);
                assertThat(Arrays.copyOfRange(out, 3, 3 + part[1]))
                        .isEqualTo(Arrays.copyOfRange(whole, part[0], part[0] + part[1]));
                assertThat(out).startsWith(Float.NaN, Float.NaN, Float.NaN).endsWith(Float.NaN, Float.NaN);
            }
        }
    }

    /** Element i is the block of counter i, its upper half included. */
    @Test
    void bitsBeyondTwoToThe32HaveTheUpperCounterWord() {
        int n = 40_000;
        long first = (5L << 32) - 33_333;
        int[] out = new int[n + 2];
        JaxRandom.bits(KEY, new Slice(1L << 40, first, n), out, 1);
        assertThat(out[0]).isZero();
        assertThat(out[n + 1]).isZero();
        for (int i = 0; i < n; i++) {
            long block = Threefry.block(0, 42, (int) (first + i >>> 32), (int) (first + i));
            assertThat(out[1 + i]).isEqualTo((int) (block >>> 32) ^ (int) block);
        }
    }

    @Test
    void badParametersAreRefusedBeforeAnythingIsWritten() {
        float[] out = new float[10];
        Slice all = Slice.all(10);
        double nan = Double.NaN;
        assertRefused(() -> JaxRandom.uniform(KEY, 1, -1, all, out, 0), "minval 1.0 is above maxval -1.0");
        assertRefused(() -> JaxRandom.uniform(KEY, nan, 1, all, out, 0), "minval is NaN");
        assertRefused(() -> JaxRandom.uniform(KEY, 0, 1e39, all, out, 0), "maxval is 1.0E39");
        assertRefused(() -> JaxRandom.uniform(KEY, -3e38, 3e38, all, out, 0), "overflows a float");
        assertRefused(() -> JaxRandom.normal(KEY, nan, 1, all, out, 0), "mean is NaN");
        assertRefused(() -> JaxRandom.normal(KEY, 0, 1e39, all, out, 0), "stddev is 1.0E39");
        assertRefused(() -> JaxRandom.truncatedNormal(KEY, 2, 1, all, out, 0), "lower bound 2.0 and upper bound 1.0");
        assertRefused(() -> JaxRandom.truncatedNormal(KEY, nan, 1, all, out, 0), "expected lower <= upper");
        assertRefused(() -> JaxRandom.truncatedNormal(KEY, -2, 2, 0, nan, all, out, 0), "stddev is NaN");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> JaxRandom.normal(KEY, all, out, 1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> JaxRandom.bits(KEY, all, new int[9], 0));
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> JaxRandom.normal(null, all, out, 0))
                .withMessage("key");
        assertThat(out).containsOnly(0);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }

    /** A law is an object of 40 bytes for a call; batches add nothing to it. */
    @Tag(Allocation.TAG)
    @ParameterizedTest
    @MethodSource("laws")
    void allocatesNothingButTheLaw(Case law) {
        float[] out = new float[30_007];
        Slice slice = Slice.all(out.length);
        assertThat(Allocation.perCall(() -> law.draw().apply(KEY, slice, out, 0), 200))
                .isLessThanOrEqualTo(200);
    }
}
