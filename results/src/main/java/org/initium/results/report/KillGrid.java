// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.initium.results.MutationSummary;
import org.initium.results.MutationSummary.Mutant;

/**
 * Mutants down, checks across. A full square is a kill that was claimed, a ring one that nobody claimed, a cross a claim that was not met: three
 * shapes, so that the grid reads in grey too. The whole row tells its fault, its bug and its kills to the pointer.
 */
final class KillGrid {
    private static final double NAME = 186;
    private static final double COLUMN = 14;
    private static final double ROW = 15;
    private static final double HEADING = 142;
    private static final double BUG = 380;
    private static final double MARK = 4.2;
    /** Rows between two lines of headings: less than a screen, so that one is always in sight. */
    private static final int ROWS = 30;
    /** Letters of a bug that fit beside its row. */
    private static final int LETTERS = 58;

    private KillGrid() {}

    static Markup of(MutationSummary summary) {
        List<Mutant> mutants = summary.mutants();
        List<String> checks = checks(mutants);
        int headings = (mutants.size() + ROWS - 1) / ROWS;
        double width = NAME + COLUMN * checks.size() + BUG;
        Svg svg = new Svg(
                width,
                headings * HEADING + ROW * mutants.size() + 4,
                "Kill matrix",
                summary.killed() + " of " + mutants.size() + " mutants killed by the checks that claim them; "
                        + checks.size() + " checks across");
        double y = 0;
        for (int first = 0; first < mutants.size(); first += ROWS) {
            List<Mutant> block = mutants.subList(first, Math.min(mutants.size(), first + ROWS));
            y += HEADING;
            for (int c = 0; c < checks.size(); c++) {
                svg.upwards("tick", x(c) + 4, y - 6, words(checks.get(c)));
            }
            for (int r = 0; r < block.size(); r++) {
                row(svg, block.get(r), checks, r % 2 == 1, width, y + r * ROW);
            }
            // After the rows, which would hide them, and through the marks, which they are too faint to hide.
            for (int c = 0; c < checks.size(); c++) {
                svg.line("column", x(c), y, x(c), y + ROW * block.size());
            }
            y += ROW * block.size();
        }
        return svg.done();
    }

    /** Names of the checks that kill something or claim to, as they occur. */
    static List<String> checks(List<Mutant> mutants) {
        Set<String> checks = new LinkedHashSet<>();
        for (Mutant mutant : mutants) {
            mutant.claims().forEach(claim -> checks.add(check(claim)));
            checks.addAll(mutant.kills().keySet());
        }
        return new ArrayList<>(checks);
    }

    /** How a mutant stands with a check: {@code ■} killed as claimed, {@code ○} killed unclaimed, {@code ×} not killed as claimed, or empty. */
    static String mark(Mutant mutant, String check) {
        if (mutant.unmet().stream().anyMatch(claim -> check(claim).equals(check))) {
            return "×";
        }
        if (!mutant.kills().containsKey(check)) {
            return "";
        }
        return mutant.claims().stream().anyMatch(claim -> check(claim).equals(check)) ? "■" : "○";
    }

    /** {@code "equal_bins 7, variance 7"}. */
    static String kills(Map<String, Integer> kills) {
        return kills.isEmpty()
                ? "nothing"
                : kills.entrySet().stream()
                        .map(kill -> kill.getKey() + " " + kill.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static void row(Svg svg, Mutant mutant, List<String> checks, boolean shaded, double width, double y) {
        svg.group(mutant.name() + ": " + mutant.fault() + ". Where: " + mutant.bug() + ". Killed by: "
                + kills(mutant.kills()) + (mutant.killed() ? "" : ". Survived: " + String.join(", ", mutant.unmet())));
        svg.rect(shaded ? "row shaded" : "row", 0, y, width, ROW);
        double base = y + ROW - 4;
        svg.text(mutant.killed() ? "label" : "label survivor", NAME - 8, base, "end", mutant.name());
        for (int c = 0; c < checks.size(); c++) {
            double x = x(c);
            double middle = y + ROW / 2;
            switch (mark(mutant, checks.get(c))) {
                case "■" -> svg.rect("claimed", x - MARK, middle - MARK, 2 * MARK, 2 * MARK);
                case "○" -> svg.circle("unclaimed", x, middle, MARK - 0.9);
                case "×" ->
                    svg.line("missed", x - MARK, middle - MARK, x + MARK, middle + MARK)
                            .line("missed", x - MARK, middle + MARK, x + MARK, middle - MARK);
                default -> {}
            }
        }
        String bug = mutant.bug();
        svg.text(
                "tick",
                width - BUG + 8,
                base,
                "start",
                bug.length() > LETTERS ? bug.substring(0, LETTERS - 1).strip() + "…" : bug);
        svg.end();
    }

    /** A claim is the name of a check, or the name and after a space the shape that it checks. */
    private static String check(String claim) {
        int space = claim.indexOf(' ');
        return space < 0 ? claim : claim.substring(0, space);
    }

    private static String words(String check) {
        return check.replace('_', ' ');
    }

    private static double x(int column) {
        return NAME + COLUMN * (column + 0.5);
    }
}
