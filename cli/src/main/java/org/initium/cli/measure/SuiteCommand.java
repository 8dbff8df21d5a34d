// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.initium.benchmarks.Benchmarks;
import org.initium.benchmarks.Profile;
import org.initium.cli.BaseCommand;
import org.initium.cli.Progress;
import org.initium.cli.train.DigitsCurve;
import org.initium.results.Comparer;
import org.initium.results.Comparison;
import org.initium.results.Environment;
import org.initium.results.Fingerprint;
import org.initium.results.JmhRun;
import org.initium.results.Run;
import org.initium.results.TrainingCurve;
import org.initium.results.VerificationSummary;
import org.initium.results.report.ReportInput;
import org.initium.verification.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code initium suite}: the checks, a training, the benchmarks, a comparison, and one report of it all. */
@Command(
        name = "suite",
        description = "The main job: check, train, measure, compare with published results, and write one HTML report.",
        footer = {
            "",
            "verify.json, bench.json and environment.json go beside the report.",
            "Exit code 1 if a check failed or a regression is proved; a quick run alone can prove none."
        })
public final class SuiteCommand extends BaseCommand {
    private static final int STEPS = 4;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "initium-report/report.html",
            description = "Where the report goes; its folder is made if it does not exist (default: ${DEFAULT-VALUE}).")
    private Path report;

    /** For picocli. */
    public SuiteCommand() {}

    @Override
    public Integer call() throws IOException {
        Path folder = report.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        ReportFile.requireFolder(report);
        long start = System.nanoTime();
        Environment before = Home.environment();

        step(1, "checking initializers and gradients");
        org.initium.verification.VerificationSummary checks = Verification.run(Options.DEFAULT, err());
        VerificationSummary verification = Verification.toResults(checks);
        verification.write(folder.resolve(Home.VERIFY));
        err().println("      " + checks.headline());

        step(2, "training on digits");
        TrainingCurve curve = DigitsCurve.train();
        err().println(String.format(
                Locale.ROOT, "      validation accuracy %.4f", curve.last().validationAccuracy()));

        step(3, "measuring against peers, under two minutes");
        JmhRun bench = measure(folder.resolve(Home.BENCH));
        Environment environment = Home.withFlags(before, bench);
        environment.write(folder.resolve(Home.ENVIRONMENT));

        step(4, "comparing with published results");
        Optional<Comparison> comparison = compare(new Run(environment, bench, verification));
        String absence = "No run of the same machine, runtime and benchmark sources is published (fingerprint "
                + Fingerprint.of(environment) + ").";
        err().println("      "
                + comparison.map(c -> c.verdict() + " against " + c.base()).orElse(absence));
        err().flush();

        ReportFile.write(
                report,
                new ReportInput(
                        environment,
                        Optional.of(verification),
                        Optional.of(curve),
                        Optional.of(bench),
                        comparison,
                        absence,
                        List.of(
                                "./initium suite",
                                "./initium verify",
                                DigitsCurve.COMMAND,
                                "./initium bench --quick")));
        SuiteOutcome outcome =
                new SuiteOutcome(verification, curve, comparison, (System.nanoTime() - start) * 1e-9, report);
        if (json()) {
            outcome.json().print(out());
        } else {
            out().println(outcome.summary());
        }
        return outcome.passed() ? 0 : 1;
    }

    private void step(int number, String what) {
        err().println("[" + number + "/" + STEPS + "] " + what);
        err().flush();
    }

    private JmhRun measure(Path file) throws IOException {
        long configurations = Benchmarks.configurations(Profile.QUICK, null, List.of());
        try (Progress progress = new Progress(err())) {
            return BenchCommand.measure(
                    Profile.QUICK, null, List.of(), file, new BenchmarkProgress(progress, configurations));
        }
    }

    private static Optional<Comparison> compare(Run run) throws IOException {
        Optional<Run> base = Home.published().latestComparable(run.environment());
        if (base.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Comparer(Comparer.DEFAULT_LIMIT, Home.published().accepted()).compare(base.get(), run));
    }
}
