// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.random.mersenne.MersenneTwister;
import org.junit.jupiter.api.Test;

class CheckpointsTest {
    private static final int SEED = 5489;

    private final Checkpoints checkpoints = new Checkpoints(SEED);
    private final MersenneTwister twister = MersenneTwister.ofSeed(0);

    /** Seeks a position as a reader does, and keeps it. */
    private void keep(long position) {
        checkpoints.seek(position, twister);
        checkpoints.keep(-1, position, twister);
    }

    /** The word at a position, read from the first one on. */
    private static int word(long position) {
        MersenneTwister twister = MersenneTwister.ofSeed(SEED);
        twister.skip(position);
        return twister.nextInt();
    }

    @Test
    void beginsAtTheFirstWord() {
        assertThat(checkpoints.nearest(0)).isZero();
        assertThat(checkpoints.nearest(Long.MAX_VALUE)).isZero();
    }

    /** Forward, backward, to positions kept and between them, within a block of 624 words and at its ends. */
    @Test
    void seeksTheSameWordsWhateverIsKept() {
        for (long position : new long[] {3000, 0, 1, 623, 624, 625, 2999, 3000, 3001, 1248, 10_000, 5, 5}) {
            checkpoints.seek(position, twister);
            assertThat(twister.nextInt()).as("word %d", position).isEqualTo(word(position));
            keep(position);
        }
    }

    @Test
    void setsOutFromTheLastOneAtOrBefore() {
        keep(1000);
        keep(100);
        keep(2000);
        assertThat(checkpoints.nearest(99)).isZero();
        assertThat(checkpoints.nearest(100)).isEqualTo(100);
        assertThat(checkpoints.nearest(999)).isEqualTo(100);
        assertThat(checkpoints.nearest(1000)).isEqualTo(1000);
        assertThat(checkpoints.nearest(Long.MAX_VALUE)).isEqualTo(2000);
    }

    /** Of eight the one unused for longest makes room, where being set out from counts as use. */
    @Test
    void forgetsTheOneUnusedForLongest() {
        for (int i = 1; i <= 8; i++) {
            keep(1000 * i);
        }
        checkpoints.seek(1500, twister);
        checkpoints.seek(2500, twister);
        keep(9000);
        assertThat(checkpoints.nearest(1999)).isEqualTo(1000);
        assertThat(checkpoints.nearest(2999)).isEqualTo(2000);
        assertThat(checkpoints.nearest(3999)).isEqualTo(2000);
        assertThat(checkpoints.nearest(4999)).isEqualTo(4000);
        assertThat(checkpoints.nearest(9000)).isEqualTo(9000);
    }

    /** A reader that ends where another one did leaves the others' places alone. */
    @Test
    void keepsAPositionOnce() {
        for (int i = 1; i <= 8; i++) {
            keep(1000 * i);
        }
        for (int i = 0; i < 20; i++) {
            keep(8000);
        }
        for (int i = 1; i <= 8; i++) {
            assertThat(checkpoints.nearest(1000 * i)).isEqualTo(1000 * i);
        }
    }

    /** One that reads a long way moves its own place along. */
    @Test
    void aReaderMovesItsOwnPlace() {
        for (int i = 1; i <= 8; i++) {
            keep(1000 * i);
        }
        for (int i = 0; i < 20; i++) {
            checkpoints.seek(8000 + 10 * i, twister);
            twister.skip(10);
            checkpoints.keep(8000 + 10 * i, 8010 + 10 * i, twister);
        }
        for (int i = 1; i <= 7; i++) {
            assertThat(checkpoints.nearest(1000 * i)).isEqualTo(1000 * i);
        }
        assertThat(checkpoints.nearest(9000)).isEqualTo(8200);
        checkpoints.seek(8200, twister);
        assertThat(twister.nextInt()).isEqualTo(word(8200));
    }
}
