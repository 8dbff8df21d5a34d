// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison as text for terminals and pull requests: Markdown whose source is aligned too. */
final class ComparisonTable {
    private static final List<String> HEADER = List.of(
            "benchmark", "base", "new", "unit", "new/base", "95 % interval", "forks", "finds", "verdict", "note");
    /** Columns of figures, which align right. */
    private static final List<Boolean> RIGHT = List.of(false, true, true, false, true, true, true, true, false, false);

    private ComparisonTable() {}

    static String markdown(Comparison comparison) {
        StringBuilder text = new StringBuilder();
        text.append("**").append(comparison.verdict()).append("**: ").append(comparison.current());
        text.append(" against ").append(comparison.base()).append("\n\n");
        if (!comparison.refusal().isEmpty()) {
            return text.append("Not compared: ")
                    .append(comparison.refusal())
                    .append(".\n")
                    .toString();
        }
        if (!comparison.rows().isEmpty()) {
            List<List<String>> lines = new ArrayList<>(List.of(HEADER));
            comparison.rows().forEach(row -> lines.add(cells(row)));
            appendTable(text, lines);
            text.append('\n').append(comparison.promise()).append('\n');
        }
        appendList(text, "Only in the base", comparison.onlyInBase());
        appendList(text, "Only in the new run", comparison.onlyInCurrent());
        return text.toString();
    }

    private static List<String> cells(Comparison.Row row) {
        return List.of(
                row.key().replace("|", "\\|"),
                figure("%.4g", row.base()),
                figure("%.4g", row.current()),
                row.unit(),
                figure("%.3f", row.ratio()),
                Double.isFinite(row.low()) ? figure("%.3f", row.low()) + " .. " + figure("%.3f", row.high()) : "-",
                row.baseForks() + "/" + row.currentForks(),
                Double.isFinite(row.detectable()) ? figure("%.1f", 100 * row.detectable()) + " %" : "-",
                row.verdict().toString(),
                row.note().replace("|", "\\|"));
    }

    private static String figure(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "-";
    }

    private static void appendTable(StringBuilder text, List<List<String>> lines) {
        int columns = HEADER.size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], line.get(c).length());
            }
        }
        for (int l = 0; l < lines.size(); l++) {
            for (int c = 0; c < columns; c++) {
                String cell = lines.get(l).get(c);
                String pad = " ".repeat(widths[c] - cell.length());
                text.append("| ").append(RIGHT.get(c) ? pad + cell : cell + pad).append(' ');
            }
            text.append("|\n");
            if (l == 0) {
                for (int c = 0; c < columns; c++) {
                    text.append('|').append("-".repeat(widths[c] + 1)).append(RIGHT.get(c) ? ':' : '-');
                }
                text.append("|\n");
            }
        }
    }

    private static void appendList(StringBuilder text, String title, List<String> keys) {
        if (!keys.isEmpty()) {
            text.append('\n')
                    .append(title)
                    .append(": ")
                    .append(String.join(", ", keys))
                    .append(".\n");
        }
    }
}
