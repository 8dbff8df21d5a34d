// SPDX-License-Identifier: Apache-2.0
package org.initium;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Threads that wait for one job at a time and share its pieces with the caller. Handing a job over allocates nothing, which
 * an executor cannot do.
 */
final class Team {
    private final int workers;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicInteger next = new AtomicInteger();

    // Guarded by this object's monitor.
    private long job;
    private IntConsumer task;
    private int pieces;
    private int helpers;
    private int unfinished;
    private Throwable failure;

    /** Starts {@code workers} daemon threads. */
    Team(int workers) {
        this.workers = workers;
        for (int i = 0; i < workers; i++) {
            int number = i;
            Thread thread = new Thread(() -> serve(number), "initium-" + (number + 1));
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * Runs all pieces of a job and returns true, or does nothing and returns false if the team is at work: for another
     * thread, or for the job that the caller is itself a piece of.
     */
    boolean run(int pieces, IntConsumer task) {
        if (!busy.compareAndSet(false, true)) {
            return false;
        }
        try {
            synchronized (this) {
                this.task = task;
                this.pieces = pieces;
                this.helpers = Math.min(workers, pieces - 1);
                this.unfinished = helpers;
                this.failure = null;
                next.set(0);
                job++;
                notifyAll();
            }
            work(task, pieces);
            rethrow(awaitHelpers());
            return true;
        } finally {
            busy.set(false);
        }
    }

    private synchronized Throwable awaitHelpers() {
        boolean interrupted = false;
        while (unfinished > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        task = null;
        return failure;
    }

    private void serve(int number) {
        long done = 0;
        while (true) {
            IntConsumer current;
            int count;
            synchronized (this) {
                while (job == done || number >= helpers) {
                    done = job;
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        // Nobody else has this thread; it lives as long as the JVM.
                        continue;
                    }
                }
                done = job;
                current = task;
                count = pieces;
            }
            work(current, count);
            synchronized (this) {
                unfinished--;
                if (unfinished == 0) {
                    notifyAll();
                }
            }
        }
    }

    private void work(IntConsumer current, int count) {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            try {
                current.accept(i);
            } catch (Throwable e) {
                // Whatever it is, the caller gets it: a worker that died of it would hang the next job.
                synchronized (this) {
                    failure = failure == null ? e : failure;
                }
                next.set(count);
            }
        }
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
