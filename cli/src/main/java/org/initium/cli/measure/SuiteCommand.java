// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.initium.benchmarks.Benchmarks;
import org.initium.benchmarks.Profile;
import org.initium.cli.shared.BaseCommand;
import org.initium.cli.shared.Progress;
import org.initium.results.JmhRun;
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
            "Exit code 1 if a check failed, the network did not learn, the benchmarks did not run through or a regression is"
                    + " proved; a quick run alone can prove none."
        })
public final class SuiteCommand extends BaseCommand {
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
        Measurement.refuseSettings();
        SuiteOutcome outcome = new Suite(Options.DEFAULT, this::measure, Home.published(), err()).run(report);
        if (json()) {
            outcome.json().print(out());
        } else {
            out().println(outcome.summary());
        }
        return outcome.passed() ? 0 : 1;
    }

    private JmhRun measure(Path file) throws IOException {
        long configurations = Benchmarks.configurations(Profile.QUICK, null, List.of());
        try (Progress progress = new Progress(err())) {
            return Measurement.run(
                    Profile.QUICK, null, List.of(), file, new BenchmarkProgress(progress, configurations));
        }
    }
}
