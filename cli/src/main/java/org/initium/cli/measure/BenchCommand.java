// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.initium.benchmarks.Benchmarks;
import org.initium.benchmarks.Profile;
import org.initium.cli.BaseCommand;
import org.initium.cli.JsonOutput;
import org.initium.results.Environment;
import org.initium.results.JmhRun;
import org.initium.results.VerificationSummary;
import org.initium.verification.Options;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code initium bench}: measures with JMH. */
@Command(
        name = "bench",
        description = "Measure with JMH, against every peer.",
        customSynopsis = "initium bench [REGEX] [--quick | --publish] [--out=FOLDER] [--json] [-- ARGS]",
        footer = {
            "",
            "What comes after -- goes to JMH as it is and wins over the profile: ./initium bench Gemm -- -f 3 -p n=64 -prof gc",
            "JMH reports on standard error; bench.json and environment.json go to --out. Without a profile everything is"
                    + " measured as the annotations say, for hours."
        })
public final class BenchCommand extends BaseCommand {
    @Parameters(
            arity = "0..*",
            paramLabel = "REGEX",
            description = "Measure the benchmarks whose full name has a match (default: all of the profile).")
    private List<String> positional = new ArrayList<>();

    @ArgGroup
    private Profiles profiles = new Profiles();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "initium-report",
            description = "Where the results go; it is made if it does not exist (default: ${DEFAULT-VALUE}).")
    private Path folder;

    /** At most one of the two. */
    static final class Profiles {
        @Option(
                names = "--quick",
                description = "A first look, under two minutes; one fork, so no comparison is sound.")
        private boolean quick;

        @Option(
                names = "--publish",
                description = "Five forks, under half an hour; runs the checks first and adds the result to"
                        + " results/published.")
        private boolean publish;

        Profile profile() {
            return quick ? Profile.QUICK : publish ? Profile.PUBLISH : Profile.FULL;
        }
    }

    /** For picocli. */
    public BenchCommand() {}

    @Override
    public Integer call() throws IOException {
        List<String> jmhArguments = jmhArguments();
        List<String> regexes = positional.subList(0, positional.size() - jmhArguments.size());
        if (regexes.size() > 1) {
            throw new IllegalArgumentException(
                    "more than one regular expression: " + regexes + "; JMH's own options come after --");
        }
        String regex =
                regexes.isEmpty() ? null : VerifyCommand.pattern(regexes.get(0)).pattern();
        long configurations = Benchmarks.configurations(profiles.profile(), regex, jmhArguments); // Refuses nonsense.
        double minutes = Benchmarks.expectedSeconds(profiles.profile(), regex, jmhArguments) / 60;
        note(String.format(Locale.ROOT, "%d configurations, about %.1f minutes", configurations, minutes));
        Environment before = Home.environment();
        VerificationSummary verification = null;
        if (profiles.publish) {
            if (regex != null || !jmhArguments.isEmpty()) {
                throw new IllegalArgumentException(
                        "--publish measures all of its profile, expected neither a regular expression nor JMH's options");
            }
            requireCommit(before);
            verification = Verification.toResults(Verification.run(Options.DEFAULT, err()));
            if (!verification.passed()) {
                note(verification.failures() + " checks failed, so nothing is measured: see initium verify");
                return 1;
            }
        }
        Files.createDirectories(folder);
        Path file = folder.resolve(Home.BENCH);
        long start = System.nanoTime();
        JmhRun run = measure(
                profiles.profile(),
                regex,
                jmhArguments,
                file,
                OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL));
        Environment environment = Home.withFlags(before, run);
        environment.write(folder.resolve(Home.ENVIRONMENT));
        Path published = verification == null ? null : Home.published().add(file, verification, environment);
        if (json()) {
            new JsonOutput()
                    .put("profile", profiles.profile().name().toLowerCase(Locale.ROOT))
                    .put("file", file.toString())
                    .put("published", published == null ? null : published.toString())
                    .put("seconds", (System.nanoTime() - start) * 1e-9)
                    .put("benchmarks", BenchmarkTable.json(run))
                    .print(out());
        } else {
            BenchmarkTable.print(run, out());
            out().println("results: " + (published == null ? file : published));
        }
        return 0;
    }

    /** Finds out before half an hour of measuring what the store would refuse afterwards. */
    private static void requireCommit(Environment environment) {
        if (environment.source().commit().equals("unknown")) {
            throw new IllegalArgumentException("--publish needs the commit that is measured, but "
                    + Home.folder().toAbsolutePath() + " is no Git work tree, or there is no git");
        }
    }

    /** Runs JMH; a benchmark that fails makes the whole run fail. */
    static JmhRun measure(Profile profile, String regex, List<String> jmhArguments, Path file, OutputFormat output)
            throws IOException {
        try {
            Benchmarks.run(profile, regex, file, jmhArguments, output);
        } catch (RunnerException e) {
            throw new IOException("the benchmarks did not run through: " + e.getMessage(), e);
        }
        return JmhRun.read(file);
    }

    private List<String> jmhArguments() {
        List<String> all = spec().commandLine().getParseResult().originalArgs();
        int separator = all.indexOf("--");
        return separator < 0 ? List.of() : all.subList(separator + 1, all.size());
    }
}
