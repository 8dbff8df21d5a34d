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
import org.initium.cli.shared.BaseCommand;
import org.initium.cli.shared.JsonOutput;
import org.initium.results.Environment;
import org.initium.results.JmhRun;
import org.initium.results.VerificationSummary;
import org.initium.verification.Options;
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
                description = "Five forks, some 40 minutes; runs the checks first and adds the result to"
                        + " results/published. What is measured must be committed.")
        private boolean publish;

        Profile profile() {
            return quick ? Profile.QUICK : publish ? Profile.PUBLISH : Profile.FULL;
        }
    }

    /** For picocli. */
    public BenchCommand() {}

    @Override
    public Integer call() throws IOException {
        Measurement.refuseSettings();
        List<String> jmhArguments = jmhArguments();
        String regex = regex(positional.subList(0, positional.size() - jmhArguments.size()));
        Profile profile = profiles.profile();
        long configurations = Benchmarks.configurations(profile, regex, jmhArguments); // Refuses nonsense.
        double minutes = Benchmarks.expectedSeconds(profile, regex, jmhArguments) / 60;
        Environment before = Home.environment();
        if (profiles.publish) {
            if (regex != null || !jmhArguments.isEmpty()) {
                throw new IllegalArgumentException(
                        "--publish measures all of its profile, expected neither a regular expression nor JMH's options");
            }
            requireCommit(before.source());
        }
        Files.createDirectories(folder);
        note(String.format(Locale.ROOT, "%d configurations, about %.1f minutes", configurations, minutes));
        VerificationSummary verification = null;
        if (profiles.publish) {
            verification = Verification.toResults(Verification.run(Options.DEFAULT, err()));
            if (!verification.passed()) {
                note(verification.failures() + " checks failed, so nothing is measured: see initium verify");
                return 1;
            }
        }
        Path file = folder.resolve(Home.BENCH);
        long start = System.nanoTime();
        JmhRun run = Measurement.run(
                profile,
                regex,
                jmhArguments,
                file,
                OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL));
        Environment environment = Measurement.withFlags(before, run);
        environment.write(folder.resolve(Home.ENVIRONMENT));
        Path published = verification == null ? null : Home.published().add(file, verification, environment);
        report(run, published == null ? file : published, (System.nanoTime() - start) * 1e-9);
        return 0;
    }

    private void report(JmhRun run, Path results, double seconds) {
        if (json()) {
            new JsonOutput()
                    .put("profile", profiles.profile().name().toLowerCase(Locale.ROOT))
                    .put("file", folder.resolve(Home.BENCH).toString())
                    .put("published", profiles.publish ? results.toString() : null)
                    .put("seconds", seconds)
                    .put("benchmarks", BenchmarkTable.json(run))
                    .print(out());
        } else {
            BenchmarkTable.print(run, out());
            out().println("results: " + results);
        }
    }

    /** Figures are published under the name of a commit, so that is what has to be measured. */
    static void requireCommit(Environment.Source source) {
        if (source.commit().equals("unknown")) {
            throw new IllegalArgumentException("results are published under their commit, but "
                    + Home.folder().toAbsolutePath() + " is no Git work tree, or there is no git");
        }
        if (source.dirty()) {
            throw new IllegalArgumentException("results are published under their commit, but files differ from "
                    + source.commit() + " (git status names them): commit or remove these first");
        }
    }

    private static String regex(List<String> given) {
        if (given.size() > 1) {
            throw new IllegalArgumentException(
                    "more than one regular expression: " + given + "; JMH's own options come after --");
        }
        return given.isEmpty() ? null : VerifyCommand.pattern(given.get(0)).pattern();
    }

    private List<String> jmhArguments() {
        List<String> all = spec().commandLine().getParseResult().originalArgs();
        int separator = all.indexOf("--");
        return separator < 0 ? List.of() : all.subList(separator + 1, all.size());
    }
}
