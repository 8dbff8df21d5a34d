// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.init;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.List;
import java.util.stream.LongStream;
import org.initium.random.Key;
import org.initium.random.NativeWords;

/**
 * Word by word from each of some native streams in turn: word i is word {@code i / K} of stream {@code i % K}.
 *
 * @param keys the K streams
 */
record InterleavedWords(List<Key> keys) {
    /** Largest K. */
    static final int MOST = 1024;

    /** Words of each stream between two writes, at least: a block of the stream. */
    private static final int BATCH = 4096;

    /** Copies the list. */
    InterleavedWords {
        keys = List.copyOf(keys);
    }

    /** The key's own stream. */
    static InterleavedWords of(Key key) {
        return new InterleavedWords(List.of(key));
    }

    /** The streams of children 0 to {@code count - 1}. */
    static InterleavedWords ofChildren(Key key, int count) {
        return new InterleavedWords(
                LongStream.range(0, count).mapToObj(key::child).toList());
    }

    /**
     * Writes the first {@code count} words, little-endian.
     *
     * @throws IOException if {@code out} cannot be written
     */
    void write(long count, OutputStream out) throws IOException {
        int streams = keys.size();
        int batch = streams * BATCH;
        int[] words = new int[BATCH];
        int[] woven = new int[batch];
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * batch).order(ByteOrder.LITTLE_ENDIAN);
        IntBuffer ints = bytes.asIntBuffer();
        for (long done = 0; done < count; done += batch) {
            for (int s = 0; s < streams; s++) {
                NativeWords.fill(keys.get(s), done / streams, BATCH, words, 0);
                for (int i = 0; i < BATCH; i++) {
                    woven[i * streams + s] = words[i];
                }
            }
            ints.rewind();
            ints.put(woven);
            out.write(bytes.array(), 0, Integer.BYTES * (int) Math.min(batch, count - done));
        }
    }
}
