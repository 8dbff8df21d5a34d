// SPDX-License-Identifier: Apache-2.0
package org.initium.random.philox;

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
 * {@link PhiloxKernel} with one Philox block per 64-bit lane.
 *
 * <p>A lane of {@code a} holds counter words {@code (0, 1)} and a lane of {@code b} words {@code (2, 3)}, the first in the
 * upper half. Then a round is
 *
 * <pre>{@code
 * a' = (b >>> 32) * M1 ^ (a << 32) ^ (k0 << 32)
 * b' = (a >>> 32) * M0 ^ (b << 32) ^ (k1 << 32)
 * }</pre>
 *
 * without shuffles or a high multiplication. Both factors of the products are visibly 32 bits wide (a shift by 32, a mask),
 * from which C2 selects the single 32 x 32 to 64 bit multiplication (JDK-8341137).
 *
 * <p>The rounds are two passes of five over vectors in memory, not a loop over rounds: there C2 moves the shift that it has to
 * see into the round before, and multiplies in seven instructions. All ten rounds at once, or five with a method for half a
 * round, are more than C2 inlines, and it allocates each vector. The methods are larger than the 325 bytes that C2 would
 * inline into their callers, for the same reason.
 */
final class PhiloxKernelVector implements PhiloxKernel {
    private static final VectorSpecies<Long> LONG = Simd.LONG;
    private static final int LENGTH = LONG.length();
    private static final VectorSpecies<Integer> PAIRS = LONG.vectorShape().withLanes(int.class);
    private static final LongVector LANE = LongVector.zero(LONG).addIndex(1);
    private static final long LOW = 0xFFFFFFFFL;

    /**
     * Each pair of vectors holds words 1, 0 of some blocks, then their words 3, 2. Of these two, the words of the first half of
     * the blocks in order ...
     */
    private static final VectorShuffle<Integer> FIRST_BLOCKS = inOrder(0);

    /** ... and of the second half; in both, the upper two of four come from the second vector. */
    private static final VectorShuffle<Integer> LAST_BLOCKS = inOrder(LENGTH / 2);

    private static final VectorMask<Integer> WORDS_2_3 = VectorMask.fromLong(PAIRS, 0xCCCCCCCCL);

    private static VectorShuffle<Integer> inOrder(int firstBlock) {
        return VectorShuffle.fromOp(PAIRS, lane -> 2 * (firstBlock + lane / 4) + (lane + 1) % 2);
    }

    @Override
    public void fill(long key, long[] numbers, int blocks, long counterHigh, int[] words) {
        assert blocks % BLOCKS == 0 && blocks <= numbers.length && blocks * Philox4x32.BLOCK <= words.length;
        LongVector high = LongVector.broadcast(LONG, Long.rotateLeft(counterHigh, 32));
        for (int block = 0; block < blocks; block += LENGTH) {
            LongVector number = LongVector.fromArray(LONG, numbers, block);
            int at = block * Philox4x32.BLOCK;
            number.lanewise(LSHL, 32)
                    .or(number.lanewise(LSHR, 32))
                    .reinterpretAsInts()
                    .intoArray(words, at);
            high.reinterpretAsInts().intoArray(words, at + 2 * LENGTH);
        }
        long k0 = key << 32;
        long k1 = key >>> 32 << 32;
        fiveRounds(words, blocks / LENGTH, 4 * LENGTH, 2 * LENGTH, k0, k1);
        fiveRounds(words, blocks / LENGTH, 4 * LENGTH, 2 * LENGTH, k0 + 5 * UPPER_W0, k1 + 5 * UPPER_W1);
        for (int at = 0; at < blocks * Philox4x32.BLOCK; at += 4 * LENGTH) {
            IntVector a = IntVector.fromArray(PAIRS, words, at);
            IntVector b = IntVector.fromArray(PAIRS, words, at + 2 * LENGTH);
            a.rearrange(FIRST_BLOCKS)
                    .blend(b.rearrange(FIRST_BLOCKS), WORDS_2_3)
                    .intoArray(words, at);
            a.rearrange(LAST_BLOCKS).blend(b.rearrange(LAST_BLOCKS), WORDS_2_3).intoArray(words, at + 2 * LENGTH);
        }
    }

