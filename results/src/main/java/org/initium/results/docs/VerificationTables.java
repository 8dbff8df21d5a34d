// SPDX-License-Identifier: Apache-2.0
package org.initium.results.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.initium.results.MutationSummary;
import org.initium.results.VerificationSummary;
import org.initium.results.VerificationSummary.CheckResult;

/**
 * The tables about the checks, from {@code verification/verify.json}, what {@code ./initium verify --json} printed (its pictures may be left out), and
 * {@code verification/mutants.json}, what {@code ./initium verify --mutants --full --json} printed.
 */
public final class VerificationTables {
    private static final Pattern SAMPLE = Pattern.compile("N = (\\d+)(?: ([a-z]+))?.*");
    private static final Pattern DETECTABLE = Pattern.compile("(\\S+) (.*)");

    /** {@code ", as of a standard deviation wrong by 0.03"}, {@code ", or 0.29 excess kurtosis"}. */
    private static final Pattern IN_OTHER_FIGURES = Pattern.compile(", (?:as of|or [0-9]).*");

    private VerificationTables() {}

    /**
     * The tables, as lines of Markdown by name: {@code checks}, {@code kill-matrix}, {@code power} and {@code false-alarms}.
     *
     * @param folder the folder of results about the suite; the tables of files that are not there are empty
     * @throws IOException if a file is malformed
     */
    public static Map<String, List<String>> of(Path folder) throws IOException {
        Path checks = folder.resolve("verify.json");
        Path mutants = folder.resolve("mutants.json");
        Map<String, List<String>> tables = new LinkedHashMap<>();
        tables.put("checks", Files.exists(checks) ? checks(VerificationSummary.read(checks)) : List.of());
        boolean matrix = Files.exists(mutants);
        MutationSummary summary = matrix ? MutationSummary.read(mutants) : null;
        tables.put("kill-matrix", matrix ? killMatrix(summary) : List.of());
        tables.put("power", matrix ? power(summary) : List.of());
        tables.put("false-alarms", matrix ? falseAlarms(summary) : List.of());
        return tables;
    }

