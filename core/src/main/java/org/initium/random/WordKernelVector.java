// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.initium.simd.Simd;

/**
 * {@link WordKernel} with one Philox block per 64-bit lane.
 *
 * <p>A lane of {@code a} holds counter words {@code (0, 1)} and a lane of {@code b} words {@code (2, 3)}, the first in the
 * upper half. Then a round is
 *
 * <pre>
 * a' = (b >>> 32) * M1 ^ (a << 32) ^ (k0 << 32)
 * b' = (a >>> 32) * M0 ^ (b << 32) ^ (k1 << 32)
 * </pre>
 *
 * without shuffles or a high multiplication. Both factors of the products are visibly 32 bits wide (a shift by 32, a mask),
 * from which C2 selects the single 32 x 32 to 64 bit multiplication (JDK-8341137).
 */
final class WordKernelVector implements WordKernel {
    private static final VectorSpecies<Long> LONG = Simd.LONG;
    private static final int LANES = LONG.length();
    private static final VectorSpecies<Integer> PAIRS = LONG.vectorShape().withLanes(int.class);
    private static final LongVector LANE = LongVector.zero(LONG).addIndex(1);

    /** Of two vectors of words 1, 0 and 3, 2 of some blocks, the words of the first half of the blocks in order ... */
    private static final VectorShuffle<Integer> FIRST_BLOCKS = inOrder(0);

    /** ... and of the second half; in both, the upper two of four come from the second vector. */
    private static final VectorShuffle<Integer> LAST_BLOCKS = inOrder(LANES / 2);

    private static final VectorMask<Integer> WORDS_2_3 = VectorMask.fromLong(PAIRS, 0xCCCCCCCCL);

    private static VectorShuffle<Integer> inOrder(int firstBlock) {
        return VectorShuffle.fromOp(PAIRS, lane -> 2 * (firstBlock + lane / 4) + (lane + 1) % 2);
    }

    @Override
    public void fill(Key key, long firstChunk, int chunks, int[] words) {
        assert chunks * CHUNK <= words.length;
        LongVector counterHigh = LongVector.broadcast(LONG, Long.rotateLeft(key.stream(), 32));
        int vectors = chunks * (BLOCKS / LANES);
        for (int v = 0; v < vectors; v++) {
            int block = v * LANES;
            // Chunk (block / 16), block (block % 16) in it: 2 words per block in each half of the chunk.
            int at = block / BLOCKS * CHUNK + block % BLOCKS * 2;
            blocks(key.key(), LANE.add(firstChunk * BLOCKS + block), counterHigh, words, at, at + CHUNK / 2);
        }
    }

    @Override
    public void fillInOrder(Key key, long[] numbers, int blocks, int[] words) {
        assert blocks % BLOCKS == 0 && blocks <= numbers.length && blocks * Philox4x32.BLOCK <= words.length;
        LongVector counterHigh = LongVector.broadcast(LONG, Long.rotateLeft(key.stream(), 32));
        for (int block = 0; block < blocks; block += LANES) {
            int at = block * Philox4x32.BLOCK;
            blocks(key.key(), LongVector.fromArray(LONG, numbers, block), counterHigh, words, at, at + 2 * LANES);
        }
        // Each pair of vectors now holds words 1, 0 of LANES blocks, then their words 3, 2.
        for (int at = 0; at < blocks * Philox4x32.BLOCK; at += 4 * LANES) {
            IntVector a = IntVector.fromArray(PAIRS, words, at);
            IntVector b = IntVector.fromArray(PAIRS, words, at + 2 * LANES);
            a.rearrange(FIRST_BLOCKS)
                    .blend(b.rearrange(FIRST_BLOCKS), WORDS_2_3)
                    .intoArray(words, at);
            a.rearrange(LAST_BLOCKS).blend(b.rearrange(LAST_BLOCKS), WORDS_2_3).intoArray(words, at + 2 * LANES);
        }
    }

    private static LongVector swapHalves(LongVector x) {
        return x.lanewise(LSHL, 32).or(x.lanewise(LSHR, 32));
    }

    /**
     * One block for each lane.
     *
     * @param number counter words 0 and 1
     * @param counterHigh counter words 2 and 3, in this order from the upper half
     * @param atA place of words 1, 0 of the first block, then of the next
     * @param atB place of words 3, 2
     */
    private static void blocks(long key, LongVector number, LongVector counterHigh, int[] words, int atA, int atB) {
        LongVector m0 = LongVector.broadcast(LONG, Philox4x32.M0).and(0xFFFFFFFFL);
        LongVector m1 = LongVector.broadcast(LONG, Philox4x32.M1).and(0xFFFFFFFFL);
        LongVector a = swapHalves(number);
        LongVector b = counterHigh;
        long k0 = key << 32;
        long k1 = key >>> 32 << 32;
        for (int round = 0; round < Philox4x32.ROUNDS; round++) {
            LongVector next = b.lanewise(LSHR, 32)
                    .mul(m1)
                    .lanewise(XOR, a.lanewise(LSHL, 32))
                    .lanewise(XOR, k0);
            b = a.lanewise(LSHR, 32).mul(m0).lanewise(XOR, b.lanewise(LSHL, 32)).lanewise(XOR, k1);
            a = next;
            k0 += UPPER_W0;
            k1 += UPPER_W1;
        }
        a.reinterpretAsInts().intoArray(words, atA);
        b.reinterpretAsInts().intoArray(words, atB);
    }
}
