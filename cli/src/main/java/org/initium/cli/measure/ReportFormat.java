// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.initium.results.report.VerificationInput;
import org.initium.results.report.VerificationMarkdown;
import org.initium.results.report.VerificationReport;

/** What a report of the checks can be, by the suffix of its file. */
enum ReportFormat {
    HTML(VerificationReport::render),
    MARKDOWN(VerificationMarkdown::render);

    private final Function<VerificationInput, String> renderer;

    ReportFormat(Function<VerificationInput, String> renderer) {
        this.renderer = renderer;
    }

    /**
     * The format of a file.
     *
     * @throws IllegalArgumentException if the suffix is that of none
     */
    static ReportFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".html") || name.endsWith(".htm")) {
            return HTML;
        } else if (name.endsWith(".md")) {
            return MARKDOWN;
        }
        throw new IllegalArgumentException(
                "--report " + file + ": expected a name that ends in .html, for a page, or in .md, for Markdown");
    }

    /** The report. */
    String render(VerificationInput input) {
        return renderer.apply(input);
    }
}
