// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.initium.results.MutationSummary;
import org.initium.results.Samples;
import org.initium.results.VerificationSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationMarkdownTest {
    @Test
    void hasTheSectionsOfThePage() {
        assertThat(render(Samples.pictured(false), Samples.mutation()).lines().filter(line -> line.startsWith("## ")))
                .containsExactly(
                        "## Failed checks",
                        "## Initializers against their laws",
                        "## Eigenvalues of orthogonal matrices",
                        "## The mean square by depth",
                        "## The correlation by depth",
                        "## All checks",
                        "## Kill matrix",
                        "## Provenance",
                        "## How to reproduce");
    }

    @Test
    void theVerdictLeadsTheText() {
        assertThat(render(Samples.pictured(true), null)).contains("\n**✓ all 89 checks passed**\n");
        assertThat(render(Samples.pictured(true), Samples.mutation()))
                .contains("\n**✗ all 89 checks passed, 2 of 3 mutants killed**\n");
    }

    @Test
    void everyCheckAndMutantHasARow() {
        String text = render(Samples.pictured(true), Samples.mutation());
        assertThat(text.lines().filter(line -> line.contains(" | ✓ | "))).hasSize(89);
        assertThat(text)
                .contains("| kolmogorov smirnov | (784, 128) | ")
                .contains(
                        " | 0.01005 | D, at most | 100352 | 0.019 distance of the distribution functions | 3.1e-09 | ✓ |  |\n")
                .contains(
                        "| ✓ fan_out_for_in | fan_in and fan_out swapped | Library, Thing.kt | ■ variance, ○ equal_bins |\n")
                .contains("| ✗ too_small | off by 1e-9 | planted | × variance |\n")
                .contains("| fan_out_for_in | variance | 3000 | 0 | 99.900 % | 120 | 0 | 97.500 % |\n")
                .contains("| variance | 20000 | 19 | 20 |\n")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void picturesAreTables() {
        assertThat(render(Samples.pictured(true), null))
                .contains("| 0.1000 | not a number | 0.09900 | 0.1010 |\n")
                .contains("| 0 to 60 | 1,010 | 0 |\n")
                .contains("| at −1 | 999 | 2 |\n")
                .contains("| 1 | not a number | 0.1000 | 0.5 |\n");
    }

    @Test
    void withoutMutantsTheTextSaysHowToGetThem() {
        assertThat(render(Samples.pictured(true), null))
                .contains("\n```\n./initium verify --mutants --report FILE\n```\n")
                .endsWith("```\n./initium verify --seed 42\n```\n");
    }

    /** Tables keep their columns: every row of a table has as many bars as its header. */
    @Test
    void rowsAreAsWideAsTheirHeaders() {
        int width = 0;
        for (String line : render(Samples.pictured(false), Samples.mutation()).split("\n")) {
            int bars = line.replace("\\|", "").replaceAll("[^|]", "").length();
            assertThat(bars).as(line).isIn(line.startsWith("|") && width > 0 ? List.of(width) : List.of(bars));
            width = line.startsWith("|") ? bars : 0;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "a|b ! a\\|b",
                "<b>&amp; ! &lt;b&gt;&amp;amp;",
                "*x* [y] `z` ~ # ! \\*x\\* \\[y\\] \\`z\\` \\~ \\#",
                "he_normal _x_ ! he_normal \\_x\\_",
                "c\\d ! c\\\\d",
            })
    void markupInTextIsText(String text, String expected) {
        assertThat(Markdown.escape(text)).isEqualTo(expected);
        assertThat(Markdown.escape("two\nlines\tand\u0007bell")).isEqualTo("two lines and bell");
    }

    @Test
    void aFenceIsLongerThanWhatItHolds() {
        assertThat(new Markdown().code(List.of("a ```` b", "c\nd")).toString())
                .isEqualTo("`````\na ```` b\nc d\n`````\n");
    }

    private static String render(VerificationSummary summary, MutationSummary mutation) {
        return VerificationMarkdown.render(new VerificationInput(
                Samples.environment("2026-01-01T00:00:00Z", "h"),
                summary,
                Optional.ofNullable(mutation),
                List.of("./initium verify --seed 42")));
    }
}
