// SPDX-License-Identifier: Apache-2.0
package org.initium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class ParallelTest {
    @Test
    void runsEachPieceOnce() {
        for (int pieces : new int[] {0, 1, 2, 1000}) {
            AtomicIntegerArray runs = new AtomicIntegerArray(Math.max(1, pieces));
            Parallel.forEach(pieces, runs::incrementAndGet);
            for (int i = 0; i < pieces; i++) {
                assertThat(runs.get(i)).isEqualTo(1);
            }
        }
    }

    @Test
    void piecesMayThemselvesRunPieces() {
        AtomicIntegerArray runs = new AtomicIntegerArray(64);
        Parallel.forEach(8, i -> Parallel.forEach(8, j -> runs.incrementAndGet(8 * i + j)));
        assertThat(java.util.stream.IntStream.range(0, 64).map(runs::get)).containsOnly(1);
    }

    @Test
    void exceptionsReachTheCaller() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Parallel.forEach(10, i -> {
                    if (i == 7) {
                        throw new IllegalStateException("piece 7");
                    }
                }));
    }
}
