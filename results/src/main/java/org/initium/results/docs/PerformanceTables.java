// SPDX-License-Identifier: Apache-2.0
package org.initium.results.docs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.initium.results.Derived;
import org.initium.results.Fingerprint;
import org.initium.results.JmhBenchmark;
import org.initium.results.JmhRun;
import org.initium.results.Origin;
import org.initium.results.Published;
import org.initium.results.Run;

/**
 * The tables of {@code docs/PERFORMANCE.md}: of each machine the newest published run that has native peers, held against
 * {@link Goals} in {@code goals} and row by row in {@code figures}.
 */
public final class PerformanceTables {
    private static final Set<String> NATIVE = Set.of("openblas", "torch", "nd4j");

    private static final List<String> NO_RUN = List.of("No run with native peers is published yet.");

    private PerformanceTables() {}

    /**
     * The lines of each table, by name.
     *
     * @throws IOException if a published run is malformed
     */
    public static Map<String, List<String>> of(Published published) throws IOException {
        Map<String, Run> newest = new LinkedHashMap<>();
        for (Run run : published.runs()) { // oldest first
            if (run.bench().benchmarks().stream().anyMatch(row -> NATIVE.contains(row.contender()))) {
                newest.put(Fingerprint.of(run.environment()).slug(), run);
            }
        }
        List<String> goals = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        newest.forEach((machine, run) -> {
            goals.addAll(heading(machine, run));
            goals.addAll(goals(run.bench()));
            figures.addAll(heading(machine, run));
            figures.addAll(FigureTable.of(run.bench()));
        });
        Map<String, List<String>> tables = new LinkedHashMap<>();
        tables.put("goals", goals.isEmpty() ? NO_RUN : goals);
        tables.put("figures", figures.isEmpty() ? NO_RUN : figures);
        return tables;
    }

    private static List<String> heading(String machine, Run run) {
        String peers = Origin.of(run.bench().jvmArgs()).map(Origin::peers).orElse("");
        return List.of(
                "",
                "### " + machine + ", " + run.name(),
                "",
                run.environment().machine().cpuModel() + ", vectors of "
                        + run.environment().machine().simdBits() + " bits, Java "
                        + run.environment().java().version() + (peers.isEmpty() ? "." : "; " + peers + "."),
                limits(run.bench()),
                "");
    }

    /** What the machine can do at most on one core. */
    private static String limits(JmhRun run) {
        List<String> limits = new ArrayList<>();
        for (JmhBenchmark row : run.benchmarks()) {
            if (row.group().equals("RooflineBenchmark")) {
                Optional<Derived.Quantity> rate = Derived.of(row).stream().findFirst();
                rate.ifPresent(q -> limits.add(row.contender() + " " + Format.number(q.value()) + " " + q.unit()));
            }
        }
        return limits.isEmpty() ? "The ceilings were not measured." : "Ceilings: " + String.join(", ", limits) + ".";
    }

    private static List<String> goals(JmhRun run) {
        List<String> lines = new ArrayList<>();
        lines.add(Format.row(
                List.of("work", "goal", "figure", "ratio (95 % interval)", "of the ceiling", "spread", "verdict")));
        lines.add("|---|---|---|---|---|---|---|");
        int met = 0;
        int missed = 0;
        for (Goal goal : Goals.ALL) {
            Optional<Outcome> outcome = Outcome.of(goal, run);
            lines.add(Format.row(outcome.map(o -> List.of(
                            goal.work(), goal.text(), o.figure(), o.ratio(), o.share(), o.spread(), verdict(o.met())))
                    .orElse(List.of(
                            goal.work(),
                            goal.text(),
                            Format.NONE,
                            Format.NONE,
                            Format.NONE,
                            Format.NONE,
                            "not measured"))));
            met += outcome.filter(Outcome::met).isPresent() ? 1 : 0;
            missed += outcome.filter(o -> !o.met()).isPresent() ? 1 : 0;
        }
        lines.add("");
        lines.add(met + " of " + Goals.ALL.size() + " goals met, " + missed + " missed, "
                + (Goals.ALL.size() - met - missed) + " not measured.");
        return lines;
    }

    private static String verdict(boolean met) {
        return met ? "met" : "**missed**";
    }
}
