// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.initium.results.DepthData;
import org.initium.results.DepthData.Point;
import org.initium.results.EigenphaseData;
import org.initium.results.EigenphaseData.Phases;
import org.initium.results.MutationSummary;
import org.initium.results.MutationSummary.Mutant;
import org.initium.results.QuantileData;
import org.initium.results.VerificationSummary;
import org.initium.results.VerificationSummary.CheckResult;
import org.initium.results.VerificationSummary.HistogramData;

/** {@link VerificationReport} as Markdown: the same sections, with tables in the place of pictures. */
public final class VerificationMarkdown {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    private VerificationMarkdown() {}

    /** The text; the same input gives the same. */
    public static String render(VerificationInput input) {
        VerificationSummary summary = input.verification();
        Markdown text = new Markdown();
        text.heading(1, VerificationReport.TITLE)
                .paragraph(VerificationReport.LINE)
                .strong((input.passed() ? "✓ " : "✗ ") + input.headline());
        text.table(List.of("", ""), input.circumstances());
        if (summary.failures() > 0) {
            text.heading(2, "Failed checks");
            List<String> header = new ArrayList<>(List.of("subject"));
            header.addAll(CheckTable.HEADER);
            text.table(
                    header,
                    summary.checks().stream()
                            .filter(c -> !c.passed())
                            .map(c -> {
                                List<String> row = new ArrayList<>(List.of(c.subject()));
                                row.addAll(row(c));
                                return row;
                            })
                            .toList());
        }
        pictures(text, summary);
        text.heading(2, "All checks");
        for (String subject : VerificationSection.subjects(summary.checks())) {
            text.heading(3, subject);
            text.table(
                    CheckTable.HEADER,
                    VerificationSection.of(subject, summary.checks()).stream()
                            .map(VerificationMarkdown::row)
                            .toList());
        }
        text.heading(2, "Kill matrix");
        if (input.mutation().isPresent()) {
            mutants(text, input.mutation().get());
        } else {
            text.paragraph(VerificationReport.NO_MUTANTS).code(List.of(VerificationReport.MUTANTS_COMMAND));
        }
        text.heading(2, "Provenance").table(List.of("what", "value"), Provenance.rows(input.environment()));
        return text.heading(2, "How to reproduce").code(input.commands()).toString();
    }

    private static List<String> row(CheckResult c) {
        return List.of(
                CheckTable.name(c),
                c.shape(),
                CheckTable.figure(c.statistic()),
                CheckTable.figure(c.threshold()),
                c.meaning(),
                CheckTable.sample(c),
                CheckTable.finds(c),
                CheckTable.alpha(c),
                c.passed() ? "✓" : "✗ failed",
                CheckTable.rest(c));
    }

