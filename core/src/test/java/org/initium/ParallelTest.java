// SPDX-License-Identifier: Apache-2.0
package org.initium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
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

    /** From whichever thread; and the threads are there for the next job. */
    @Test
    void exceptionsReachTheCaller() {
        for (int repeat = 0; repeat < 100; repeat++) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> Parallel.forEach(10, i -> {
                        if (i >= 3) {
                            throw new IllegalStateException("piece " + i);
                        }
                    }))
                    .withMessageStartingWith("piece");
        }
        runsEachPieceOnce();
    }

    /** Callers that find the threads at work do theirs alone. */
    @Test
    void severalCallersAtOnce() throws InterruptedException {
        AtomicIntegerArray runs = new AtomicIntegerArray(4 * 500);
        Thread[] callers = new Thread[4];
        for (int c = 0; c < callers.length; c++) {
            int first = 500 * c;
            callers[c] = new Thread(() -> {
                for (int job = 0; job < 100; job++) {
                    int start = first + 5 * job;
                    Parallel.forEach(5, i -> runs.incrementAndGet(start + i));
                }
            });
            callers[c].start();
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(java.util.stream.IntStream.range(0, runs.length()).map(runs::get))
                .containsOnly(1);
    }

    @Tag(Allocation.TAG)
    @Test
    void handingOverAllocatesNothing() {
        AtomicIntegerArray runs = new AtomicIntegerArray(8);
        IntConsumer task = runs::incrementAndGet;
        assertThat(Allocation.perCall(() -> Parallel.forEach(8, task))).isZero();
    }
}
