// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFormatTest {
    @ParameterizedTest
    @CsvSource({"a.html, HTML", "a.HTM, HTML", "folder.md/a.html, HTML", "a.md, MARKDOWN", "a.html.Md, MARKDOWN"})
    void theSuffixChooses(Path file, ReportFormat format) {
        assertThat(ReportFormat.of(file)).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pdf", "html", "a", "folder.md/a", "a.html.gz", "/"})
    void otherSuffixesAreRefused(Path file) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportFormat.of(file))
                .withMessageContaining("--report " + file)
                .withMessageContaining(".html")
                .withMessageContaining(".md");
    }
}
