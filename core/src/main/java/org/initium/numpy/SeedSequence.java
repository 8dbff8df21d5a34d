// SPDX-License-Identifier: Apache-2.0
package org.initium.numpy;

/**
 * {@code numpy.random.SeedSequence}: spreads a few words of entropy over the whole state of a generator.
 *
 * <p>M. E. O'Neill (2015), "Developing a seed_seq Alternative", pcg-random.org, whose hash and constants NumPy uses for a
 * pool of four words.
 */
final class SeedSequence {
    private static final int POOL = 4;

    private static final int HASH_SEED = 0x43B0D7E5;
    private static final int HASH_MULTIPLIER = 0x931E8875;
    private static final int OUTPUT_SEED = 0x8B51F9DD;
    private static final int OUTPUT_MULTIPLIER = 0x58F38DED;
    private static final int MIX_LEFT = 0xCA01F9DD;
    private static final int MIX_RIGHT = 0x4973F715;

    private SeedSequence() {}

    /** {@code SeedSequence(entropy).generate_state(4, numpy.uint64)} for at most four 32-bit words of entropy. */
    static long[] state(int... entropy) {
        assert entropy.length <= POOL;
        int[] pool = new int[POOL];
        int hash = HASH_SEED;
        for (int i = 0; i < POOL; i++) {
            pool[i] = hashed(i < entropy.length ? entropy[i] : 0, hash, hash *= HASH_MULTIPLIER);
        }
        for (int source = 0; source < POOL; source++) {
            for (int target = 0; target < POOL; target++) {
                if (source != target) {
                    int word = hashed(pool[source], hash, hash *= HASH_MULTIPLIER);
                    pool[target] = shifted(MIX_LEFT * pool[target] - MIX_RIGHT * word);
                }
            }
        }
        long[] state = new long[POOL];
        hash = OUTPUT_SEED;
        for (int i = 0; i < 2 * POOL; i++) {
            int word = hashed(pool[i % POOL], hash, hash *= OUTPUT_MULTIPLIER);
            // Least significant word first.
            state[i / 2] |= Integer.toUnsignedLong(word) << 32 * (i % 2);
        }
        return state;
    }

    private static int hashed(int word, int before, int after) {
        return shifted((word ^ before) * after);
    }

    private static int shifted(int word) {
        return word ^ word >>> 16;
    }
}
