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