    @Override
    public void fillLanes(long key, long first, long counterHigh, int[] words) {
        assert Philox4x32.BLOCK * LANES <= words.length;
        LongVector high = LongVector.broadcast(LONG, Long.rotateLeft(counterHigh, 32));
        for (int block = 0; block < LANES; block += LENGTH) {
            LongVector number = LANE.add(first + block);
            number.lanewise(LSHL, 32)
                    .or(number.lanewise(LSHR, 32))
                    .reinterpretAsInts()
                    .intoArray(words, 2 * block);
            high.reinterpretAsInts().intoArray(words, 2 * LANES + 2 * block);
        }
        long k0 = key << 32;
        long k1 = key >>> 32 << 32;
        fiveRounds(words, LANES / LENGTH, 2 * LENGTH, 2 * LANES, k0, k1);
        fiveRounds(words, LANES / LENGTH, 2 * LENGTH, 2 * LANES, k0 + 5 * UPPER_W0, k1 + 5 * UPPER_W1);
        // Even lanes from the first 16 blocks, odd ones from the others; the first word of each pair is the upper half.
        for (int at = 0; at < LANES; at += 2 * LENGTH) {
            LongVector a = IntVector.fromArray(PAIRS, words, at).reinterpretAsLongs();
            LongVector c = IntVector.fromArray(PAIRS, words, LANES + at).reinterpretAsLongs();
            LongVector b = IntVector.fromArray(PAIRS, words, 2 * LANES + at).reinterpretAsLongs();
            LongVector d = IntVector.fromArray(PAIRS, words, 3 * LANES + at).reinterpretAsLongs();
            a.lanewise(LSHR, 32).or(c.and(~LOW)).reinterpretAsInts().intoArray(words, at);
            a.and(LOW).or(c.lanewise(LSHL, 32)).reinterpretAsInts().intoArray(words, LANES + at);
            b.lanewise(LSHR, 32).or(d.and(~LOW)).reinterpretAsInts().intoArray(words, 2 * LANES + at);
            b.and(LOW).or(d.lanewise(LSHL, 32)).reinterpretAsInts().intoArray(words, 3 * LANES + at);
        }
    }

    /**
     * Five rounds of some vectors of blocks.
     *
     * @param vectors how many
     * @param stride from one vector's a to the next one's, in words
     * @param gap from a vector's a to its b
     */
    private static void fiveRounds(int[] words, int vectors, int stride, int gap, long k0, long k1) {
        LongVector m0 = LongVector.broadcast(LONG, Philox4x32.M0).and(LOW);
        LongVector m1 = LongVector.broadcast(LONG, Philox4x32.M1).and(LOW);
        for (int at = 0; at < vectors * stride; at += stride) {
            LongVector a = IntVector.fromArray(PAIRS, words, at).reinterpretAsLongs();
            LongVector b = IntVector.fromArray(PAIRS, words, at + gap).reinterpretAsLongs();
            LongVector c = b.lanewise(LSHR, 32)
                    .mul(m1)
                    .lanewise(XOR, a.lanewise(LSHL, 32))
                    .lanewise(XOR, k0);
            LongVector d = a.lanewise(LSHR, 32)
                    .mul(m0)
                    .lanewise(XOR, b.lanewise(LSHL, 32))
                    .lanewise(XOR, k1);
            a = d.lanewise(LSHR, 32).mul(m1).lanewise(XOR, c.lanewise(LSHL, 32)).lanewise(XOR, k0 + UPPER_W0);
            b = c.lanewise(LSHR, 32).mul(m0).lanewise(XOR, d.lanewise(LSHL, 32)).lanewise(XOR, k1 + UPPER_W1);
            c = b.lanewise(LSHR, 32).mul(m1).lanewise(XOR, a.lanewise(LSHL, 32)).lanewise(XOR, k0 + 2 * UPPER_W0);
            d = a.lanewise(LSHR, 32).mul(m0).lanewise(XOR, b.lanewise(LSHL, 32)).lanewise(XOR, k1 + 2 * UPPER_W1);
            a = d.lanewise(LSHR, 32).mul(m1).lanewise(XOR, c.lanewise(LSHL, 32)).lanewise(XOR, k0 + 3 * UPPER_W0);
            b = c.lanewise(LSHR, 32).mul(m0).lanewise(XOR, d.lanewise(LSHL, 32)).lanewise(XOR, k1 + 3 * UPPER_W1);
            c = b.lanewise(LSHR, 32).mul(m1).lanewise(XOR, a.lanewise(LSHL, 32)).lanewise(XOR, k0 + 4 * UPPER_W0);
            d = a.lanewise(LSHR, 32).mul(m0).lanewise(XOR, b.lanewise(LSHL, 32)).lanewise(XOR, k1 + 4 * UPPER_W1);
            c.reinterpretAsInts().intoArray(words, at);
            d.reinterpretAsInts().intoArray(words, at + gap);
        }
    }
}
