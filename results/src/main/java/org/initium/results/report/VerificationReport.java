// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.Set;
import org.initium.results.VerificationSummary;

/**
 * The report of the checks alone: one HTML file like {@link HtmlReport}.
 *
 * <p>Its sections: verdict, each initializer with its pictures and checks, orthogonal matrices, signals by depth, all other checks, the kill
 * matrix, provenance, how to reproduce.
 */
public final class VerificationReport {
    /** What both forms of the report are called. */
    static final String TITLE = "Initium verification";

    /** What it is about. */
    static final String LINE =
            "What Initium draws and computes, held against its laws; what each check is sure to find, and how"
                    + " often it cries wolf.";

    /** Stands where there is no kill matrix. */
    static final String NO_MUTANTS =
            "The suite did not run against implementations with known faults. With this it does, and"
                    + " shows here which checks find which:";

    /** What the sentence speaks of. */
    static final String MUTANTS_COMMAND = "./initium verify --mutants --report FILE";

    private VerificationReport() {}

    /** The page; the same input gives the same text. */
    public static String render(VerificationInput input) {
        VerificationSummary summary = input.verification();
        Page page = new Page(TITLE, LINE, input.environment()).add(verdict(input));
        if (summary.failures() > 0) {
            page.section("Failed checks", VerificationSection.failures(summary));
        }
        if (!PictureSection.names(summary).isEmpty()) {
            page.section("Initializers against their laws", PictureSection.initializers(summary));
        }
        if (!summary.pictures().eigenphases().isEmpty()) {
            page.section(
                    "Eigenvalues of orthogonal matrices",
                    PictureSection.eigenphases(summary.pictures().eigenphases()));
        }
        if (!summary.pictures().depths().isEmpty()) {
            page.section(
                    "Signals by depth", PictureSection.depths(summary.pictures().depths()));
        }
        page.section("All checks", checks(summary));
        page.section(
                "Kill matrix",
                input.mutation()
                        .map(MutationSection::of)
                        .orElseGet(() -> new Markup()
                                .open("p", "class", "absent")
                                .text(NO_MUTANTS + " ")
                                .element("code", MUTANTS_COMMAND)
                                .close()));
        return page.done(input.commands());
    }

    private static Markup verdict(VerificationInput input) {
        Markup html = new Markup();
        html.open("div", "class", input.passed() ? "verdict pass" : "verdict fail");
        html.element("strong", (input.passed() ? "✓ " : "✗ ") + input.headline());
        html.open("dl");
        input.circumstances()
                .forEach(pair -> html.open("div")
                        .element("dt", pair.get(0))
                        .element("dd", pair.get(1))
                        .close());
        return html.close().close();
    }

    private static Markup checks(VerificationSummary summary) {
        Markup html = new Markup();
        html.element(
                "p",
                "A cell counts the shapes on which a check passed. The folds below have the figures of what has no picture"
                        + " above.");
        html.add(VerificationSection.overview(summary));
        Set<String> shown = PictureSection.names(summary);
        for (String subject : VerificationSection.subjects(summary.checks())) {
            if (!shown.contains(subject)) {
                html.add(PictureSection.fold(subject, VerificationSection.of(subject, summary.checks())));
            }
        }
        return html;
    }
}
