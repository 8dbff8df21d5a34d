// SPDX-License-Identifier: Apache-2.0
package org.initium.numpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Pcg64Test {
    /** numpy 2.4.6: {@code PCG64(SeedSequence([seed, counter])).advance(first).random_raw(3)}. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, a30febcfd9c2825f 4510bdf882d9d721 0a7d3da94ecde8b8",
        "42, 0, 0, c621fbcd16d92688 705a5661a791ffc1 dbcd12c26eda1624",
        "42, 0, 1, 705a5661a791ffc1 dbcd12c26eda1624 b286b60e1600888d",
        "42, 0, 2047, 8c076442f5b83a48 2590f6eb89425e73 5616d403cb3143c1",
        "42, 0, 4294967301, ba1b92c235dc0172 de7cb5d23abda9f4 ef191c4fb050be2a",
        "42, 7, 4611686018427400249, 1d7e73c12a163c57 0fbb4baf4833aaf9 1b6eb523696725f8",
        "4294967295, 4294967295, 9223372036854775807, 3392295485e2dc19 784c24648c1f4013 137a1b481fe08f67",
    })
    void equalsNumPy(long seed, long counter, long first, String expected) {
        long[] words = new long[3];
        Pcg64.of((int) seed, (int) counter).fill(first, 3, words);
        String actual =
                Arrays.stream(words).mapToObj(HexFormat.of()::toHexDigits).collect(Collectors.joining(" "));
        assertThat(actual).isEqualTo(expected);
    }

    /** The definition in exact arithmetic, step by step: every carry and every rotation. */
    @Test
    void equalsTheDefinitionInExactArithmetic() {
        BigInteger modulus = BigInteger.TWO.pow(128);
        BigInteger multiplier =
                new BigInteger("2549297995355413924").shiftLeft(64).add(new BigInteger("4865540595714422341"));
        long[] seed = SeedSequence.state(2024, 3);
        BigInteger increment =
                join(seed[2], seed[3]).shiftLeft(1).add(BigInteger.ONE).mod(modulus);
        BigInteger state = increment
                .add(join(seed[0], seed[1]))
                .multiply(multiplier)
                .add(increment)
                .mod(modulus);
        long[] words = new long[10_000];
        Pcg64.of(2024, 3).fill(0, words.length, words);
        for (long word : words) {
            state = state.multiply(multiplier).add(increment).mod(modulus);
            long high = state.shiftRight(64).longValue();
            assertThat(word).isEqualTo(Long.rotateRight(high ^ state.longValue(), (int) (high >>> 58)));
        }
    }

    private static BigInteger join(long high, long low) {
        return new BigInteger(Long.toUnsignedString(high))
                .shiftLeft(64)
                .add(new BigInteger(Long.toUnsignedString(low)));
    }

    @Test
    void anyRunOfWordsIsThatPartOfTheStream() {
        Pcg64 generator = Pcg64.of(42, 0);
        long[] all = new long[300];
        generator.fill(0, 300, all);
        for (int first : new int[] {0, 1, 2, 3, 64, 127, 255}) {
            for (int count : new int[] {0, 1, 2, 3, 17, 44}) {
                long[] words = new long[count + 1];
                generator.fill(first, count, words);
                assertThat(Arrays.copyOf(words, count)).isEqualTo(Arrays.copyOfRange(all, first, first + count));
                assertThat(words[count]).isZero();
            }
        }
    }
}
