// SPDX-License-Identifier: Apache-2.0
package org.initium.numpy;

import org.initium.Parallel;

/** {@code Generator.uniform} of NumPy: one word for each value. */
final class Uniforms {
    /** Words made at a time; see {@link Ziggurat}. */
    private static final int BATCH = 2048;

    /** Values per piece of work for another thread: some 100 microseconds. */
    private static final int PIECE = 16 * BATCH;

    private static final ThreadLocal<long[]> WORDS = ThreadLocal.withInitial(() -> new long[BATCH]);

    private Uniforms() {}

    /** Writes values {@code first .. first + count - 1} to {@code out[offset ..]}. */
    static void fill(Pcg64 generator, double low, double high, long first, int count, float[] out, int offset) {
        int pieces = (int) ((count + PIECE - 1L) / PIECE);
        if (pieces <= 1) {
            fillPiece(generator, low, high - low, first, count, out, offset);
            return;
        }
        Parallel.forEach(pieces, piece -> {
            int start = piece * PIECE;
            int size = Math.min(PIECE, count - start);
            fillPiece(generator, low, high - low, first + start, size, out, offset + start);
        });
    }

    private static void fillPiece(
            Pcg64 generator, double low, double range, long first, int count, float[] out, int offset) {
        long[] words = WORDS.get();
        for (int start = 0; start < count; start += BATCH) {
            int size = Math.min(BATCH, count - start);
            generator.fill(first + start, size, words);
            for (int i = 0; i < size; i++) {
                out[offset + start + i] = (float) (low + range * unit(words[i]));
            }
        }
    }

    /** {@code next_double}: the upper 53 bits of a word as a number in [0, 1). */
    static double unit(long word) {
        return (word >>> 11) * 0x1p-53;
    }
}
