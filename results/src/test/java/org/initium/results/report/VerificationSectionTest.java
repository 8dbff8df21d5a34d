// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.initium.results.VerificationSummary;
import org.initium.results.VerificationSummary.CheckResult;
import org.junit.jupiter.api.Test;

class VerificationSectionTest {
    private static CheckResult check(String subject, String name) {
        return new CheckResult(name, subject, "(2, 3)", 1, 2, "at most", true, "", 0, "");
    }

    /** The subjects and the header of each table of passed checks, in order. */
    private static List<List<String>> tables(CheckResult... checks) {
        String html = VerificationSection.checks(new VerificationSummary("1", 1, false, List.of(checks), List.of(), 1))
                .toString();
        List<List<String>> tables = new ArrayList<>();
        Matcher table = Pattern.compile("<table.*?</table>", Pattern.DOTALL)
                .matcher(html.substring(0, html.indexOf("<details")));
        while (table.find()) {
            List<String> cells = new ArrayList<>();
            Matcher cell = Pattern.compile("<t[hd][^>]*>([a-z ]+)<").matcher(table.group());
            while (cell.find()) {
                cells.add(cell.group(1));
            }
            tables.add(cells);
        }
        return tables;
    }

    /** What most subjects have, finite, does not join them; what few have, mean and bounds, does, along a chain too. */
    @Test
    void subjectsWithChecksInCommonShareATable() {
        assertThat(tables(
                        check("a", "finite"),
                        check("a", "mean"),
                        check("b", "finite"),
                        check("b", "exact"),
                        check("c", "finite"),
                        check("c", "mean"),
                        check("c", "bounds"),
                        check("d", "finite"),
                        check("d", "bounds"),
                        check("e", "gradient")))
                .containsExactly(
                        List.of("subject", "finite", "mean", "bounds", "a", "c", "d"),
                        List.of("subject", "finite", "exact", "b"),
                        List.of("subject", "gradient", "e"));
    }
}
