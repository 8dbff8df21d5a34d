// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * How every benchmark is measured: the average time of one call, on one thread, in JVMs of their own.
 *
 * <p>The fork is the unit of statistics, because C2 compiles the same method differently from one JVM to the next. There are
 * five of them, each with three iterations whose median counts, after a warm-up of one second; of two seconds where much has
 * to be compiled before vectors stay in registers. {@link Profile} has other settings.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 5,
        jvmArgs = {Jvm.VECTOR_API, Jvm.HEAP_FROM, Jvm.HEAP_TO, Jvm.TOUCHED, Jvm.ONE_THREAD, Jvm.QUIET})
public abstract class AbstractBenchmark {
    /** The state of one measuring thread. */
    protected AbstractBenchmark() {}

    /**
     * Checks that this JVM runs the kernels which the method is named after.
     *
     * @throws IllegalStateException if it does not
     */
    @Setup
    public void requireKernels(BenchmarkParams params) {
        Jvm.requireKernelsOf(params.getBenchmark());
    }
}
