// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.io.IOException;
import java.util.Collection;
import org.initium.cli.shared.Progress;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** JMH's report reduced to a progress line. */
final class BenchmarkProgress implements OutputFormat {
    private final Progress progress;
    private final long configurations;
    private long done;

    /** A listener to a run of that many configurations. */
    BenchmarkProgress(Progress progress, long configurations) {
        this.progress = progress;
        this.configurations = configurations;
    }

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {
        String name = benchmark.getBenchmark();
        String owner = name.substring(0, name.lastIndexOf('.'));
        progress.update("measuring " + name.substring(owner.lastIndexOf('.') + 1), done, configurations);
    }

    @Override
    public void endBenchmark(BenchmarkResult result) {
        done++;
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams iteration, int number) {}

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams iteration, int number, IterationResult result) {}

    @Override
    public void startRun() {}

    @Override
    public void endRun(Collection<RunResult> results) {}

    @Override
    public void print(String text) {}

    @Override
    public void println(String text) {}

    @Override
    public void flush() {}

    @Override
    public void verbosePrintln(String text) {}

    @Override
    public void write(int b) {}

    @Override
    public void write(byte[] bytes) throws IOException {}

    @Override
    public void close() {}
}