    private static void pictures(Markdown text, VerificationSummary summary) {
        Set<String> names = PictureSection.names(summary);
        if (!names.isEmpty()) {
            text.heading(2, "Initializers against their laws");
            text.table(
                    List.of("initializer", "law", "values", "from", "to", "histogram"),
                    summary.histograms().stream()
                            .map(h -> List.of(
                                    h.initializer(),
                                    h.law(),
                                    Figures.count(h.total()),
                                    Figures.of(h.lower()),
                                    Figures.of(h.upper()),
                                    bars(h)))
                            .toList());
        }
        for (QuantileData data : summary.pictures().quantiles()) {
            text.heading(3, "Quantiles of " + data.initializer());
            text.paragraph(Figures.count(data.values()) + " values, " + data.law() + "; " + data.outside()
                    + " points outside the band, in which all points of a right sample are with a probability of "
                    + Figures.percent(data.confidence(), 1) + " at least.");
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < data.expected().length; i++) {
                rows.add(List.of(
                        Figures.of(data.expected()[i]),
                        CheckTable.figure(data.measured()[i]),
                        Figures.of(data.lower()[i]),
                        Figures.of(data.upper()[i])));
            }
            text.table(List.of("law", "measured", "band from", "to"), rows);
        }
        summary.pictures().eigenphases().forEach(data -> eigenphases(text, data));
        summary.pictures().depths().forEach(data -> depth(text, data));
    }

    /** A bar for each bin, the highest of which is full. */
    private static String bars(HistogramData data) {
        long most = Math.max(1, LongStream.of(data.counts()).max().orElse(1));
        return LongStream.of(data.counts())
                .mapToObj(count -> {
                    int height = (int) (count * (BARS.length() - 1) / most);
                    return BARS.substring(height, height + 1);
                })
                .collect(Collectors.joining());
    }

    private static void eigenphases(Markdown text, EigenphaseData data) {
        text.heading(2, "Eigenvalues of orthogonal matrices");
        text.paragraph(data.initializer() + ": phases of the conjugate pairs of " + Figures.count(data.matrices())
                + " matrices of order " + data.order() + "; expected " + Figures.of(data.expected())
                + " in each bin, the band is from " + Figures.of(data.lower()) + " to " + Figures.of(data.upper())
                + ".");
        List<String> header = new ArrayList<>(List.of("degrees"));
        data.samples().forEach(sample -> header.add(sample.name()));
        List<List<String>> rows = new ArrayList<>();
        int bins = data.samples().get(0).counts().length;
        for (int i = 0; i < bins; i++) {
            List<String> row = new ArrayList<>(
                    List.of(Figures.tick(180.0 * i / bins) + " to " + Figures.tick(180.0 * (i + 1) / bins)));
            for (Phases sample : data.samples()) {
                row.add(Figures.count(sample.counts()[i]));
            }
            rows.add(row);
        }
        rows.add(real("at +1", data, true));
        rows.add(real("at −1", data, false));
        text.table(header, rows);
    }

    private static List<String> real(String name, EigenphaseData data, boolean plus) {
        List<String> row = new ArrayList<>(List.of(name));
        data.samples().forEach(s -> row.add(Figures.count(plus ? s.plusOne() : s.minusOne())));
        return row;
    }

    private static void depth(Markdown text, DepthData data) {
        text.heading(2, "The " + data.quantity() + " by depth");
        text.paragraph(data.nets() + ".");
        for (DepthData.Curve curve : data.curves()) {
            text.heading(3, curve.name());
            List<List<String>> rows = new ArrayList<>();
            for (Point p : curve.points()) {
                rows.add(List.of(
                        Integer.toString(p.depth()),
                        CheckTable.figure(p.measured()),
                        CheckTable.figure(p.error()),
                        CheckTable.figure(p.predicted())));
            }
            text.table(List.of("layers", "measured", "standard error", "theory"), rows);
        }
    }

    private static void mutants(Markdown text, MutationSummary summary) {
        text.paragraph("■ claimed, and killed; ○ killed as well; × claimed, but not killed.");
        List<String> checks = KillGrid.checks(summary.mutants());
        List<List<String>> rows = new ArrayList<>();
        for (Mutant mutant : summary.mutants()) {
            String marks = checks.stream()
                    .filter(check -> !KillGrid.mark(mutant, check).isEmpty())
                    .map(check -> KillGrid.mark(mutant, check) + " " + check)
                    .collect(Collectors.joining(", "));
            rows.add(List.of((mutant.killed() ? "✓ " : "✗ ") + mutant.name(), mutant.fault(), mutant.bug(), marks));
        }
        text.table(List.of("mutant", "fault", "where it happened", "checks"), rows);
        if (!summary.power().isEmpty()) {
            text.heading(3, "Power of the claims, at 95 % confidence");
            text.table(
                    List.of(
                            "mutant",
                            "claimed by",
                            "seeds, first stage",
                            "misses",
                            "power above",
                            "seeds, both stages",
                            "misses",
                            "power above"),
                    summary.power().stream()
                            .map(p -> List.of(
                                    p.mutant(),
                                    p.claim(),
                                    Integer.toString(p.first().seeds()),
                                    Integer.toString(p.first().misses()),
                                    Figures.percent(p.first().power(), 3),
                                    Integer.toString(p.both().seeds()),
                                    Integer.toString(p.both().misses()),
                                    Figures.percent(p.both().power(), 3)))
                            .toList());
        }
        if (!summary.falseAlarms().isEmpty()) {
            text.heading(3, "False alarms on a right implementation");
            text.table(
                    List.of("check", "trials", "alarms", "promised, at most"),
                    summary.falseAlarms().stream()
                            .map(a -> List.of(
                                    a.check(),
                                    Long.toString(a.trials()),
                                    Long.toString(a.alarms()),
                                    Figures.of(a.rate() * a.trials())))
                            .toList());
        }
    }
}
