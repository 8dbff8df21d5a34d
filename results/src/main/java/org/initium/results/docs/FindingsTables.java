// SPDX-License-Identifier: Apache-2.0
package org.initium.results.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initium.results.PeerFindings;
import org.initium.results.PeerFindings.Failure;
import org.initium.results.PeerFindings.Figures;
import org.initium.results.PeerFindings.Finding;

/** What other libraries' initializers were found to do, from {@code findings/*.json}: an overview, and each library's part. */
public final class FindingsTables {
    /** Of a message of an exception, which may quote a whole graph. */
    private static final int LONGEST = 110;

    /** Share of zeros that is shown; of a law with a density it is 10^-6. */
    private static final double ZEROS = 1e-3;

    private FindingsTables() {}

    /**
     * The tables, as lines of Markdown by name: {@code findings-overview} and {@code findings}.
     *
     * @param folder the folder of findings; if there is none, the tables are empty
     * @throws IOException if a file is malformed
     */
    public static Map<String, List<String>> of(Path folder) throws IOException {
        List<String> overview = new ArrayList<>(List.of(
                "| library | version | artifact | claims tried | as said | not as its documentation says | not as the name means elsewhere |",
                "|---|---|---|--:|--:|--:|--:|"));
        List<String> all = new ArrayList<>();
        for (PeerFindings library : read(folder)) {
            List<Finding> findings = library.findings();
            overview.add(row(
                    library.library(),
                    library.version(),
                    "`" + library.artifact() + "`",
                    findings.size(),
                    findings.stream().filter(FindingsTables::passed).count(),
                    findings.stream().filter(f -> !passed(f) && f.documented()).count(),
                    findings.stream().filter(f -> !passed(f) && !f.documented()).count()));
            all.addAll(part(library));
        }
        Map<String, List<String>> tables = new LinkedHashMap<>();
        tables.put("findings-overview", List.copyOf(overview));
        tables.put("findings", List.copyOf(all));
        return tables;
    }

    private static List<PeerFindings> read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<PeerFindings> libraries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                libraries.add(PeerFindings.read(file));
            }
        }
        libraries.sort(Comparator.comparing(PeerFindings::library));
        return libraries;
    }

    private static List<String> part(PeerFindings library) {
        List<String> lines = new ArrayList<>();
        lines.add("### " + library.library() + " " + library.version());
        lines.add(String.format(
                Locale.ROOT,
                "%s; %,d elements for each law, %s false alarms a check.",
                library.runtime(),
                library.elements(),
                library.alpha()));
        lines.add("");
        List<Finding> wrong =
                library.findings().stream().filter(f -> !passed(f)).toList();
        if (!wrong.isEmpty()) {
            lines.add("| initializer | shape | said by | says | σ | mean | range | does | seen by, from N |");
            lines.add("|---|---|---|---|--:|--:|---|---|---|");
            wrong.forEach(finding -> lines.add(difference(finding)));
            lines.add("");
        }
        Map<String, List<Finding>> right = library.findings().stream()
                .filter(FindingsTables::passed)
                .collect(Collectors.groupingBy(
                        f -> "`" + f.initializer() + "`: [" + f.says() + "](" + f.link() + ")",
                        LinkedHashMap::new,
                        Collectors.toList()));
        if (!right.isEmpty()) {
            lines.add("As said, by every check:");
            right.forEach((claim, findings) -> lines.add("- " + claim + ", on "
                    + findings.stream().map(Finding::shape).collect(Collectors.joining(", "))));
            lines.add("");
        }
        return lines;
    }

    private static String difference(Finding finding) {
        Figures figures = finding.figures();
        boolean drawn = Double.isFinite(figures.mean());
        return row(
                "`" + finding.initializer() + "`",
                finding.shape(),
                "[" + finding.source() + "](" + finding.link() + ")"
                        + (finding.documented() ? "" : ", not the library"),
                finding.says(),
                Format.number(figures.ratio()),
                drawn ? signed(figures.mean()) : Format.NONE,
                drawn ? range(figures) : Format.NONE,
                finding.does().isEmpty() ? Format.NONE : finding.does() + (finding.confirmed() ? " ✓" : ""),
                finding.failures().stream().map(FindingsTables::words).collect(Collectors.joining(", ")));
    }

    private static String range(Figures figures) {
        String range = signed(figures.least()) + " … " + signed(figures.greatest());
        return figures.zeros() < ZEROS
                ? range
                : range + String.format(Locale.ROOT, ", %.2f %% are 0", 100 * figures.zeros());
    }

    private static String words(Failure failure) {
        return switch (failure.check()) {
            case "draws", "shape" -> shortened(failure.detail());
            default -> "`" + failure.check() + "` " + String.format(Locale.ROOT, "%,d", failure.elements());
        };
    }

    private static String shortened(String detail) {
        return detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST) + " …";
    }

    /** A figure in claimed standard deviations; what is below their thousandth part is chance in 10^6 elements. */
    private static String signed(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.equals("-0.000") ? "0.000" : text.replace('-', '−');
    }

    private static boolean passed(Finding finding) {
        return finding.failures().isEmpty();
    }

    private static String row(Object... cells) {
        return Format.row(Stream.of(cells)
                .map(cell -> String.valueOf(cell).replace("|", "\\|"))
                .toList());
    }
}
