// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.initium.simd.Simd;

/**
 * The arguments of the measured JVMs, in one place.
 *
 * <p>They fill JMH's {@code jvmArgs}, not {@code jvmArgsAppend}: an option of the same name on the command line replaces
 * the annotation's, so a user's {@code -jvmArgsAppend} would otherwise drop the module that the kernels need.
 */
final class Jvm {
    /** The kernels' module. */
    static final String VECTOR_API = "--add-modules=jdk.incubator.vector";

    /**
     * One size from start to end: no time goes to growing or shrinking the heap. The largest arrays are RooflineBenchmark's,
     * 768 MiB; touching another gigabyte would take each of a run's thousand JVMs half a second.
     */
    static final String HEAP_FROM = "-Xms1g";

    /** See {@link #HEAP_FROM}. */
    static final String HEAP_TO = "-Xmx1g";

    /** Page faults are taken before the clock starts. */
    static final String TOUCHED = "-XX:+AlwaysPreTouch";

    /** The peers have one thread. */
    static final String ONE_THREAD = "-Dinitium.threads=1";

    /** Where two threads are the point. */
    static final String TWO_THREADS = "-Dinitium.threads=2";

    /** Native peers load libraries, about which JDK 24 and later complain unless told not to. */
    static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

    /** JMH 1.37 pads its states with sun.misc.Unsafe, about which JDK 24 and later complain in every fork. */
    static final String QUIET = "--sun-misc-unsafe-memory-access=allow";

    /** Chooses the kernels without vectors; only for methods named {@link #SCALAR_CONTENDER}. */
    static final String SCALAR = "-Dinitium.simd=scalar";

    /** Name of the methods that run with {@link #SCALAR}. */
    static final String SCALAR_CONTENDER = "initiumScalar";

    private Jvm() {}

    /**
     * Checks that this JVM runs the kernels which the benchmark's method is named after.
     *
     * @param benchmark full name, with the method last
     * @throws IllegalStateException if it does not: the figure would be published under the wrong name
     */
    static void requireKernelsOf(String benchmark) {
        boolean scalar = benchmark.endsWith("." + SCALAR_CONTENDER);
        if (Simd.SCALAR != scalar) {
            throw new IllegalStateException(benchmark + " measures the kernels " + (scalar ? "without" : "with")
                    + " vectors, but this JVM runs those " + (scalar ? "with" : "without") + " them (initium.simd="
                    + System.getProperty("initium.simd", "") + "): it must start " + (scalar ? "with " : "without ")
                    + SCALAR + "; do not set initium.simd, -f 0 or -jvmArgs by hand");
        }
    }
}
