// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.io.IOException;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * What JMH says during one of several runs that are one to the user: all but the start, the end with its table, and the
 * closing of the stream.
 */
final class PartOutput implements OutputFormat {
    private final OutputFormat whole;

    PartOutput(OutputFormat whole) {
        this.whole = whole;
    }

    @Override
    public void startRun() {}

    @Override
    public void endRun(Collection<RunResult> results) {}

    @Override
    public void close() {}

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {
        whole.startBenchmark(benchmark);
    }

    @Override
    public void endBenchmark(BenchmarkResult result) {
        whole.endBenchmark(result);
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams iteration, int number) {
        whole.iteration(benchmark, iteration, number);
    }

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams iteration, int number, IterationResult result) {
        whole.iterationResult(benchmark, iteration, number, result);
    }

    @Override
    public void print(String text) {
        whole.print(text);
    }

    @Override
    public void println(String text) {
        whole.println(text);
    }

    @Override
    public void verbosePrintln(String text) {
        whole.verbosePrintln(text);
    }

    @Override
    public void write(int b) {
        whole.write(b);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        whole.write(bytes);
    }

    @Override
    public void flush() {
        whole.flush();
    }
}
