// SPDX-License-Identifier: Apache-2.0
package org.initium.tensorflow;

import org.initium.random.Key;
import org.initium.random.philox.PhiloxWords;

/**
 * TensorFlow's truncated normal law: standard normal values, without those beyond two.
 *
 * <p>Elements {@code 4 g .. 4 g + 3} are group g. It takes the blocks from number 256 g on, and keeps the first four of their
 * normal values that lie strictly within (-2, 2); so it depends on no other group. The values of its first block all do with
 * probability 0.83. For the other groups together the second block is drawn, and so on until every group is full; few tensors
 * need a fourth.
 */
final class TruncatedGroups {
    /** Elements in a group, which are also the words in a block. */
    private static final int GROUP = 4;

    /** Blocks that TensorFlow sets aside for each group. */
    private static final int STRIDE = 256;

    /** Room for the values of a group: three, and four more from the block that fills it. */
    private static final int ROOM = 2 * GROUP;

    /** The bit of a float that the numbers from 2 on have, and those below 2 have not. */
    private static final int TWO_OR_MORE = 30;

    private static final int GROUPS = Scratch.SIZE / GROUP;

    private final float[] kept = new float[GROUPS * ROOM];
    private final int[] counts = new int[GROUPS];
    private final int[] unfinished = new int[GROUPS];
    private final float[] values = new float[Scratch.SIZE];

    /**
     * Writes the groups {@code first .. first + n / 4 - 1} to {@code out[offset .. offset + n - 1]}.
     *
     * @param n a multiple of 64, at most {@link Scratch#SIZE}
     */
    void fill(Key key, long first, int n, LawKernel laws, Workspace w, float[] out, int offset) {
        int groups = n / GROUP;
        for (int group = 0; group < groups; group++) {
            w.numbers[group] = (first + group) * STRIDE;
        }
        PhiloxWords.fill(key.key(), w.numbers, groups, key.stream(), w.words);
        laws.standardNormal(w.words, n, w.scratch, out, offset);
        int left = findUnfinished(groups, out, offset);
        for (int i = 0; i < left; i++) {
            int group = unfinished[i];
            counts[group] = 0;
            keep(group, out, offset + group * GROUP);
        }
        for (int block = 1; left > 0; block++) {
            for (int i = 0; i < left; i++) {
                w.numbers[i] = (first + unfinished[i]) * STRIDE + block;
            }
            // Up to a whole call with whatever numbers were there before; nobody looks at their values.
            int blocks = (left + PhiloxWords.BLOCKS - 1) / PhiloxWords.BLOCKS * PhiloxWords.BLOCKS;
            PhiloxWords.fill(key.key(), w.numbers, blocks, key.stream(), w.words);
            laws.standardNormal(w.words, blocks * GROUP, w.scratch, values, 0);
            left = keepAll(left, out, offset);
        }
    }

    /** Lists the groups with a value beyond two, without a branch that would be mispredicted for each. */
    private int findUnfinished(int groups, float[] out, int offset) {
        int found = 0;
        for (int group = 0; group < groups; group++) {
            int at = offset + group * GROUP;
            int bits = Float.floatToRawIntBits(out[at])
                    | Float.floatToRawIntBits(out[at + 1])
                    | Float.floatToRawIntBits(out[at + 2])
                    | Float.floatToRawIntBits(out[at + 3]);
            unfinished[found] = group;
            found += bits >>> TWO_OR_MORE & 1;
        }
        return found;
    }

    /** Gives each unfinished group its four new values, writes out those now full, and returns how many are left. */
    private int keepAll(int left, float[] out, int offset) {
        int remaining = 0;
        for (int i = 0; i < left; i++) {
            int group = unfinished[i];
            if (keep(group, values, i * GROUP) < GROUP) {
                unfinished[remaining++] = group;
            } else {
                System.arraycopy(kept, group * ROOM, out, offset + group * GROUP, GROUP);
            }
        }
        return remaining;
    }

    /** Appends those of four values that lie within two, and returns how many the group then has. */
    private int keep(int group, float[] from, int at) {
        int start = group * ROOM;
        int count = counts[group];
        for (int i = at; i < at + GROUP; i++) {
            kept[start + count] = from[i]; // The next one takes its place unless it counts.
            count += 1 - (Float.floatToRawIntBits(from[i]) >>> TWO_OR_MORE & 1);
        }
        counts[group] = count;
        return count;
    }
}
