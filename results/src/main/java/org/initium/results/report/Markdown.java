// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.List;
import java.util.stream.Collectors;

/** Builds GitHub's Markdown; all text is escaped. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    /** A heading of a level from 1. */
    Markdown heading(int level, String title) {
        return line("#".repeat(level) + " " + escape(title)).line("");
    }

    Markdown paragraph(String content) {
        return line(escape(content)).line("");
    }

    /** A paragraph that stands out. */
    Markdown strong(String content) {
        return line("**" + escape(content) + "**").line("");
    }

    /** A table; rows of as many cells as the header. */
    Markdown table(List<String> header, List<List<String>> rows) {
        row(header);
        line("|" + " --- |".repeat(header.size()));
        rows.forEach(this::row);
        return line("");
    }

    /** Lines as they are; a fence longer than any run of backticks in them. */
    Markdown code(List<String> lines) {
        int longest = 0;
        for (String line : lines) {
            int run = 0;
            for (char c : line.toCharArray()) {
                run = c == '`' ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
        }
        String fence = "`".repeat(Math.max(3, longest + 1));
        line(fence);
        lines.forEach(line -> line(line.replaceAll("\\R", " ")));
        return line(fence).line("");
    }

    private void row(List<String> cells) {
        line(cells.stream().map(Markdown::escape).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private Markdown line(String content) {
        text.append(content).append('\n');
        return this;
    }

    /**
     * Text that reads as it is: no markup, no HTML, one line. An underscore between letters or digits means nothing in GitHub's
     * dialect and stays.
     */
    static String escape(String content) {
        return content.replaceAll("\\p{Cntrl}+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("[\\\\`*\\[\\]|~#]", "\\\\$0")
                .replaceAll("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])", "\\\\_");
    }

    @Override
    public String toString() {
        return text.toString().strip() + "\n";
    }
}
