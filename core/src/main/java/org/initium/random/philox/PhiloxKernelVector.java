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
 * <pre>
 * a' = (b >>> 32) * M1 ^ (a << 32) ^ (k0 << 32)
 * b' = (a >>> 32) * M0 ^ (b << 32) ^ (k1 << 32)
 * </pre>
 *
 * without shuffles or a high multiplication. Both factors of the products are visibly 32 bits wide (a shift by 32, a mask),
 * from which C2 selects the single 32 x 32 to 64 bit multiplication (JDK-8341137).
 */
final class PhiloxKernelVector implements PhiloxKernel {
    private static final VectorSpecies<Long> LONG = Simd.LONG;
    private static final int LENGTH = LONG.length();
    private static final VectorSpecies<Integer> PAIRS = LONG.vectorShape().withLanes(int.class);
    private static final LongVector LANE = LongVector.zero(LONG).addIndex(1);
    private static final long LOW = 0xFFFFFFFFL;

    /** Of two vectors of words 1, 0 and 3, 2 of some blocks, the words of the first half of the blocks in order ... */
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
        LongVector m0 = LongVector.broadcast(LONG, Philox4x32.M0).and(LOW);
        LongVector m1 = LongVector.broadcast(LONG, Philox4x32.M1).and(LOW);
        for (int block = 0; block < blocks; block += LENGTH) {
            LongVector a = swapHalves(LongVector.fromArray(LONG, numbers, block));
            LongVector b = LongVector.broadcast(LONG, Long.rotateLeft(counterHigh, 32));
            long k0 = key << 32;
            long k1 = key >>> 32 << 32;
            for (int round = 0; round < Philox4x32.ROUNDS; round++) {
                LongVector next = b.lanewise(LSHR, 32)
                        .mul(m1)
                        .lanewise(XOR, a.lanewise(LSHL, 32))
                        .lanewise(XOR, k0);
                b = a.lanewise(LSHR, 32)
                        .mul(m0)
                        .lanewise(XOR, b.lanewise(LSHL, 32))
                        .lanewise(XOR, k1);
                a = next;
                k0 += UPPER_W0;
                k1 += UPPER_W1;
            }
            int at = block * Philox4x32.BLOCK;
            a.reinterpretAsInts().intoArray(words, at);
            b.reinterpretAsInts().intoArray(words, at + 2 * LENGTH);
        }
        // Each pair of vectors now holds words 1, 0 of LENGTH blocks, then their words 3, 2.
        for (int at = 0; at < blocks * Philox4x32.BLOCK; at += 4 * LENGTH) {
            IntVector a = IntVector.fromArray(PAIRS, words, at);
            IntVector b = IntVector.fromArray(PAIRS, words, at + 2 * LENGTH);
            a.rearrange(FIRST_BLOCKS)
                    .blend(b.rearrange(FIRST_BLOCKS), WORDS_2_3)
                    .intoArray(words, at);
            a.rearrange(LAST_BLOCKS).blend(b.rearrange(LAST_BLOCKS), WORDS_2_3).intoArray(words, at + 2 * LENGTH);
        }
    }

    /** Blocks {@code block} and {@code 16 + block} side by side: while one waits for its product the other works. */
    @Override
    public void fillLanes(long key, long first, long counterHigh, int[] words) {
        assert Philox4x32.BLOCK * LANES <= words.length;
        LongVector m0 = LongVector.broadcast(LONG, Philox4x32.M0).and(LOW);
        LongVector m1 = LongVector.broadcast(LONG, Philox4x32.M1).and(LOW);
        for (int block = 0; block < BLOCKS; block += LENGTH) {
            LongVector a = swapHalves(LANE.add(first + block));
            LongVector c = swapHalves(LANE.add(first + block + BLOCKS));
            LongVector b = LongVector.broadcast(LONG, Long.rotateLeft(counterHigh, 32));
            LongVector d = b;
            long k0 = key << 32;
            long k1 = key >>> 32 << 32;
            for (int round = 0; round < Philox4x32.ROUNDS; round++) {
                LongVector nextA = b.lanewise(LSHR, 32)
                        .mul(m1)
                        .lanewise(XOR, a.lanewise(LSHL, 32))
                        .lanewise(XOR, k0);
                LongVector nextC = d.lanewise(LSHR, 32)
                        .mul(m1)
                        .lanewise(XOR, c.lanewise(LSHL, 32))
                        .lanewise(XOR, k0);
                b = a.lanewise(LSHR, 32)
                        .mul(m0)
                        .lanewise(XOR, b.lanewise(LSHL, 32))
                        .lanewise(XOR, k1);
                d = c.lanewise(LSHR, 32)
                        .mul(m0)
                        .lanewise(XOR, d.lanewise(LSHL, 32))
                        .lanewise(XOR, k1);
                a = nextA;
                c = nextC;
                k0 += UPPER_W0;
                k1 += UPPER_W1;
            }
            // Even lanes from a and b, odd lanes from c and d; the first word of each pair is the upper half.
            int lane = 2 * block;
            a.lanewise(LSHR, 32).or(c.and(~LOW)).reinterpretAsInts().intoArray(words, lane);
            a.and(LOW).or(c.lanewise(LSHL, 32)).reinterpretAsInts().intoArray(words, LANES + lane);
            b.lanewise(LSHR, 32).or(d.and(~LOW)).reinterpretAsInts().intoArray(words, 2 * LANES + lane);
            b.and(LOW).or(d.lanewise(LSHL, 32)).reinterpretAsInts().intoArray(words, 3 * LANES + lane);
        }
    }

    private static LongVector swapHalves(LongVector x) {
        return x.lanewise(LSHL, 32).or(x.lanewise(LSHR, 32));
    }
}
