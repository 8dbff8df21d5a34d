// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {
    private static final JmhBenchmark OLD =
            Samples.row("GemmBenchmark.initium", Map.of("n", "64"), "us/op", new double[] {100}, new double[] {101});
    private static final JmhBenchmark NEW =
            Samples.row("GemmBenchmark.initium", Map.of("n", "64"), "us/op", new double[] {200}, new double[] {202});
    private static final JmhBenchmark LONE =
            Samples.row("GemmBenchmark.ejml", Map.of("n", "64"), "us/op", new double[] {3});
    private static final Run BASE = Samples.run("2026-01-01T00:00:00Z", "h", OLD, LONE);

    @Test
    void theTableIsAlignedMarkdown() {
        Comparison comparison =
                new Comparer(0.05, Accepted.NONE).compare(BASE, Samples.run("2026-01-02T00:00:00Z", "h", NEW, LONE));
        String text = comparison.toMarkdown();
        assertThat(text)
                .startsWith("**SLOWER**: 20260102T000000Z-0123456789ab against 20260101T000000Z-0123456789ab\n\n");
        var table = text.lines().filter(line -> line.startsWith("|")).toList();
        assertThat(table)
                .hasSize(4)
                .allMatch(line -> line.length() == table.get(0).length());
        assertThat(table.get(2)).contains("GemmBenchmark.initium[n=64]", "100.5", "201.0", "2.000", "2/2", "SLOWER");
        assertThat(table.get(3)).contains("GemmBenchmark.ejml[n=64]", "CONTROL", "needs at least 2 forks");
        assertThat(text)
                .contains("A change matters from 5 %. Holm's correction over the 1 tested benchmark of Initium keeps")
                .contains("to about 2.5 %", "approximately (Welch's t on the logarithms of fork medians)")
                .contains("if nothing but the code changed between the runs", "There is no control")
                .contains("The column \"finds\"");
    }

    @Test
    void nothingIsPromisedWhereNothingWasTested() {
        Run once = Samples.run(
                "2026-01-02T00:00:00Z",
                "h",
                Samples.row("GemmBenchmark.initium", Map.of("n", "64"), "us/op", new double[] {300}),
                LONE);
        String text = new Comparer(0.05, Accepted.NONE).compare(BASE, once).toMarkdown();
        assertThat(text)
                .startsWith("**INCONCLUSIVE**")
                .endsWith(
                        "\nNo benchmark of Initium could be tested; the first, GemmBenchmark.initium[n=64]: needs at least 2 forks a"
                                + " side, has 2 and 1.\n")
                .doesNotContain("Holm", "2.5 %", "finds\"");
    }

    @Test
    void aRefusalIsASentence() {
        Comparison comparison =
                new Comparer(0.05, Accepted.NONE).compare(BASE, Samples.run("2026-01-02T00:00:00Z", "other", NEW));
        assertThat(comparison.toMarkdown())
                .startsWith("**NOT_COMPARABLE**")
                .endsWith("Not compared: benchmark sources were h, are other.\n");
    }

    @Test
    void lonersAreListed() {
        Comparison comparison =
                new Comparer(0.05, Accepted.NONE).compare(BASE, Samples.run("2026-01-02T00:00:00Z", "h", NEW));
        assertThat(comparison.toMarkdown()).endsWith("Only in the base: GemmBenchmark.ejml[n=64].\n");
    }

    @Test
    void jsonKeepsEveryFigure() {
        Comparison comparison =
                new Comparer(0.05, Accepted.NONE).compare(BASE, Samples.run("2026-01-02T00:00:00Z", "h", NEW, LONE));
        assertThat(comparison.toJson())
                .contains("\"verdict\" : \"SLOWER\"", "\"verdict\" : \"CONTROL\"", "\"low\" : \"NaN\"")
                .contains("\"key\" : \"GemmBenchmark.initium[n=64]\"", "\"familyAlpha\" : 0.025");
    }
}
