// SPDX-License-Identifier: Apache-2.0
package org.initium;

import java.util.function.IntConsumer;

/**
 * Runs independent, numbered pieces of work on several threads.
 *
 * <p>The caller cuts the work into pieces by its size alone, never by the number of threads, and no piece reads what
 * another writes; so a result does not depend on how many threads there are or which of them ran what. The number of
 * threads is {@code -Dinitium.threads=N}, by default the number of processors.
 */
public final class Parallel {
    private static final int THREADS = configuredThreads();
    private static final Team TEAM = THREADS == 1 ? null : new Team(THREADS - 1);

    private Parallel() {}

    /** Number of threads that {@link #forEach} uses. */
    public static int threads() {
        return THREADS;
    }

    /**
     * Runs {@code task} once for each number from 0 to {@code pieces - 1}, in any order, and returns when all are done.
     * Allocates nothing. Where the threads are already at work, for another caller or because a piece itself calls this, the
     * caller's thread does all of it.
     *
     * <p>An exception from a piece reaches the caller; pieces not yet begun are left out then.
     */
    public static void forEach(int pieces, IntConsumer task) {
        if (pieces <= 1 || TEAM == null || !TEAM.run(pieces, task)) {
            for (int i = 0; i < pieces; i++) {
                task.accept(i);
            }
        }
    }

    private static int configuredThreads() {
        String text = System.getProperty("initium.threads");
        if (text == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        try {
            int threads = Integer.parseInt(text);
            if (threads >= 1 && threads <= 1024) {
                return threads;
            }
        } catch (NumberFormatException e) {
            // Reported below, with the numbers that are out of range.
        }
        throw new IllegalArgumentException("-Dinitium.threads=" + text + ": expected a number from 1 to 1024");
    }
}
