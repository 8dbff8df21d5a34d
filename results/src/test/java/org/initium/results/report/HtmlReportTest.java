// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.initium.results.Comparison;
import org.initium.results.JmhRun;
import org.initium.results.Samples;
import org.initium.results.TrainingCurve;
import org.initium.results.Verdict;
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

class HtmlReportTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theFullReportIsWellFormed(boolean verified) throws Exception {
        Document page = parse(HtmlReport.render(SampleReport.input(verified)));
        assertThat(texts(page, "h2"))
                .containsExactly(
                        "Verification",
                        "Weights against their law",
                        "Training",
                        "Benchmarks",
                        "Comparison with published results",
                        "Provenance",
                        "How to reproduce");
    }

    @Test
    void theSameInputGivesTheSamePage() {
        assertThat(HtmlReport.render(SampleReport.input(true))).isEqualTo(HtmlReport.render(SampleReport.input(true)));
    }

    @Test
    void nothingIsLoadedAndNothingRuns() {
        String page = HtmlReport.render(SampleReport.input(false));
        assertThat(page)
                .doesNotContainIgnoringCase("<script")
                .doesNotContainIgnoringCase("<link")
                .doesNotContainIgnoringCase("<img")
                .doesNotContain("@import", "url(", "src=", "href=");
        // What is left of "http" are the two names that XML needs, which no browser fetches.
        String rest = page.replace("xmlns=\"http://www.w3.org/1999/xhtml\"", "")
                .replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        assertThat(rest).doesNotContain("http");
    }

    @Test
    void everyDrawingHasATitleAndADescription() throws Exception {
        NodeList drawings = parse(HtmlReport.render(SampleReport.input(true))).getElementsByTagName("svg");
        assertThat(drawings.getLength()).isGreaterThan(15);
        for (int i = 0; i < drawings.getLength(); i++) {
            Element svg = (Element) drawings.item(i);
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(svg.getAttribute("aria-label")).isNotBlank();
            assertThat(texts(svg, "title")).singleElement().asString().isNotBlank();
            assertThat(texts(svg, "desc")).singleElement().asString().isNotBlank();
        }
    }

    @Test
    void noCoordinateIsLost() {
        assertThat(HtmlReport.render(SampleReport.input(true))).doesNotContain("NaN", "Infinity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</style></title></svg>&amp;&#x41;",
                "]]><!-- --",
                "bell\u0007 null\u0000 half \ud800 pair"
            })
    void hostileTextIsShownAsText(String hostile) throws Exception {
        String page = HtmlReport.render(hostile(hostile));
        Document document = parse(page);
        String shown = hostile.replaceAll("[\u0000\u0007\ud800]", "\ufffd");
        assertThat(document.getDocumentElement().getTextContent()).contains(shown);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("img").getLength()).isZero();
        assertThat(page).doesNotContain("<script", "<img", "onmouseover='");
    }

    @Test
    void whatWasNotMeasuredIsSaid() throws Exception {
        ReportInput input = new ReportInput(
                Samples.environment("2026-01-01T00:00:00Z", "h"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new JmhRun(List.of())),
                Optional.empty(),
                "Nothing is published for this machine.",
                List.of());
        Document page = parse(HtmlReport.render(input));
        assertThat(page.getDocumentElement().getTextContent())
                .contains("The checks did not run.", "No network was trained.", "No benchmark ran.")
                .contains("Nothing is published for this machine.")
                .doesNotContain("✓ verified");
    }

    @Test
    void aFailedCheckLeadsThePage() throws Exception {
        String text = parse(HtmlReport.render(SampleReport.input(false)))
                .getDocumentElement()
                .getTextContent();
        assertThat(text).contains("✗ verification failed", "88 of 89 checks passed", "✗ 1/2");
        assertThat(HtmlReport.render(SampleReport.input(true)))
                .contains("✓ verified", "89 of 89 checks passed")
                .doesNotContain("✗");
    }

    @Test
    void barsCarryTheDerivedFigureAndTheSpeedAgainstInitium() {
        JmhRun run = new JmhRun(List.of(
                Samples.row("GemmBenchmark.ejml", Map.of("n", "1000"), "ms/op", new double[] {100}),
                Samples.row("GemmBenchmark.initium", Map.of("n", "1000"), "ms/op", new double[] {25})));
        String chart = BenchmarkSection.of(run).toString();
        // 2e9 flop in 25 ms and in 100 ms; ejml is a quarter as fast
        assertThat(chart).contains(">80<", ">20<", ">0.25<", "GFLOP/s (longer is better)");
        assertThat(chart.indexOf(">initium<")).isLessThan(chart.indexOf(">ejml<"));
    }

    @Test
    void whiskersSpanTheForksOfAnInvertedFigureToo() {
        JmhRun run = new JmhRun(List.of(Samples.row(
                "GemmBenchmark.initium",
                Map.of("n", "1000"),
                "ms/op",
                new double[] {20},
                new double[] {25},
                new double[] {40})));
        // 2e9 flop give 100, 80 and 50 GFLOP/s on an axis of 0 .. 100 from 112 to 386
        assertThat(BenchmarkSection.of(run).toString())
                .contains("<line class=\"whisker\" x1=\"249\" y1=\"59\" x2=\"386\" y2=\"59\">");
    }

    @Test
    void controlsAreInTheTableButNotInACrowdedChart() {
        Comparison comparison = SampleReport.input(true).comparison().orElseThrow();
        String section = ComparisonSection.of(comparison).toString();
        String chart = section.substring(section.indexOf("<figure"), section.indexOf("</figure>"));
        assertThat(chart)
                .contains("interval slower", ">UniformFill.initiumScalar")
                .doesNotContain("interval control");
        assertThat(section).contains("mark none", "· control", "GemmBenchmark.ejml");
        assertThat(HtmlReport.render(SampleReport.input(true)))
                .contains(comparison.count(Verdict.CONTROL) + " controls");
    }

    private static ReportInput hostile(String text) {
        CheckResult check = new CheckResult(text, text, text, 1, 2, text, false, text, 0.5, text);
        HistogramData histogram = new HistogramData(text, text, 0, 1, new long[] {1}, 0, 0, new double[] {1});
        Comparison.Row row = new Comparison.Row(
                text, "us/op", true, 1, 1, 2, 2, 1, 0.9, 1.1, 1, 0.1, Verdict.INCONCLUSIVE, text, false);
        return new ReportInput(
                Samples.environment("2026-01-01T00:00:00Z", text),
                Optional.of(new VerificationSummary(text, 1, false, List.of(check), List.of(histogram), 1)),
                Optional.of(
                        new TrainingCurve(text, List.of(new TrainingCurve.Epoch(1, 1, 0.5, Double.NaN, Double.NaN)))),
                Optional.of(new JmhRun(
                        List.of(Samples.row("GemmBenchmark.initium", Map.of("n", text), "us/op", new double[] {1})))),
                Optional.of(new Comparison(text, text, 0.05, 0.025, "", List.of(row), List.of(text), List.of(text))),
                text,
                List.of(text));
    }

    private static Document parse(String page) throws Exception {
        assertThat(page).startsWith("<!DOCTYPE html>\n");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static List<String> texts(Document page, String tag) {
        return texts(page.getDocumentElement(), tag);
    }

    private static List<String> texts(Element root, String tag) {
        NodeList found = root.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
