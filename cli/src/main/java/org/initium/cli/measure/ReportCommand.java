// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.initium.cli.shared.BaseCommand;
import org.initium.cli.shared.JsonOutput;
import org.initium.cli.train.DigitsCurve;
import org.initium.results.Run;
import org.initium.results.report.ReportInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code initium report}: the page of a run that was measured before. */
@Command(
        name = "report",
        description = "Write the HTML report of a measured run, such as a published one.",
        footer = {
            "",
            "The checks, the figures and their provenance are the run's; the training on digits is done anew and gives the same"
                    + " curve on every machine."
        })
public final class ReportCommand extends BaseCommand {
    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "A folder with bench.json, verify.json and environment.json.")
    private Path run;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "initium-report/report.html",
            description = "Where the report goes; its folder is made if it does not exist (default: ${DEFAULT-VALUE}).")
    private Path report;

    /** For picocli. */
    public ReportCommand() {}

    @Override
    public Integer call() throws IOException {
        Run measured = RunFiles.read(run);
        ReportFile.makeFolder(report);
        ReportFile.write(
                report,
                new ReportInput(
                        measured.environment(),
                        Optional.of(measured.verification())
                                .filter(v -> !v.checks().isEmpty()),
                        Optional.of(DigitsCurve.train()),
                        Optional.of(measured.bench()),
                        Optional.empty(),
                        "The report of one run.",
                        List.of(
                                "git checkout "
                                        + measured.environment().source().commit(),
                                "./initium bench --publish")));
        if (json()) {
            new JsonOutput().put("report", report.toString()).print(out());
        } else {
            out().println("report: " + report);
        }
        return 0;
    }
}
