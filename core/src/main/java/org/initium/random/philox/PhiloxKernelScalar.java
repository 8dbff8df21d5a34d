// SPDX-License-Identifier: Apache-2.0
package org.initium.random.philox;

/** {@link PhiloxKernel} one block at a time. */
final class PhiloxKernelScalar implements PhiloxKernel {
    @Override
    public void fill(long key, long[] numbers, int blocks, long counterHigh, int[] words) {
        assert blocks % BLOCKS == 0 && blocks <= numbers.length && blocks * Philox4x32.BLOCK <= words.length;
        for (int i = 0; i < blocks; i++) {
            Philox4x32.block(key, numbers[i], counterHigh, words, i * Philox4x32.BLOCK);
        }
    }

    /** With two words in a {@code long}, as {@link PhiloxKernelVector} has them. */
    @Override
    public void fillLanes(long key, long first, long counterHigh, int[] words) {
        assert Philox4x32.BLOCK * LANES <= words.length;
        long swapped = Long.rotateLeft(counterHigh, 32);
        for (int block = 0; block < LANES; block++) {
            long k0 = key << 32;
            long k1 = key >>> 32 << 32;
            long a = Long.rotateLeft(first + block, 32);
            long b = swapped;
            for (int round = 0; round < Philox4x32.ROUNDS; round++) {
                long next = (b >>> 32) * Philox4x32.M1 ^ (a << 32) ^ k0;
                b = (a >>> 32) * Philox4x32.M0 ^ (b << 32) ^ k1;
                a = next;
                k0 += UPPER_W0;
                k1 += UPPER_W1;
            }
            int lane = 2 * (block % BLOCKS) + block / BLOCKS;
            words[lane] = (int) (a >>> 32);
            words[LANES + lane] = (int) a;
            words[2 * LANES + lane] = (int) (b >>> 32);
            words[3 * LANES + lane] = (int) b;
        }
    }
}
