// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;

/** The benchmarks as one thing: what there is, and running them in a {@link Profile}. */
public final class Benchmarks {
    /** The classes, from the machine's limits to a whole training step. */
    static final List<Class<?>> CLASSES = List.of(
            RooflineBenchmark.class,
            WordsBenchmark.class,
            UniformFillBenchmark.class,
            NormalFillBenchmark.class,
            TruncatedNormalFillBenchmark.class,
            VarianceScalingFillBenchmark.class,
            InitializerBenchmark.class,
            OrthogonalBenchmark.class,
            OrthogonalSlowBenchmark.class,
            QrBenchmark.class,
            GemmBenchmark.class,
            GemmSlowBenchmark.class,
            GemmLayerBenchmark.class,
            GemmLayerSlowBenchmark.class,
            GemmThreadsBenchmark.class,
            TrainStepBenchmark.class,
            TrainStepSlowBenchmark.class,
            EmbeddingTrainStepBenchmark.class);

    private Benchmarks() {}

    /** Full names of all methods, {@code org.initium.benchmarks.GemmBenchmark.initium} and so on. */
    public static SortedSet<String> list() {
        return Plan.names(Profile.FULL);
    }

    /**
     * SHA-256 over the sources of this module in the order of their names, in hexadecimal: figures are comparable only
     * between equal ones.
     *
     * @throws IOException if the sources, which are part of the jar, cannot be read
     */
    public static String sourceHash() throws IOException {
        return SourceHash.ofBenchmarks();
    }

    /**
     * SHA-256 over the sources of core: figures belong to one state of them.
     *
     * @throws IOException if the sources, which are part of the jar, cannot be read
     */
    public static String coreHash() throws IOException {
        return SourceHash.ofCore();
    }

    /**
     * The flag by which measuring JVMs say what they measure, {@code -Dinitium.origin=benchmarks:…,core:…}.
     *
     * @throws IOException if the sources, which are part of the jar, cannot be read
     */
    public static String origin() throws IOException {
        return Origin.flag();
    }

    /**
     * Number of configurations, that is benchmarks with one value for each parameter, that {@link #run} would measure.
     *
     * @throws IllegalArgumentException as {@link #run}
     */
    public static long configurations(Profile profile, String regex, List<String> jmhArguments) {
        return new Plan(profile, regex, jmhArguments).configurations();
    }

    /**
     * Seconds that {@link #run} is expected to take, if no call takes longer than an iteration.
     *
     * @throws IllegalArgumentException as {@link #run}
     */
    public static double expectedSeconds(Profile profile, String regex, List<String> jmhArguments) {
        return new Plan(profile, regex, jmhArguments).seconds();
    }

    /**
     * Measures, each configuration in JVMs of its own, and writes JMH's JSON.
     *
     * @param regex runs those benchmarks of the profile whose full name it finds; null for all
     * @param jsonResult the file to write when all is measured; it is replaced as a whole
     * @param jmhArguments JMH's command-line arguments, which win over the profile: {@code -f 3 -p n=64 -prof gc}. Positional
     *     ones are further regular expressions, of which a name has to match one
     * @param output where JMH reports to, line by line; one run to it, with one table at the end. It is not closed
     * @return what was measured, in the order of the JSON
     * @throws IllegalArgumentException if {@code regex} is not one, no benchmark of the profile matches, an argument is not
     *     one of JMH's for a run, or {@code jsonResult} does not lie in a folder; nothing is run then
     * @throws RunnerException if a benchmark fails, or another JMH runs on this machine; nothing is written then
     * @throws IOException if the file cannot be written; an older one stays as it was
     */
    public static Collection<RunResult> run(
            Profile profile, String regex, Path jsonResult, List<String> jmhArguments, OutputFormat output)
            throws RunnerException, IOException {
        Plan plan = new Plan(profile, regex, jmhArguments);
        Path target = jsonResult.toAbsolutePath();
        if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
            throw new IllegalArgumentException("result " + jsonResult + " does not lie in a folder that exists");
        }
        List<RunResult> results = new ArrayList<>();
        output.startRun();
        for (Plan.Part part : plan.parts()) {
            try {
                results.addAll(new Runner(part.options(), new PartOutput(output)).run());
            } catch (RunnerException e) {
                throw withReason(e);
            }
        }
        results.sort(RunResult.DEFAULT_SORT_COMPARATOR);
        output.endRun(results);
        output.flush();
        write(results, target);
        return results;
    }

    /** JMH says that a benchmark failed; why it did is deep among the causes. */
    private static RunnerException withReason(RunnerException e) {
        Throwable reason = e;
        while (reason.getCause() != null || reason.getSuppressed().length > 0) {
            reason = reason.getCause() != null ? reason.getCause() : reason.getSuppressed()[0];
        }
        return reason == e ? e : new RunnerException(e.getMessage() + ": " + reason.getMessage(), e);
    }

    private static void write(Collection<RunResult> results, Path target) throws IOException {
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        try {
            try (PrintStream out = new PrintStream(Files.newOutputStream(temporary), false, StandardCharsets.UTF_8)) {
                ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
                if (out.checkError()) {
                    throw new IOException("cannot write " + temporary);
                }
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
