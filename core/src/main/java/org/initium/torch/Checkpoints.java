// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

import org.initium.random.mersenne.MersenneTwister;

/**
 * States of one sequence of words at a few positions, so that reading a long tensor slice after slice does not begin at its
 * first word each time. Safe for several threads; what it holds changes how fast a position is reached, never what is there.
 */
final class Checkpoints {
    /** As many threads can each read on from where their last slice ended. Each takes 5 KiB once it is used. */
    private static final int SLOTS = 8;

    private final MersenneTwister start;
    private final MersenneTwister[] states = new MersenneTwister[SLOTS];
    private final long[] positions = new long[SLOTS];
    private final long[] lastUse = new long[SLOTS];
    private long uses;

    Checkpoints(int seed) {
        start = MersenneTwister.ofSeed(seed);
    }

    /** Sets the twister so that its next word is number {@code position}. */
    void seek(long position, MersenneTwister twister) {
        twister.skip(position - restore(position, twister));
    }

    /** Where {@link #seek} sets out from: the last position at or before this one whose state is at hand. */
    synchronized long nearest(long position) {
        int slot = nearestSlot(position);
        return slot < 0 ? 0 : positions[slot];
    }

    private synchronized long restore(long position, MersenneTwister twister) {
        int slot = nearestSlot(position);
        if (slot < 0) {
            twister.set(start);
            return 0;
        }
        lastUse[slot] = ++uses;
        twister.set(states[slot]);
        return positions[slot];
    }

    /** The slot of the last position at or before this one, or -1. */
    private int nearestSlot(long position) {
        int best = -1;
        for (int slot = 0; slot < SLOTS; slot++) {
            if (states[slot] != null
                    && positions[slot] <= position
                    && (best < 0 || positions[slot] > positions[best])) {
                best = slot;
            }
        }
        return best;
    }

    /**
     * Keeps the state of a twister whose next word is number {@code position}. It takes the place of position {@code from},
     * where its reader began, or else of the one unused for longest: one long reading does not push out the other readers'.
     */
    synchronized void keep(long from, long position, MersenneTwister twister) {
        int oldest = 0;
        int begin = -1;
        for (int slot = 0; slot < SLOTS; slot++) {
            if (states[slot] != null && positions[slot] == position) {
                return;
            }
            if (states[slot] != null && positions[slot] == from) {
                begin = slot;
            }
            if (lastUse[slot] < lastUse[oldest]) {
                oldest = slot;
            }
        }
        int slot = begin >= 0 ? begin : oldest;
        if (states[slot] == null) {
            states[slot] = MersenneTwister.ofSeed(0);
        }
        states[slot].set(twister);
        positions[slot] = position;
        lastUse[slot] = ++uses;
    }
}
