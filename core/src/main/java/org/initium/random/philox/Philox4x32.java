// SPDX-License-Identifier: Apache-2.0
package org.initium.random.philox;

/**
 * The Philox4x32-10 block function: 128 bits out of a 128-bit counter and a 64-bit key.
 *
 * <p>J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw (2011), "Parallel Random Numbers: As Easy as 1, 2, 3", SC '11,
 * section 3.3 and table 2 (passes BigCrush); the multipliers and the Weyl constants are those of that paper.
 */
public final class Philox4x32 {
    /** Words in a block. */
    public static final int BLOCK = 4;

    static final int ROUNDS = 10;
    static final long M0 = 0xD2511F53L;
    static final long M1 = 0xCD9E8D57L;
    /** Golden ratio; added to the first key word after each round. */
    static final int W0 = 0x9E3779B9;
    /** {@code sqrt(3) - 1}; added to the second key word after each round. */
    static final int W1 = 0xBB67AE85;

    private static final long LOW = 0xFFFFFFFFL;

    private Philox4x32() {}

    /**
     * Writes the four words of one block to {@code out[offset .. offset + 3]}.
     *
     * @param key key words 0 (low half) and 1 (high half)
     * @param counterLow counter words 0 (low half) and 1 (high half)
     * @param counterHigh counter words 2 (low half) and 3 (high half)
     */
    public static void block(long key, long counterLow, long counterHigh, int[] out, int offset) {
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        int c0 = (int) counterLow;
        int c1 = (int) (counterLow >>> 32);
        int c2 = (int) counterHigh;
        int c3 = (int) (counterHigh >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = M0 * (c0 & LOW);
            long p1 = M1 * (c2 & LOW);
            c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
            c1 = (int) p1;
            c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
            c3 = (int) p0;
            k0 += W0;
            k1 += W1;
        }
        out[offset] = c0;
        out[offset + 1] = c1;
        out[offset + 2] = c2;
        out[offset + 3] = c3;
    }
}
