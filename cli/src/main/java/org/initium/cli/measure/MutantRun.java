// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initium.cli.shared.Progress;
import org.initium.results.MutationSummary;
import org.initium.verification.Options;
import org.initium.verification.mutants.Mutant;
import org.initium.verification.mutants.Mutants;
import org.initium.verification.trials.FalseAlarms;
import org.initium.verification.trials.KillMatrix;
import org.initium.verification.trials.PowerRun;

/**
 * {@code initium verify --mutants}: which checks find which faults, and in a full run how surely, and how often they cry wolf.
 *
 * @param matrix one run against each mutant
 * @param power of each claim, on many seeds
 * @param alarms on Initium itself, on many seeds
 */
record MutantRun(KillMatrix matrix, Optional<PowerRun> power, Optional<FalseAlarms> alarms) {
    /** Longest time that the claims of a mutant may take in both stages; then the first goes on alone. */
    private static final Duration EACH = Duration.ofMinutes(5);

    /** Seeds of the false alarms: some 2,000 statistical checks each, so that a rate of 1e-3 makes 400 alarms. */
    private static final int SEEDS = 200;

    /**
     * Runs the suite against the mutants of which name, fault or bug has a match.
     *
     * <p>A full run measures their power as well, and if all of them run, how often Initium itself fails.
     *
     * @throws IllegalArgumentException if there are none
     */
    static MutantRun run(Options options, PrintWriter err) {
        List<Mutant> mutants = selected(options);
        if (mutants.isEmpty()) {
            throw new IllegalArgumentException("no mutant matches '" + options.only()
                    + "', expected a text or a regular expression found in a name, a fault or a bug");
        }
        long seed = options.seed();
        try (Progress progress = new Progress(err)) {
            KillMatrix matrix = KillMatrix.run(mutants, seed, done -> progress.update("mutants", done, mutants.size()));
            if (!options.full()) {
                return new MutantRun(matrix, Optional.empty(), Optional.empty());
            }
            PowerRun power = PowerRun.run(
                    mutants, seed, PowerRun.SEEDS, EACH, done -> progress.update("power", done, mutants.size()));
            if (mutants.size() < Mutants.all().size()) {
                return new MutantRun(matrix, Optional.of(power), Optional.empty());
            }
            FalseAlarms alarms = FalseAlarms.run(seed, SEEDS, done -> progress.update("false alarms", done, SEEDS));
            return new MutantRun(matrix, Optional.of(power), Optional.of(alarms));
        }
    }

    /** The mutant of just this name, or else those of which name, fault or bug has a match. */
    private static List<Mutant> selected(Options options) {
        List<Mutant> named = Mutants.all().stream()
                .filter(mutant -> mutant.name().equals(options.only().pattern()))
                .toList();
        return !named.isEmpty()
                ? named
                : Mutants.all().stream()
                        .filter(mutant -> Stream.of(mutant.name(), mutant.fault(), mutant.bug())
                                .anyMatch(options::selects))
                        .toList();
    }

    /** Whether nothing survived, no claim is refuted and no check cries wolf too often. */
    boolean passed() {
        return matrix.passed()
                && power.map(PowerRun::passed).orElse(true)
                && alarms.map(FalseAlarms::passed).orElse(true);
    }

    /** A line per mutant, and in a full run per claim and per kind of check, each part with its headline. */
    void print(PrintWriter out) {
        int width = matrix.rows().stream()
                .mapToInt(row -> row.mutant().length())
                .max()
                .orElse(0);
        for (KillMatrix.Row row : matrix.rows()) {
            String verdict =
                    row.killed() ? "killed by " : "SURVIVED " + String.join(", ", row.unmet()) + "; killed by ";
            out.println(pad(row.mutant(), width) + "  " + verdict + kills(row.kills()) + "  [" + row.bug() + "]");
        }
        out.println(matrix.headline());
        power.ifPresent(run -> {
            run.rows()
                    .forEach(row -> out.println(String.format(
                            Locale.ROOT,
                            "%s  %s: %s in the first stage, %s in both",
                            pad(row.mutant(), width),
                            row.claim(),
                            words(row.first()),
                            words(row.both()))));
            out.println(run.headline());
        });
        alarms.ifPresent(run -> {
            run.rows()
                    .forEach(row -> out.println(String.format(
                            Locale.ROOT, "%s: %d false alarms of %d", row.check(), row.alarms(), row.trials())));
            out.println(run.headline());
        });
        out.flush();
    }

    /** The same as result files have it. */
    MutationSummary toResults() {
        return new MutationSummary(
                matrix.seed(),
                passed(),
                matrix.seconds(),
                matrix.rows().stream()
                        .map(row -> new MutationSummary.Mutant(
                                row.mutant(),
                                row.fault(),
                                row.bug(),
                                row.killed(),
                                row.claims(),
                                row.unmet(),
                                row.kills(),
                                row.groups()))
                        .toList(),
                power.stream()
                        .flatMap(run -> run.rows().stream())
                        .map(row -> new MutationSummary.Power(
                                row.mutant(), row.claim(), toResults(row.first()), toResults(row.both())))
                        .toList(),
                alarms.stream()
                        .flatMap(run -> run.rows().stream())
                        .map(row -> new MutationSummary.Alarms(row.check(), row.rate(), row.trials(), row.alarms()))
                        .toList());
    }

    private static String words(PowerRun.Tally tally) {
        return String.format(
                Locale.ROOT,
                "%d misses on %d seeds, power above %.5f%s",
                tally.misses(),
                tally.seeds(),
                tally.power(),
                tally.refuted() ? " REFUTED" : "");
    }

    private static MutationSummary.Tally toResults(PowerRun.Tally tally) {
        return new MutationSummary.Tally(tally.seeds(), tally.misses(), tally.power());
    }

    private static String kills(Map<String, Integer> kills) {
        return kills.isEmpty()
                ? "nothing"
                : kills.entrySet().stream()
                        .map(kill -> kill.getKey() + " " + kill.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
