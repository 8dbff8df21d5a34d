// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.initium.cli.shared.BaseCommand;
import org.initium.cli.shared.JsonOutput;
import org.initium.results.Environment;
import org.initium.results.MutationSummary;
import org.initium.results.VerificationSummary;
import org.initium.results.report.VerificationInput;
import org.initium.verification.Options;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code initium verify}: every check on everything that is checked. */
@Command(
        name = "verify",
        description = "Check initializers and gradients against their laws.",
        footer = {
            "",
            "A right implementation fails the whole run with probability at most 1e-6, with any seed.",
            "Exit code 1 if a check failed, or with --mutants if a fault was not found."
        })
public final class VerifyCommand extends BaseCommand {
    @Option(
            names = "--only",
            paramLabel = "REGEX",
            description =
                    "Run the checks whose 'check subject shape' contains a match, such as 'he_normal' or '^variance', or this text as it"
                            + " stands.")
    private String only = "";

    @Option(
            names = "--full",
            description =
                    "Draw ten times the sample, and 2^34 words for each check of the native words, which takes an hour"
                            + " or so.")
    private boolean full;

    @ArgGroup
    private Seed seed = new Seed();

    @Option(
            names = "--mutants",
            description =
                    "Run the checks against implementations with known faults, to see that each fault is found; --only"
                            + " then selects the faults. With --full on 3,000 seeds, and Initium itself on 200 if all of them run,"
                            + " which takes a night.")
    private boolean mutants;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Write a report: HTML if the name ends in .html, Markdown if it ends in .md. With --mutants it has"
                            + " the kill matrix too, and all checks run as well.")
    private Path report;

    /** A seed, or a new one at each run. */
    static final class Seed {
        @Option(
                names = "--seed",
                paramLabel = "SEED",
                description = "Seed of every sample (default: " + Options.DEFAULT_SEED + ").")
        private long value = Options.DEFAULT_SEED;

        @Option(names = "--vary-seed", description = "Draw a new seed; the outcome names it.")
        private boolean vary;

        long get() {
            return vary ? new SecureRandom().nextLong() : value;
        }
    }

    /** For picocli. */
    public VerifyCommand() {}

    @Override
    public Integer call() throws IOException {
        Options options = new Options(pattern(only), seed.get(), full);
        Optional<ReportFormat> format = Optional.ofNullable(report).map(ReportFormat::of);
        if (format.isEmpty()) {
            return mutants ? mutants(options) : checks(options);
        }
        ReportFile.requireFolder(report);
        return report(options, format.get());
    }

    private int checks(Options options) {
        org.initium.verification.VerificationSummary summary = Verification.run(options, err());
        if (json()) {
            JsonOutput.print(out(), Verification.toResults(summary));
        } else {
            Verification.print(summary, out());
        }
        return summary.passed() ? 0 : 1;
    }

    private int mutants(Options options) {
        MutantRun run = MutantRun.run(options, err());
        if (json()) {
            JsonOutput.print(out(), run.toResults());
        } else {
            run.print(out());
        }
        return run.passed() ? 0 : 1;
    }

    /** A report of mutants is one of the checks as well: of all of them, for {@code --only} then selects the faults. */
    private int report(Options options, ReportFormat format) throws IOException {
        Environment environment = Home.environment();
        Options checked = mutants ? new Options(Options.DEFAULT.only(), options.seed(), full) : options;
        Optional<MutantRun> run = mutants ? Optional.of(MutantRun.run(options, err())) : Optional.empty();
        org.initium.verification.VerificationSummary summary = Verification.run(checked, err());
        VerificationSummary verification = Verification.toResults(summary);
        Optional<MutationSummary> mutation = run.map(MutantRun::toResults);
        if (!json()) {
            Verification.print(summary, out());
            run.ifPresent(r -> r.print(out()));
        } else if (mutation.isEmpty()) {
            JsonOutput.print(out(), verification);
        } else {
            new JsonOutput()
                    .put("verification", verification)
                    .put("mutation", mutation.get())
                    .print(out());
        }
        VerificationInput input = new VerificationInput(environment, verification, mutation, List.of(command(options)));
        ReportFile.write(report, format.render(input));
        note("report: " + report);
        return summary.passed() && run.map(MutantRun::passed).orElse(true) ? 0 : 1;
    }

    /** The line that gives the same figures again. */
    private String command(Options options) {
        return "./initium verify" + (mutants ? " --mutants" : "") + " --seed " + options.seed()
                + (full ? " --full" : "")
                + (only.isEmpty() ? "" : " --only '" + only.replace("'", "'\\''") + "'");
    }

    static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "'" + regex + "' is not a regular expression: " + e.getDescription() + " at character "
                            + (e.getIndex() + 1),
                    e);
        }
    }
}
