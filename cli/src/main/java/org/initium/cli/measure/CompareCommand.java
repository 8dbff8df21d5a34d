// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.initium.cli.shared.BaseCommand;
import org.initium.results.Accepted;
import org.initium.results.Comparer;
import org.initium.results.Comparison;
import org.initium.results.Published;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code initium compare}: two measured runs, benchmark by benchmark. */
@Command(
        name = "compare",
        description = "Compare two measured runs, benchmark by benchmark.",
        footer = {
            "",
            "A run is a folder with bench.json and environment.json, or the bench.json in it. Runs of different machines,"
                    + " runtimes or benchmark sources are not comparable.",
            "Exit codes: 0 same or faster, 1 slower, 3 inconclusive, 4 not comparable."
        })
public final class CompareCommand extends BaseCommand {
    @Parameters(index = "0", paramLabel = "BASE", description = "The older run.")
    private Path base;

    @Parameters(index = "1", paramLabel = "NEW", description = "The newer run.")
    private Path current;

    @Option(
            names = "--limit",
            defaultValue = "5%",
            description = "Change that matters, such as 5%% or 0.05 (default: 5%%).")
    private String limit;

    /** For picocli. */
    public CompareCommand() {}

    @Override
    public Integer call() throws IOException {
        double share = share(limit);
        Comparison comparison = anonymous() ? refuse(share) : compare(share);
        out().print(json() ? comparison.toJson() : comparison.toMarkdown());
        out().flush();
        return comparison.verdict().exitCode();
    }

    private boolean anonymous() throws IOException {
        boolean first = RunFiles.isAnonymous(base);
        return RunFiles.isAnonymous(current) || first;
    }

    private Comparison refuse(double share) throws IOException {
        Path which = RunFiles.isAnonymous(base) ? base : current;
        String reason = "beside " + which + " there is no " + Home.ENVIRONMENT
                + ", so that nobody can tell whether the runs have anything in common";
        return new Comparison(base.toString(), current.toString(), share, 0, reason, List.of(), List.of(), List.of());
    }

    private Comparison compare(double share) throws IOException {
        Published published = Home.published();
        Accepted accepted = published.accepted();
        return new Comparer(share, accepted).compare(RunFiles.read(base), RunFiles.read(current));
    }

    /** Reads {@code 5%} or {@code 0.05}. */
    static double share(String text) {
        boolean percent = text.endsWith("%");
        try {
            double number = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
            double share = percent ? number / 100 : number;
            if (share > 0 && share < 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number that is out of range.
        }
        throw new IllegalArgumentException("--limit is '" + text + "', expected more than 0% and less than 100%");
    }
}
