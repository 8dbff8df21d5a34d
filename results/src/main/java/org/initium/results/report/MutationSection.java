// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.List;
import java.util.Set;
import org.initium.results.MutationSummary;
import org.initium.results.MutationSummary.Mutant;

/** Which checks find which planted faults, as a grid and in words; of a full run how surely, and how often checks cry wolf. */
final class MutationSection {
    private MutationSection() {}

    static Markup of(MutationSummary summary) {
        Markup html = new Markup();
        html.element(
                "p",
                "Each row is an implementation with one fault, some of them as a public library once had it: the bug is named at"
                        + " the right, and the pointer shows the fault. It survives unless every check that claims it fails it.");
        html.open("p", "class", "key");
        key(html, "■", "claimed", "claimed, and killed");
        key(html, "○", "unclaimed", "killed as well");
        key(html, "×", "missed", "claimed, but not killed");
        html.close();
        html.open("div", "class", "scroll matrix", "tabindex", "0", "role", "region", "aria-label", "Kill matrix");
        html.add(KillGrid.of(summary)).close();
        html.open("details").element("summary", "All " + summary.mutants().size() + " mutants in words");
        Table table = new Table(
                "Mutants", List.of("mutant", "fault", "where it happened", "claimed by", "killed by"), Set.of());
        for (Mutant mutant : summary.mutants()) {
            table.start()
                    .cell((mutant.killed() ? "✓ " : "✗ ") + mutant.name(), mutant.killed() ? "txt name" : "mark fail")
                    .cell(mutant.fault(), "txt wide")
                    .cell(mutant.bug(), "txt")
                    .cell(String.join(", ", mutant.claims()), "txt")
                    .cell(KillGrid.kills(mutant.kills()), "txt wide")
                    .end();
        }
        html.add(table.done()).close();
        if (!summary.power().isEmpty()) {
            html.add(power(summary));
        }
        if (!summary.falseAlarms().isEmpty()) {
            html.add(alarms(summary));
        }
        return html;
    }

    private static Markup power(MutationSummary summary) {
        Table table = new Table(
                "How surely each claim holds: lower bound of the power at 95 % confidence",
                List.of(
                        "mutant",
                        "claimed by",
                        "seeds, first stage",
                        "misses",
                        "power above",
                        "seeds, both stages",
                        "misses",
                        "power above"),
                Set.of(2, 3, 4, 5, 6, 7));
        summary.power()
                .forEach(row -> table.row(List.of(
                        row.mutant(),
                        row.claim(),
                        Integer.toString(row.first().seeds()),
                        Integer.toString(row.first().misses()),
                        Figures.percent(row.first().power(), 3),
                        Integer.toString(row.both().seeds()),
                        Integer.toString(row.both().misses()),
                        Figures.percent(row.both().power(), 3))));
        return fold("Power of " + summary.power().size() + " claims, over many seeds", table);
    }

    private static Markup alarms(MutationSummary summary) {
        Table table = new Table(
                "False alarms on a right implementation, in the first stage",
                List.of("check", "trials", "alarms", "promised, at most"),
                Set.of(1, 2, 3));
        summary.falseAlarms()
                .forEach(row -> table.row(List.of(
                        row.check(),
                        Long.toString(row.trials()),
                        Long.toString(row.alarms()),
                        Figures.of(row.rate() * row.trials()))));
        return fold("False alarms, over many seeds", table);
    }

    private static Markup fold(String title, Table table) {
        return new Markup()
                .open("details")
                .element("summary", title)
                .add(table.done())
                .close();
    }

    private static void key(Markup html, String mark, String style, String words) {
        html.element("span", mark, "class", "key-" + style).text(" " + words + " \u2003");
    }
}
