// SPDX-License-Identifier: Apache-2.0
package org.initium.numpy;

import org.initium.Parallel;

/**
 * Reads a long run of normals in pieces, side by side, although how many words a value takes is known only by reading them.
 *
 * <p>Each piece is read as if an attempt began at its first word. That is right if no attempt of the piece before reaches
 * across, and in 98.4 % of the pieces none does. Nearly always it is one word across, and an attempt begins there in the
 * piece as read, too: then its first attempt alone was wrong and is left out. Otherwise, once in some 1,000 pieces, the
 * piece is read again from where it truly begins. So the result is that of reading in order, whatever the number of threads.
 */
final class NormalPieces {
    /** Pieces read side by side, at most. */
    static final int MOST = 16;

    /** Words in a piece: some 80 microseconds of reading. */
    static final int WORDS = 1 << 14;

    private static final ThreadLocal<Ziggurat> READER = ThreadLocal.withInitial(Ziggurat::new);

    private final float[] values = new float[MOST * WORDS];
    private final Piece[] pieces = new Piece[MOST];

    /** What came out of reading a piece from its first word. */
    private static final class Piece {
        /** Values made by the first attempt: 0 or 1. */
        int first;

        /** Where the second attempt began. */
        long second;

        /** Values made by all attempts that began in the piece. */
        int count;

        /** Where the first attempt after the piece begins. */
        long end;
    }

    NormalPieces() {
        for (int i = 0; i < MOST; i++) {
            pieces[i] = new Piece();
        }
    }

    /** The calling thread's reader, at no particular word. */
    static Ziggurat reader() {
        return READER.get();
    }

    /**
     * Writes the values of all attempts that begin in {@code count} pieces from {@code start.word()} on to
     * {@code out[offset ..]}.
     *
     * @param out room for {@code count * WORDS} values
     * @return the bookmark behind the last value
     */
    Bookmarks.Bookmark read(
            Pcg64 generator, NormalLaw law, Bookmarks.Bookmark start, int count, float[] out, int offset) {
        assert count <= MOST && offset + count * WORDS <= out.length;
        Parallel.forEach(count, i -> readAlone(generator, law, start.word() + (long) i * WORDS, i));
        long word = start.word();
        int to = offset;
        for (int i = 0; i < count; i++) {
            Piece piece = pieces[i];
            long begin = start.word() + (long) i * WORDS;
            if (word == begin || word == piece.second) {
                int skipped = word == begin ? 0 : piece.first;
                System.arraycopy(values, i * WORDS + skipped, out, to, piece.count - skipped);
                to += piece.count - skipped;
                word = piece.end;
            } else {
                Ziggurat reader = reader().begin(generator, word);
                to += reader.read(law, begin + WORDS, WORDS, out, to);
                word = reader.position();
            }
        }
        return new Bookmarks.Bookmark(start.value() + (to - offset), word);
    }

    private void readAlone(Pcg64 generator, NormalLaw law, long begin, int index) {
        Piece piece = pieces[index];
        int at = index * WORDS;
        Ziggurat reader = reader().begin(generator, begin);
        piece.first = reader.read(law, begin + 1, 1, values, at);
        piece.second = reader.position();
        piece.count = piece.first + reader.read(law, begin + WORDS, WORDS - piece.first, values, at + piece.first);
        piece.end = reader.position();
    }
}
