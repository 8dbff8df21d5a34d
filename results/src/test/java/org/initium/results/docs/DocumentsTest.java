// SPDX-License-Identifier: Apache-2.0
package org.initium.results.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    private static final String TEXT = """
            # Title
            <!-- begin one -->
            old
            <!-- end one -->
            between
            <!-- begin two -->
            <!-- end two -->
            """;

    @TempDir
    private Path folder;

    private Path file;
    private Documents documents;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("A.md"), TEXT);
        Files.writeString(folder.resolve("b.txt"), "<!-- begin nonsense -->");
        documents = new Documents(folder, Map.of("one", List.of("| 1 |", "", "| 2 |"), "two", List.of()));
    }

    /** The repository's own documents are what its results make; the tests run in the module's directory. */
    @Test
    void theCommittedDocumentsAreUpToDate() throws IOException {
        assertThat(Documents.of(Path.of("..")).stale()).isEmpty();
    }

    @Test
    void namesWhatDiffersAndWritesNothing() throws IOException {
        assertThat(documents.stale()).containsExactly("A.md: one");
        assertThat(file).hasContent(TEXT);
    }

    @Test
    void replacesWhatStandsBetweenTheMarks() throws IOException {
        assertThat(documents.update()).containsExactly("A.md: one");
        assertThat(Files.readString(file)).isEqualTo(TEXT.replace("old\n", "| 1 |\n\n| 2 |\n"));
        assertThat(documents.stale()).isEmpty();
        assertThat(documents.update()).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aMarkWithoutATableIsRefused() throws IOException {
        Files.writeString(file, TEXT.replace("begin two", "begin too"));
        assertThatIOException()
                .isThrownBy(documents::update)
                .withMessageContaining("A.md:6: no table is called 'too', expected one of");
    }

    @Test
    void aMarkWithoutABeginningIsRefused() throws IOException {
        String text = TEXT.replace("<!-- begin two -->\n", "");
        Files.writeString(file, text);
        assertThatIOException()
                .isThrownBy(documents::update)
                .withMessageContaining("A.md:6: 'two' ends here and does not begin");
        assertThat(file).hasContent(text);
    }

    /** Neither the end of the file nor the next part ends one. */
    @ParameterizedTest
    @ValueSource(strings = {"one", "two"})
    void aMarkWithoutAnEndIsRefused(String name) throws IOException {
        String text = TEXT.replace("<!-- end " + name + " -->\n", "");
        Files.writeString(file, text);
        assertThatIOException()
                .isThrownBy(documents::update)
                .withMessageContaining("'" + name + "' begins here and does not end");
        assertThat(file).hasContent(text);
    }
}
