// SPDX-License-Identifier: Apache-2.0
package org.initium.numpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.initium.numpy.Bookmarks.Bookmark;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalPiecesTest {
    private static final int WORDS = NormalPieces.WORDS;

    /**
     * Equals reading in order, also where the attempt before a piece reaches {@code across} words into it: seeds found by
     * search. An attempt that begins at the piece's first word would take {@code first} words, so the pieces are joined at
     * once, joined without the first attempt, or read again.
     *
     * @param across where in the piece the first attempt truly begins
     * @param first words that an attempt at the piece's first word takes
     */
    @ParameterizedTest
    @CsvSource({
        "42, 1, 0, 1",
        "3, 4, 1, 1",
        "55, 2, 1, 1",
        "138, 1, 1, 2",
        "177, 11, 1, 2",
        "196, 13, 2, 1",
        "205, 6, 1, 2",
    })
    void equalsReadingInOrder(int seed, int piece, int across, int first) {
        Pcg64 generator = Pcg64.of(seed, 0);
        for (double bound : new double[] {Double.POSITIVE_INFINITY, 2, 0.5}) {
            NormalLaw law = new NormalLaw(0, 1, -bound, bound);
            float[] expected = new float[NormalPieces.MOST * WORDS];
            Ziggurat reader = new Ziggurat().begin(generator, 0);
            int before = reader.read(law, (long) piece * WORDS, expected.length, expected, 0);
            assertThat(reader.position() - (long) piece * WORDS).isEqualTo(across);
            Ziggurat alone = new Ziggurat().begin(generator, (long) piece * WORDS);
            alone.read(law, (long) piece * WORDS + 1, 1, new float[1], 0);
            assertThat(alone.position() - (long) piece * WORDS).isEqualTo(first);

            int count = NormalPieces.MOST;
            int made = before + reader.read(law, (long) count * WORDS, expected.length - before, expected, before);
            float[] values = new float[count * WORDS + 3];
            Bookmark end = new NormalPieces().read(generator, law, new Bookmark(5, 0), count, values, 3);
            assertThat(end).isEqualTo(new Bookmark(5 + made, reader.position()));
            assertThat(Arrays.copyOfRange(values, 3, 3 + made)).isEqualTo(Arrays.copyOf(expected, made));
        }
    }
}
