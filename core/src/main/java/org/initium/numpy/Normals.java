// SPDX-License-Identifier: Apache-2.0
package org.initium.numpy;

import org.initium.numpy.Bookmarks.Bookmark;

/**
 * The sequence of a law's values at random access: value {@code i} depends on the generator, the law and {@code i} only.
 *
 * @param generator where the words come from
 * @param law which values
 * @param bookmarks of this generator and law, or of its unbounded law, for which all means and deviations share them
 */
record Normals(Pcg64 generator, NormalLaw law, Bookmarks bookmarks) {
    private static final ThreadLocal<NormalPieces> PIECES = ThreadLocal.withInitial(NormalPieces::new);

    /** Where values go that are read only to find out where others begin. */
    private static final ThreadLocal<float[]> SKIPPED =
            ThreadLocal.withInitial(() -> new float[NormalPieces.MOST * NormalPieces.WORDS]);

    /** Writes values {@code first .. first + count - 1} to {@code out[offset ..]}. */
    void fill(long first, int count, float[] out, int offset) {
        if (count == 0) {
            return; // Without reading up to where nothing is wanted.
        }
        Bookmark at = bookmarks.before(first);
        while (at.value() < first) {
            float[] skipped = SKIPPED.get();
            at = read(at, (int) Math.min(skipped.length, first - at.value()), skipped, 0);
        }
        int done = 0;
        while (done < count) {
            Bookmark next = read(at, count - done, out, offset + done);
            done += (int) (next.value() - at.value());
            at = next;
        }
    }

    /** Reads at least one value and {@code count} at most. */
    private Bookmark read(Bookmark at, int count, float[] out, int offset) {
        // A piece has one value for each word at most.
        int pieces = Math.min(NormalPieces.MOST, count / NormalPieces.WORDS);
        Bookmark next;
        if (pieces >= 2) {
            next = PIECES.get().read(generator, law, at, pieces, out, offset);
        } else {
            Ziggurat reader = NormalPieces.reader().begin(generator, at.word());
            int read = reader.read(law, Long.MAX_VALUE, count, out, offset);
            next = new Bookmark(at.value() + read, reader.position());
        }
        bookmarks.add(next);
        return next;
    }
}
