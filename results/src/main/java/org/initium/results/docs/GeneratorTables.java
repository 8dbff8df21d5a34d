// SPDX-License-Identifier: Apache-2.0
package org.initium.results.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.initium.results.VerificationSummary;

/**
 * The tables about word generators, from {@code generators/<generator>/}: {@code dieharder-<words>.txt}, the battery on some
 * words; {@code dieharder-<words>-again.txt}, tests that it called weak, with more samples; {@code word-checks.json}, what
 * {@code ./initium verify --only 'native words' --json} printed.
 */
public final class GeneratorTables {
    private static final String PREFIX = "dieharder-";
    private static final String SUFFIX = ".txt";
    private static final String AGAIN = "-again" + SUFFIX;
    private static final String CHECKS = "word-checks.json";

    private GeneratorTables() {}

    /**
     * The tables, as lines of Markdown by name: {@code dieharder} and {@code word-checks}.
     *
     * @param generators the folder of results about generators; if there is none, the tables are empty
     * @throws IOException if a file is malformed
     */
    public static Map<String, List<String>> of(Path generators) throws IOException {
        List<String> batteries = new ArrayList<>(List.of(
                "| generator | words | tests | passed | weak | failed | smallest p | largest p |",
                "|---|---|--:|--:|--:|--:|--:|--:|"));
        List<String> again = new ArrayList<>(List.of(
                "| generator | words | not passed | p | p-values in it | p again | p-values in it | verdict |",
                "|---|---|---|--:|--:|--:|--:|---|"));
        List<String> checks = new ArrayList<>(List.of(
                "| check | on | figure | at most | meaning | verdict | sample |", "|---|---|--:|--:|---|---|---|"));
        for (Path folder : sorted(generators)) {
            for (Path file : sorted(folder)) {
                String name = file.getFileName().toString();
                if (name.equals(CHECKS)) {
                    checks(VerificationSummary.read(file), checks);
                } else if (name.startsWith(PREFIX) && name.endsWith(SUFFIX) && !name.endsWith(AGAIN)) {
                    battery(file, batteries, again);
                }
            }
        }
        batteries.add("");
        batteries.addAll(again);
        Map<String, List<String>> tables = new LinkedHashMap<>();
        tables.put("dieharder", List.copyOf(batteries));
        tables.put("word-checks", List.copyOf(checks));
        return tables;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void battery(Path file, List<String> batteries, List<String> again) throws IOException {
        DieharderReport report = DieharderReport.read(file);
        String name = file.getFileName().toString();
        String words = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
        String generator = file.getParent().getFileName().toString();
        batteries.add(row(
                generator,
                words,
                report.lines().size(),
                report.count("PASSED"),
                report.count("WEAK"),
                report.count("FAILED"),
                p(report.lines().stream()
                        .mapToDouble(DieharderReport.Line::p)
                        .min()
                        .orElseThrow()),
                p(report.lines().stream()
                        .mapToDouble(DieharderReport.Line::p)
                        .max()
                        .orElseThrow())));

        Path more = file.resolveSibling(PREFIX + words + AGAIN);
        DieharderReport second = Files.exists(more) ? DieharderReport.read(more) : new DieharderReport(List.of());
        for (int i = 0; i < report.lines().size(); i++) {
            DieharderReport.Line line = report.lines().get(i);
            DieharderReport.Line retest =
                    second.repeated(line, report.earlier(i)).orElse(null);
            if (!line.passed() || retest != null && !retest.passed()) {
                again.add(row(
                        generator,
                        words,
                        line.test() + (line.ntuple() == 0 ? "" : " " + line.ntuple()),
                        p(line.p()),
                        line.samples(),
                        retest == null ? Format.NONE : p(retest.p()),
                        retest == null ? Format.NONE : retest.samples(),
                        retest == null ? line.assessment() : retest.assessment()));
            }
        }
    }

    private static void checks(VerificationSummary summary, List<String> table) {
        for (VerificationSummary.CheckResult check : summary.checks()) {
            table.add(row(
                    check.check(),
                    check.shape(),
                    figure(check.statistic()),
                    figure(check.threshold()),
                    check.meaning().replace(", at most", ""),
                    check.passed() ? "passed" : "FAILED",
                    check.detail()));
        }
    }

    private static String p(double p) {
        return String.format(Locale.ROOT, "%.6f", p);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }

    private static String row(Object... cells) {
        return Format.row(Arrays.stream(cells).map(String::valueOf).toList());
    }
}