    /** A row for each kind of check and of fault, over all that it ran on. */
    private static List<String> checks(VerificationSummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%,d checks, %s, on seed %d; a right implementation fails any with probability at most %.1e.",
                summary.checks().size(),
                summary.passed() ? "all passed" : summary.failures() + " FAILED",
                summary.seed(),
                summary.falseAlarmRate()));
        lines.add("");
        lines.add("| check | runs | N | alpha | finds, with 99.9 % power |");
        lines.add("|---|--:|--:|--:|---|");
        Map<String, Map<String, List<CheckResult>>> kinds = summary.checks().stream()
                .collect(Collectors.groupingBy(
                        CheckResult::check,
                        LinkedHashMap::new,
                        Collectors.groupingBy(VerificationTables::fault, LinkedHashMap::new, Collectors.toList())));
        kinds.forEach((kind, faults) -> faults.forEach((fault, checks) -> lines.add(row(
                "`" + kind + "`",
                checks.size(),
                range(checks, VerificationTables::sample),
                checks.get(0).alpha() == 0 ? "exact" : String.format(Locale.ROOT, "%.1e", alpha(checks)),
                range(checks, VerificationTables::size) + " " + fault))));
        return lines;
    }

    private static double alpha(List<CheckResult> checks) {
        return checks.stream().mapToDouble(CheckResult::alpha).max().orElseThrow();
    }

    private static OptionalDouble sample(CheckResult check) {
        Matcher sample = SAMPLE.matcher(check.detail());
        return sample.matches() ? OptionalDouble.of(Double.parseDouble(sample.group(1))) : OptionalDouble.empty();
    }

    private static OptionalDouble size(CheckResult check) {
        Matcher detectable = DETECTABLE.matcher(check.detects());
        return detectable.matches()
                ? OptionalDouble.of(Double.parseDouble(detectable.group(1)))
                : OptionalDouble.empty();
    }

    /** What the size is the size of, without what says the same in other figures. */
    private static String fault(CheckResult check) {
        Matcher detectable = DETECTABLE.matcher(check.detects());
        return detectable.matches()
                ? IN_OTHER_FIGURES.matcher(detectable.group(2)).replaceFirst("")
                : "";
    }

    private static String range(List<CheckResult> checks, Function<CheckResult, OptionalDouble> figure) {
        double[] figures = checks.stream()
                .map(figure)
                .flatMapToDouble(OptionalDouble::stream)
                .sorted()
                .toArray();
        if (figures.length == 0) {
            return Format.NONE;
        }
        return range(figures[0], figures[figures.length - 1]);
    }

    private static String range(double low, double high) {
        return number(low).equals(number(high)) ? number(low) : number(low) + " … " + number(high);
    }

    /** Counts as they are, other figures to two digits; infinite is what a check does not vouch for. */
    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return "∞";
        }
        return value >= 1 && value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%.2g", value);
    }

    private static List<String> killMatrix(MutationSummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d of %d found by each check that claims them, on seed %d; %d of them happened in public, the others are planted.",
                summary.killed(),
                summary.mutants().size(),
                summary.seed(),
                summary.mutants().stream()
                        .filter(mutant -> !mutant.bug().equals("planted"))
                        .count()));
        lines.add("");
        lines.add("| implementation | what is wrong | where it happened | claimed by | failed checks |");
        lines.add("|---|---|---|---|---|");
        for (MutationSummary.Mutant mutant : summary.mutants()) {
            lines.add(row(
                    "`" + mutant.name() + "`",
                    mutant.fault(),
                    mutant.bug(),
                    (mutant.killed() ? "" : "**SURVIVED** ") + String.join("; ", mutant.claims()),
                    mutant.kills().entrySet().stream()
                            .map(kill -> kill.getKey() + " " + kill.getValue())
                            .collect(Collectors.joining(", "))));
        }
        return lines;
    }

    /** A row for each check, over the implementations that it claims. */
    private static List<String> power(MutationSummary summary) {
        List<String> lines = new ArrayList<>(List.of(
                "| check | faults claimed | seeds, first stage | misses | power at 95 % confidence, at least | seeds, both stages | misses | at least |",
                "|---|--:|--:|--:|--:|--:|--:|--:|"));
        Map<String, List<MutationSummary.Power>> checks = summary.power().stream()
                .collect(Collectors.groupingBy(
                        row -> row.claim().split(" ")[0], LinkedHashMap::new, Collectors.toList()));
        checks.forEach((check, rows) -> {
            List<Object> cells = new ArrayList<>(List.of("`" + check + "`", rows.size()));
            cells.addAll(tallies(rows.stream().map(MutationSummary.Power::first).toList()));
            cells.addAll(tallies(rows.stream().map(MutationSummary.Power::both).toList()));
            lines.add(row(cells.toArray()));
        });
        return lines;
    }

    /** Seeds for each, misses in all, and the bound of the power that is lowest. */
    private static List<Object> tallies(List<MutationSummary.Tally> tallies) {
        IntSummaryStatistics seeds =
                tallies.stream().mapToInt(MutationSummary.Tally::seeds).summaryStatistics();
        double power =
                tallies.stream().mapToDouble(MutationSummary.Tally::power).min().orElseThrow();
        return List.of(
                range(seeds.getMin(), seeds.getMax()),
                tallies.stream().mapToInt(MutationSummary.Tally::misses).sum(),
                String.format(Locale.ROOT, "%.3f %%", 100 * power));
    }

    private static List<String> falseAlarms(MutationSummary summary) {
        List<String> lines =
                new ArrayList<>(List.of("| check | runs | alarms | promised, at most |", "|---|--:|--:|--:|"));
        List<MutationSummary.Alarms> exact =
                summary.falseAlarms().stream().filter(row -> row.rate() == 0).toList();
        List<MutationSummary.Alarms> chance =
                summary.falseAlarms().stream().filter(row -> row.rate() > 0).toList();
        chance.forEach(row -> lines.add(alarms("`" + row.check() + "`", List.of(row))));
        lines.add(alarms("all of these", chance));
        lines.add(alarms("exact checks", exact));
        return lines;
    }

    private static String alarms(String checks, List<MutationSummary.Alarms> rows) {
        return row(
                checks,
                String.format(
                        Locale.ROOT,
                        "%,d",
                        rows.stream().mapToLong(MutationSummary.Alarms::trials).sum()),
                rows.stream().mapToLong(MutationSummary.Alarms::alarms).sum(),
                Format.number(rows.stream()
                        .mapToDouble(row -> row.rate() * row.trials())
                        .sum()));
    }

    private static String row(Object... cells) {
        return Format.row(Arrays.stream(cells)
                .map(cell -> cell.toString().replace("|", "\\|"))
                .toList());
    }
}
