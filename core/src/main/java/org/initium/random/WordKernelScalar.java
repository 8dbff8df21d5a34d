// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

/** {@link WordKernel} one block at a time, with two words in a {@code long} as {@link WordKernelVector} has them. */
final class WordKernelScalar implements WordKernel {
    @Override
    public void fill(Key key, long firstChunk, int chunks, int[] words) {
        assert chunks * CHUNK <= words.length;
        long counterHigh = Long.rotateLeft(key.stream(), 32);
        for (int chunk = 0; chunk < chunks; chunk++) {
            for (int block = 0; block < BLOCKS; block++) {
                long k0 = key.key() << 32;
                long k1 = key.key() >>> 32 << 32;
                long a = Long.rotateLeft((firstChunk + chunk) * BLOCKS + block, 32);
                long b = counterHigh;
                for (int round = 0; round < Philox4x32.ROUNDS; round++) {
                    long next = (b >>> 32) * Philox4x32.M1 ^ (a << 32) ^ k0;
                    b = (a >>> 32) * Philox4x32.M0 ^ (b << 32) ^ k1;
                    a = next;
                    k0 += UPPER_W0;
                    k1 += UPPER_W1;
                }
                int at = chunk * CHUNK + 2 * block;
                words[at] = (int) a;
                words[at + 1] = (int) (a >>> 32);
                words[at + CHUNK / 2] = (int) b;
                words[at + CHUNK / 2 + 1] = (int) (b >>> 32);
            }
        }
    }

    @Override
    public void fillInOrder(Key key, long[] numbers, int blocks, int[] words) {
        assert blocks % BLOCKS == 0 && blocks <= numbers.length && blocks * Philox4x32.BLOCK <= words.length;
        for (int i = 0; i < blocks; i++) {
            Philox4x32.block(key.key(), numbers[i], key.stream(), words, i * Philox4x32.BLOCK);
        }
    }
}
