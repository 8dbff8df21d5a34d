// SPDX-License-Identifier: Apache-2.0
package org.initium;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Measures what a call allocates once it is compiled.
 *
 * <p>Tests that use it carry {@link #TAG} and run at the JVM's preferred width only: where a width is emulated, the Vector
 * API allocates each vector.
 */
public final class Allocation {
    /** JUnit tag of the tests that measure allocation. */
    public static final String TAG = "allocation";

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Nanoseconds of this thread's own time after which a call that still allocates is taken to go on doing so. */
    private static final long PATIENCE = 30_000_000_000L;

    private Allocation() {}

    /** Bytes that this thread has allocated since it began. */
    public static long bytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** Bytes per call once C2 has compiled all: 0 as soon as 100 calls allocate nothing. */
    public static long perCall(Runnable call) {
        return perCall(call, 0);
    }

    /**
     * Bytes per call: the least of many rounds of 100 calls on this thread, since C2 may still be compiling during the
     * first ones and then intermediate vectors are objects. It takes 5,000 calls of a method at the least, and for C2's turn to come
     * some seconds where other processes keep it waiting, as they keep this thread; so only a call that allocates too much for good goes on
     * for {@link #PATIENCE}.
     *
     * @param enough a round of no more than this is the last one
     */
    public static long perCall(Runnable call, long enough) {
        long least = Long.MAX_VALUE;
        long start = THREADS.getCurrentThreadCpuTime();
        while (least > enough && THREADS.getCurrentThreadCpuTime() - start < PATIENCE) {
            long before = bytes();
            for (int i = 0; i < 100; i++) {
                call.run();
            }
            // Reading the counter may itself allocate a few bytes in a round;
            // no kernel allocates under 100 per 100 calls.
            least = Math.min(least, (bytes() - before) / 100);
        }
        return least;
    }
}
