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
import org.initium.results.VerificationSummary;
import org.initium.results.report.ReportInput;
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
            description = "Run the checks whose 'check subject shape' has a match, such as 'he_normal' or '^variance'.")
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
                            + " then selects the faults. With --full on up to 3,000 seeds, which takes hours.")
    private boolean mutants;

    @Option(names = "--report", paramLabel = "FILE", description = "Write an HTML report.")
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
        if (mutants) {
            if (report != null) {
                throw new IllegalArgumentException("--report does not go with --mutants");
            }
            MutantRun run = MutantRun.run(options.only(), options.seed(), full, err());
            if (json()) {
                run.printJson(out());
            } else {
                run.print(out());
            }
            return run.passed() ? 0 : 1;
        }
        if (report != null) {
            ReportFile.requireFolder(report);
        }
        org.initium.verification.VerificationSummary summary = Verification.run(options, err());
        VerificationSummary results = Verification.toResults(summary);
        if (json()) {
            JsonOutput.print(out(), results);
        } else {
            Verification.print(summary, out());
        }
        if (report != null) {
            String command = "./initium verify --seed " + options.seed() + (full ? " --full" : "")
                    + (only.isEmpty() ? "" : " --only '" + only + "'");
            ReportFile.write(
                    report,
                    new ReportInput(
                            Home.environment(),
                            Optional.of(results),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            "Only the checks ran.",
                            List.of(command)));
            note("report: " + report);
        }
        return results.passed() ? 0 : 1;
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
