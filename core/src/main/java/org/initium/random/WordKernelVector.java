// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.LongVector;
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
    private static final LongVector LANE = LongVector.zero(LONG).addIndex(1);

    @Override
    public void fill(Key key, long firstChunk, int chunks, int[] words) {
        assert chunks * CHUNK <= words.length;
        LongVector m0 = LongVector.broadcast(LONG, Philox4x32.M0).and(0xFFFFFFFFL);
        LongVector m1 = LongVector.broadcast(LONG, Philox4x32.M1).and(0xFFFFFFFFL);
        LongVector counterHigh = LongVector.broadcast(LONG, Long.rotateLeft(key.stream(), 32));
        long upperKey0 = key.key() << 32;
        long upperKey1 = key.key() >>> 32 << 32;
        int vectors = chunks * (BLOCKS / LANES);
        for (int v = 0; v < vectors; v++) {
            int block = v * LANES;
            LongVector index = LANE.add(firstChunk * BLOCKS + block);
            LongVector a = index.lanewise(LSHL, 32).or(index.lanewise(LSHR, 32));
            LongVector b = counterHigh;
            long k0 = upperKey0;
            long k1 = upperKey1;
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
            // Chunk (block / 16), block (block % 16) in it: 2 words per block in each half of the chunk.
            int at = block / BLOCKS * CHUNK + block % BLOCKS * 2;
            a.reinterpretAsInts().intoArray(words, at);
            b.reinterpretAsInts().intoArray(words, at + CHUNK / 2);
        }
    }
}
