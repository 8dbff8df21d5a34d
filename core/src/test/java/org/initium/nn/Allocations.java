// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Counts the bytes that this thread has allocated. Core's descriptor does not read the management modules, and tests are
 * compiled within it; so the JDK's {@code com.sun.management.ThreadMXBean} is called through a handle, which boxes
 * nothing.
 */
final class Allocations {
    private static final MethodHandle BYTES_OF_THREAD = handle();

    private Allocations() {}

    /** Bytes allocated since this thread began. */
    static long bytes() {
        try {
            return (long) BYTES_OF_THREAD.invokeExact(Thread.currentThread().threadId());
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle handle() {
        try {
            Object bean = Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getThreadMXBean")
                    .invoke(null);
            return MethodHandles.publicLookup()
                    .findVirtual(
                            Class.forName("com.sun.management.ThreadMXBean"),
                            "getThreadAllocatedBytes",
                            MethodType.methodType(long.class, long.class))
                    .bindTo(bean);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
