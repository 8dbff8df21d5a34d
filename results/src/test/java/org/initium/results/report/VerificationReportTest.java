// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.initium.results.EigenphaseData;
import org.initium.results.MutationSummary;
import org.initium.results.Pictures;
import org.initium.results.Samples;
import org.initium.results.VerificationSummary;
import org.initium.results.VerificationSummary.CheckResult;
import org.initium.results.VerificationSummary.HistogramData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class VerificationReportTest {
    @Test
    void theFullReportIsWellFormed() throws Exception {
        Document page = parse(VerificationReport.render(input(Samples.pictured(true), Samples.mutation())));
        assertThat(texts(page.getDocumentElement(), "h2"))
                .containsExactly(
                        "Initializers against their laws",
                        "Eigenvalues of orthogonal matrices",
                        "Signals by depth",
                        "All checks",
                        "Kill matrix",
                        "Provenance",
                        "How to reproduce");
        NodeList drawings = page.getElementsByTagName("svg");
        // A histogram of each of 11, quantiles of one, phases, two profiles and the grid.
        assertThat(drawings.getLength()).isEqualTo(11 + 1 + 1 + 2 + 1);
        for (int i = 0; i < drawings.getLength(); i++) {
            Element svg = (Element) drawings.item(i);
            assertThat(svg.getAttribute("aria-label")).isNotBlank();
            assertThat(texts(svg, "title").get(0)).isNotBlank();
            assertThat(texts(svg, "desc")).singleElement().asString().isNotBlank();
        }
    }

    @Test
    void theVerdictLeadsThePage() {
        String green = VerificationReport.render(input(Samples.pictured(true), null));
        assertThat(green)
                .contains("<div class=\"verdict pass\"><strong>✓ all 89 checks passed</strong>")
                .contains("<dt>seed</dt><dd>42</dd>", "<dt>version</dt><dd>0.1.0</dd>")
                .doesNotContain("Failed checks");
        String red = VerificationReport.render(input(Samples.pictured(false), null));
        assertThat(red)
                .contains("<div class=\"verdict fail\"><strong>✗ 1 of 89 checks failed</strong>")
                .contains("<h2>Failed checks</h2>");
        // A mutant survived, though every check passed.
        assertThat(VerificationReport.render(input(Samples.pictured(true), Samples.mutation())))
                .contains("<div class=\"verdict fail\"><strong>✗ all 89 checks passed, 2 of 3 mutants killed</strong>");
    }

    @Test
    void aTableOfChecksHasTheFaultEachFinds() throws Exception {
        Element table = (Element) parse(VerificationReport.render(input(Samples.pictured(true), null)))
                .getElementsByTagName("table")
                .item(0);
        assertThat(texts(table, "th")).containsExactlyElementsOf(CheckTable.HEADER);
        assertThat(texts((Element) table.getElementsByTagName("tr").item(1), "td"))
                .contains("kolmogorov smirnov", "100352", "0.019 distance of the distribution functions", "3.1e-09")
                .hasSize(CheckTable.HEADER.size());
    }

    @Test
    void figuresThatAreNoNumbersAreWords() {
        CheckResult check =
                new CheckResult("mean", "ones", "()", Double.NaN, Double.POSITIVE_INFINITY, "m", false, "", 0, "");
        VerificationSummary summary = new VerificationSummary("1", 1, false, List.of(check), List.of(), 1);
        assertThat(VerificationReport.render(input(summary, null)))
                .contains(">not a number<", ">infinite<", ">never<")
                .doesNotContain("NaN", "Infinity");
        assertThat(VerificationReport.render(input(Samples.pictured(true), Samples.mutation())))
                .doesNotContain("NaN", "Infinity");
    }

    /** One subject in several places takes one row of the overview, which counts all of them. */
    @Test
    void placesOfASubjectShareARow() throws Exception {
        List<CheckResult> checks = new ArrayList<>();
        for (String subject : List.of("ones", "ones on jax", "ones on torch", "zeros on jax")) {
            checks.add(new CheckResult(
                    "finite", subject, "()", 0, 0, "m", !subject.equals("ones on torch"), "N = 1", 0, "1 thing"));
        }
        VerificationSummary summary = new VerificationSummary("1", 1, false, checks, List.of(), 1);
        Element table = (Element) parse(VerificationReport.render(input(summary, null)))
                .getElementsByTagName("table")
                .item(1);
        assertThat(texts(table, "td"))
                .containsExactly("ones", "✓ 1/1", "ones on jax, torch", "✗ 1/2", "zeros on jax", "✓ 1/1");
    }

    @Test
    void theGridMarksKills() throws Exception {
        Document page = parse(VerificationReport.render(input(Samples.pictured(true), Samples.mutation())));
        assertThat(classes(page, "rect", "claimed")).isEqualTo(2);
        assertThat(classes(page, "circle", "unclaimed")).isEqualTo(1);
        assertThat(classes(page, "line", "missed")).isEqualTo(2); // a cross is two lines
        assertThat(classes(page, "rect", "row")).isEqualTo(2);
        assertThat(classes(page, "rect", "row shaded")).isEqualTo(1);
        assertThat(texts(page.getDocumentElement(), "title"))
                .contains(
                        "fan_out_for_in: fan_in and fan_out swapped. Where: Library, Thing.kt. Killed by: equal_bins 5,"
                                + " variance 7")
                .contains("too_small: off by 1e-9. Where: planted. Killed by: nothing. Survived: variance");
        assertThat(page.getDocumentElement().getTextContent())
                .contains("99.900 %")
                .contains("20000");
    }

    @Test
    void withoutMutantsThePageSaysHowToGetThem() {
        assertThat(VerificationReport.render(input(Samples.pictured(true), null)))
                .contains("<code>./initium verify --mutants --report FILE</code>");
    }

    @Test
    void pointsOutsideTheBandAreMarked() throws Exception {
        Document page = parse(VerificationReport.render(input(Samples.pictured(true), null)));
        assertThat(page.getDocumentElement().getTextContent()).contains("✗ 3 of 5 points outside the band");
        // Each in the plot and in the strip; the one that is no number is nowhere.
        assertThat(classes(page, "circle", "quantile")).isEqualTo(4);
        assertThat(classes(page, "circle", "quantile out")).isEqualTo(4);
    }

    @Test
    void nothingIsLoadedAndNothingRuns() {
        String page = VerificationReport.render(input(Samples.pictured(false), Samples.mutation()));
        assertThat(page)
                .doesNotContainIgnoringCase("<script")
                .doesNotContainIgnoringCase("<link")
                .doesNotContainIgnoringCase("<img")
                .doesNotContain("@import", "url(", "src=", "href=");
        assertThat(page.replace("xmlns=\"http://www.w3.org/1999/xhtml\"", "")
                        .replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x>",
                "</title></svg>&amp;",
                "' onclick='a",
                "bell\u0007"
            })
    void hostileTextIsShownAsText(String hostile) throws Exception {
        CheckResult check = new CheckResult(hostile, hostile, hostile, 1, 2, hostile, false, hostile, 0.5, hostile);
        HistogramData histogram = new HistogramData(hostile, hostile, 0, 1, new long[] {1}, 0, 0, new double[] {1});
        EigenphaseData.Phases phases = new EigenphaseData.Phases(hostile, new long[] {1}, 0, 0);
        VerificationSummary summary = new VerificationSummary(
                hostile,
                1,
                false,
                List.of(check),
                List.of(histogram),
                1,
                new Pictures(
                        List.of(),
                        List.of(new EigenphaseData(hostile, 2, 1, 0.9, 1, 0, 2, List.of(phases))),
                        List.of()));
        MutationSummary.Mutant mutant = new MutationSummary.Mutant(
                hostile, hostile, hostile, false, List.of(hostile), List.of(hostile), Map.of(hostile, 1), 1);
        MutationSummary mutation = new MutationSummary(
                1,
                false,
                1,
                List.of(mutant),
                List.of(new MutationSummary.Power(
                        hostile, hostile, new MutationSummary.Tally(1, 1, 0), new MutationSummary.Tally(1, 1, 0))),
                List.of(new MutationSummary.Alarms(hostile, 1e-3, 1, 1)));
        Document page = parse(VerificationReport.render(input(summary, mutation)));
        assertThat(page.getDocumentElement().getTextContent()).contains(hostile.replace('\u0007', '\ufffd'));
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("img").getLength()).isZero();
    }

    private static VerificationInput input(VerificationSummary summary, MutationSummary mutation) {
        return new VerificationInput(
                Samples.environment("2026-01-01T00:00:00Z", "h"),
                summary,
                Optional.ofNullable(mutation),
                List.of("./initium verify --seed 42"));
    }

    private static Document parse(String page) throws Exception {
        assertThat(page).startsWith("<!DOCTYPE html>\n");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static long classes(Document page, String tag, String style) {
        NodeList found = page.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .filter(i -> ((Element) found.item(i)).getAttribute("class").equals(style))
                .count();
    }

    private static List<String> texts(Element root, String tag) {
        NodeList found = root.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
