// SPDX-License-Identifier: Apache-2.0
package org.initium.tensorflow;

import org.initium.random.Key;
import org.initium.random.PhiloxWords;

/**
 * TensorFlow's truncated normal law: standard normal values, without those beyond two.
 *
 * <p>Elements {@code 4 g .. 4 g + 3} are group g. It takes the blocks from number 256 g on, and keeps the first four of their
 * normal values that lie strictly within (-2, 2); so it depends on no other group. The first four values all lie inside with
 * probability 0.83. The second block is drawn for the other groups together, and so on until none is left: there are 256
 * blocks to a group, and 10 in a row fall short of four values with probability 1e-46.
 */
final class TruncatedGroups {
    /** Elements in a group, which are also the words in a block. */
    private static final int GROUP = 4;

    /** Blocks set aside for each group. */
    private static final int STRIDE = 256;

    /** Room for the values of a group: three, and four more from the block that completes it. */
    private static final int ROOM = 8;

    private static final int LIMIT = 2;

    private final float[] kept = new float[Scratch.SIZE / GROUP * ROOM];
    private final int[] counts = new int[Scratch.SIZE / GROUP];
    private final int[] unfinished = new int[Scratch.SIZE / GROUP];

    /**
     * Writes the groups {@code first .. first + n / 4 - 1} to {@code out[offset .. offset + n - 1]}.
     *
     * @param n a multiple of 64, at most {@link Scratch#SIZE}
     */
    void fill(Key key, long first, int n, LawKernel laws, Workspace w, float[] out, int offset) {
        int left = n / GROUP;
        for (int group = 0; group < left; group++) {
            unfinished[group] = group;
            counts[group] = 0;
        }
        for (int block = 0; left > 0; block++) {
            for (int i = 0; i < left; i++) {
                w.numbers[i] = (first + unfinished[i]) * STRIDE + block;
            }
            // Up to a multiple of 16 with whatever numbers were there before; their values are not looked at.
            int blocks = (left + PhiloxWords.BLOCKS - 1) / PhiloxWords.BLOCKS * PhiloxWords.BLOCKS;
            PhiloxWords.fill(key, w.numbers, blocks, w.words);
            laws.standardNormal(w.words, blocks * GROUP, w.scratch, w.values, 0);
            left = keep(left, w.values);
        }
        for (int i = 0; i < n; i++) {
            out[offset + i] = kept[i / GROUP * ROOM + i % GROUP];
        }
    }

    /** Gives each unfinished group its four values, and returns how many groups are still unfinished. */
    private int keep(int left, float[] values) {
        int remaining = 0;
        for (int i = 0; i < left; i++) {
            int group = unfinished[i];
            int start = group * ROOM;
            int count = counts[group];
            for (int j = 0; j < GROUP; j++) {
                float value = values[i * GROUP + j];
                kept[start + count] = value; // Overwritten by the next one unless it counts.
                count += Math.abs(value) < LIMIT ? 1 : 0;
            }
            counts[group] = count;
            unfinished[remaining] = group;
            remaining += count < GROUP ? 1 : 0;
        }
        return remaining;
    }
}
