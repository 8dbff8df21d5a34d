// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors of every reader and writer: the file and the reason in words. */
class TextFileTest {
    private static final Map<String, Reader> READERS = Map.of(
            "environment.json", Environment::read,
            "bench.json", JmhRun::read,
            "verify.json", VerificationSummary::read);

    @TempDir
    Path folder;

    private interface Reader {
        Object read(Path file) throws IOException;
    }

    @Test
    void aMissingFileIsCalledMissing() {
        READERS.forEach((name, reader) -> assertThatIOException()
                .isThrownBy(() -> reader.read(folder.resolve(name)))
                .withMessage(folder.resolve(name) + ": no such file or folder"));
    }

    @Test
    void aFolderIsCalledOne() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("bench.json"));
        assertThatIOException()
                .isThrownBy(() -> JmhRun.read(inner))
                .withMessageStartingWith(inner + ": ")
                .withMessageEndingWith("directory");
    }

    /** 0xE9 opens a sequence of three bytes, which the quotation mark breaks off; 0xE9 alone is the é of Latin-1. */
    @Test
    void whatIsNotUtf8IsSaidToBeSo() throws IOException {
        byte[] latin1 = {'"', (byte) 0xE9, '"'};
        for (Map.Entry<String, Reader> reader : READERS.entrySet()) {
            Path file = Files.write(folder.resolve(reader.getKey()), latin1);
            assertThatIOException()
                    .isThrownBy(() -> reader.getValue().read(file))
                    .withMessage(file + ": not UTF-8 text");
        }
        Path accepted = Files.write(folder.resolve("accepted.tsv"), latin1);
        assertThatIOException().isThrownBy(() -> Accepted.read(accepted)).withMessage(accepted + ": not UTF-8 text");
    }

    /** By way of the exceptions, since a test may run as a user whom nothing is denied. */
    @Test
    void theJdksBarePathsBecomeReasons() {
        Path file = Path.of("a.json");
        assertThat(TextFile.inWords(file, new AccessDeniedException("a.json"))).hasMessage("a.json: access denied");
        assertThat(TextFile.inWords(file, new AccessDeniedException("b", null, "locked")))
                .hasMessage("a.json: access denied");
        assertThat(TextFile.inWords(file, new DirectoryNotEmptyException("a.json")))
                .hasMessage("a.json: DirectoryNotEmptyException");
        assertThat(TextFile.inWords(file, new IOException("No space left on device")))
                .hasMessage("a.json: No space left on device");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedNotItsTemporary() throws IOException {
        Path nowhere = folder.resolve("nowhere").resolve("verify.json");
        assertThatIOException()
                .isThrownBy(() -> Samples.verification(true).write(nowhere))
                .withMessage(nowhere + ": no such file or folder");
        Path blocked = Files.createFile(folder.resolve("file")).resolve("verify.json");
        assertThatIOException()
                .isThrownBy(() -> Samples.verification(true).write(blocked))
                .withMessage(blocked + ": Not a directory");
    }
}
