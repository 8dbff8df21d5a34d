// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.initium.Allocation;
import org.initium.random.philox.Philox4x32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeWordsTest {
    private static final Key KEY = Key.of(42);

    private static int[] words(Key key, long first, int count) {
        int[] words = new int[count];
        NativeWords.fill(key, first, count, words, 0);
        return words;
    }

    /** Seed 42, from src/test/python/native_stream.py, an independent program. */
    @ParameterizedTest
    @CsvSource({
        "0, b3bd05cd",
        "1, b7c36108",
        "2, 916f325f",
        "31, 832b26cf",
        "32, d692ecfd",
        "33, d58de592",
        "63, fc7b0a9e",
        "64, 326cdbda",
        "4095, 806da3f3",
        "4096, 7b304ecc",
        "4097, 1d854463",
        "1000003, 3b245727",
        "1099511627853, 175cdc43",
    })
    void equalsItsDefinition(long index, String word) {
        assertThat(Integer.toHexString(words(KEY, index, 1)[0])).isEqualTo(word);
    }

    /** Word by word from Philox and the step of xoshiro128++, for a key with both halves set, far along the stream. */
    @Test
    void aBlockIsThirtyTwoLanesSeededByPhilox() {
        Key key = new Key(0x0123456789abcdefL, 0xfedcba9876543210L);
        long block = (1L << 51) - 3;
        int[] expected = new int[4096];
        int[] s = new int[4];
        for (int lane = 0; lane < 32; lane++) {
            Philox4x32.block(key.key(), 32 * block + lane / 2 + 16 * (lane % 2), key.stream(), s, 0);
            for (int step = 0; step < 128; step++) {
                expected[32 * step + lane] = Integer.rotateLeft(s[0] + s[3], 7) + s[0];
                int t = s[1] << 9;
                s[2] ^= s[0];
                s[3] ^= s[1];
                s[1] ^= s[2];
                s[0] ^= s[3];
                s[2] ^= t;
                s[3] = Integer.rotateLeft(s[3], 11);
            }
        }
        assertThat(words(key, 4096 * block, 4096)).isEqualTo(expected);
    }

    /** Any piece equals that part of the whole, and nothing around it is written. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, (1L << 40) + 4095, Long.MAX_VALUE - 10_000})
    void piecesEqualTheWhole(long base) {
        int[] whole = words(KEY, base, 10_000);
        int[] starts = {0, 1, 30, 31, 32, 33, 1023, 1024, 4063, 4095, 4096, 4097, 8191};
        int[] counts = {0, 1, 2, 31, 32, 33, 64, 991, 1025};
        for (int start : starts) {
            for (int count : counts) {
                int[] out = new int[count + 4];
                Arrays.fill(out, 77);
                NativeWords.fill(KEY, base + start, count, out, 3);
                assertThat(Arrays.equals(out, 3, 3 + count, whole, start, start + count))
                        .as("%d words from %d", count, start)
                        .isTrue();
                assertThat(out).startsWith(77, 77, 77).endsWith(77);
            }
        }
    }

    @Test
    void threadsDoNotMatter() {
        int[] whole = words(KEY, 0, 1 << 18);
        int[] parts = new int[1 << 18];
        IntStream.range(0, 512).parallel().forEach(i -> NativeWords.fill(KEY, 512L * i, 512, parts, 512 * i));
        assertThat(parts).isEqualTo(whole);
    }

    /** xoshiro stays at 0 for ever; Philox would have to be inverted to meet one, so the repair is tested by itself. */
    @Test
    void aLaneOfZerosIsReplaced() {
        int[] states = new int[128];
        Arrays.setAll(states, i -> i % 32 == 7 || i % 32 == 8 ? 0 : i + 1);
        states[3 * 32 + 8] = 5;
        int[] expected = states.clone();
        expected[7] = 1;
        WordCursor.replaceZeroStates(states);
        assertThat(states).isEqualTo(expected);
    }

    @Test
    void refusesWhatIsOutOfRange() {
        int[] out = new int[10];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NativeWords.fill(KEY, -1, 5, out, 0))
                .withMessageContaining("first is -1, expected 0 to");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NativeWords.fill(KEY, Long.MAX_VALUE - 4, 5, out, 0))
                .withMessageContaining("for 5 words");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> NativeWords.fill(KEY, 0, 5, out, 6));
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> NativeWords.fill(null, 0, 5, out, 0))
                .withMessage("key");
        assertThat(out).containsOnly(0);
    }

    @Tag(Allocation.TAG)
    @Test
    void allocatesNothing() {
        int[] out = new int[9001];
        assertThat(Allocation.perCall(() -> NativeWords.fill(KEY, 4001, out.length, out, 0)))
                .isZero();
    }
}
