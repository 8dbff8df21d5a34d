// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.List;
import java.util.Optional;
import org.initium.results.Environment;
import org.initium.results.MutationSummary;
import org.initium.results.VerificationSummary;

/**
 * All that a report of the checks alone shows.
 *
 * @param environment where and when
 * @param verification what the checks found
 * @param mutation which faults they find; if there is none, the report says how to get it
 * @param commands commands that reproduce the figures, one a line
 */
public record VerificationInput(
        Environment environment,
        VerificationSummary verification,
        Optional<MutationSummary> mutation,
        List<String> commands) {
    /** Copies the list. */
    public VerificationInput {
        commands = List.copyOf(commands);
    }

    /** Whether every check passed and, where that was tried, every mutant was killed. */
    boolean passed() {
        return verification.passed() && mutation.map(MutationSummary::passed).orElse(true);
    }

    /** Such as {@code "all 1,465 checks passed, 150 of 151 mutants killed"}. */
    String headline() {
        int all = verification.checks().size();
        String checks = verification.passed()
                ? "all " + Figures.count(all) + " checks passed"
                : Figures.count(verification.failures()) + " of " + Figures.count(all) + " checks failed";
        return checks
                + mutation.map(m -> ", " + m.killed() + " of " + m.mutants().size() + " mutants killed")
                        .orElse("");
    }

    /** What a reader must know of the whole to make use of a verdict, as names and values. */
    List<List<String>> circumstances() {
        long statistical =
                verification.checks().stream().filter(c -> c.alpha() > 0).count();
        return List.of(
                List.of(
                        "alpha",
                        "at most " + Figures.tick(verification.falseAlarmRate())
                                + ", the chance that a right implementation fails any check"),
                List.of(
                        "checks",
                        Figures.count(statistical) + " statistical, "
                                + Figures.count(verification.checks().size() - statistical) + " exact"),
                List.of("sample", verification.full() ? "ten times the usual" : "the usual"),
                List.of("seed", Long.toString(verification.seed())),
                List.of("version", verification.version()),
                List.of("time", Figures.tick(verification.seconds()) + " s"),
                List.of("machine", Page.machine(environment)));
    }
}
