// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.initium.random.Key;
import org.junit.jupiter.api.Test;

class TuplesTest {
    private static final int[] WORDS = {0x12345678, 0x9ABCDEF0, 0x0F1E2D3C, 0xA5B6C7D8, 0x13579BDF, 0x2468ACE0};

    private static int[] cells(Tuples tuples, int n) {
        int[] cells = new int[n];
        tuples.cells(WORDS, n, cells);
        return cells;
    }

    @Test
    void takeTheBitsOfTheirWords() {
        assertThat(cells(Tuples.upper(1, 8), 6)).containsExactly(0x12, 0x9A, 0x0F, 0xA5, 0x13, 0x24);
        assertThat(cells(Tuples.lower(2, 12), 3)).containsExactly(0x678EF0, 0xD3C7D8, 0xBDFCE0);
        assertThat(cells(Tuples.upper(3, 4), 2)).containsExactly(0x190, 0xA12);
        assertThat(Tuples.upper(3, 4).cells()).isEqualTo(4096);
    }

    @Test
    void wordsApart() {
        assertThat(cells(Tuples.upper(2, 8).apart(3), 3)).containsExactly(0x12A5, 0x9A13, 0x0F24);
        assertThat(cells(Tuples.upper(3, 4).apart(2), 2)).containsExactly(0x101, 0x9A2);
    }

    @Test
    void badNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tuples.upper(2, 16))
                .withMessage(
                        "tuples of 2 words 1 apart, 16 bits from bit 16: expected bits of a word, 30 at most in a tuple");
        for (int[] bad : new int[][] {{0, 8, 0, 1}, {1, 0, 0, 1}, {1, 8, -1, 1}, {1, 8, 25, 1}, {1, 8, 0, 0}}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Tuples(bad[0], bad[1], bad[2], bad[3]));
        }
        WordSource zeros = WordSource.zeros();
        Tuples pairs = Tuples.upper(2, 6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SerialCheck.check(zeros, pairs, (1 << 20) + 1, 1e-3))
                .withMessage("n is 1048577, expected a multiple of 4096");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SerialCheck.check(zeros, pairs.apart(3), 1 << 20, 1e-3))
                .withMessage("distance is 3, expected a divisor of 4096");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgreementCheck.check(zeros, zeros, 5000, 1e-3))
                .withMessage("n is 5000, expected a multiple of 4096");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollisionCheck.check(zeros, Tuples.upper(1, 11), 1, 1e-3))
                .withMessage("cells is 2048, expected a multiple of 4096");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollisionCheck.check(zeros, pairs, 0, 1e-3))
                .withMessage("rounds is 0, expected 1 or more");
    }

    @Test
    void areNamedInWords() {
        assertThat(Tuples.upper(1, 24)).hasToString("words, upper 24 bits");
        assertThat(Tuples.lower(2, 6).apart(32)).hasToString("pairs of words 32 apart, lower 6 bits");
        assertThat(Tuples.upper(3, 8)).hasToString("3-tuples of words, upper 8 bits");
    }

    @Test
    void sourcesAreReadWhereAsked() {
        WordSource numbers = (first, words) -> Arrays.setAll(words, i -> (int) first + i);
        int[] words = new int[4];
        numbers.from(100).fill(7, words);
        assertThat(words).containsExactly(107, 108, 109, 110);
        WordSource.interleaved(List.of(numbers, numbers.from(50))).fill(8, words);
        assertThat(words).containsExactly(4, 54, 5, 55);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> WordSource.interleaved(List.of(numbers, numbers)).fill(3, words))
                .withMessage("4 words from word 3, expected multiples of 2");
        WordSource.of(Key.of(42)).fill(0, words);
        assertThat(words[0]).isEqualTo(0xb3bd05cd);
    }
}
