// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedTest {
    private static final Environment FIRST = Samples.environment("2026-01-01T00:00:00Z", "h");
    private static final Environment SECOND = Samples.environment("2026-01-02T00:00:00Z", "h");
    private static final VerificationSummary PASSED = Samples.verification(true);

    @TempDir
    Path folder;

    private Path bench;
    private Published published;

    @BeforeEach
    void store() throws IOException {
        bench = Files.writeString(folder.resolve("bench.json"), JmhRunTest.sample());
        published = new Published(folder.resolve("published"));
    }

    /** What the repository itself publishes; the tests run in the module's directory. */
    @Test
    void thePublishedResultsAreValid() throws IOException {
        Path root = Path.of("published");
        assertThat(root).isDirectory();
        assertThat(new Published(root).validate()).isEmpty();
    }

    @Test
    void aRunIsAddedWithoutTheFolderOfJavaAndReadBack() throws IOException {
        Path directory = published.add(bench, PASSED, FIRST);
        assertThat(directory)
                .isEqualTo(published
                        .root()
                        .resolve(Fingerprint.of(FIRST).slug())
                        .resolve("20260101T000000Z-0123456789ab"));
        String original = Files.readString(bench);
        assertThat(original).contains("\"jvm\" : \"/opt/jdk-25/bin/java\"");
        assertThat(directory.resolve("bench.json"))
                .hasContent(original.replace("\"jvm\" : \"/opt/jdk-25/bin/java\"", "\"jvm\" : \"java\""));
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(3);
        }
        Run run = Run.read(directory);
        assertThat(run.environment()).isEqualTo(FIRST);
        assertThat(run.verification().checks()).isEqualTo(PASSED.checks());
        assertThat(published.validate()).isEmpty();
        assertThat(published.runs()).hasSize(1);
    }

    @Test
    void nothingPublishedIsOverwritten() throws IOException {
        Path directory = published.add(bench, PASSED, FIRST);
        String before = Files.readString(directory.resolve("verify.json"));
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> published.add(bench, PASSED, FIRST))
                .withMessageContaining("append-only");
        assertThat(directory.resolve("verify.json")).hasContent(before.strip());
        assertThat(published.validate()).isEmpty();
    }

    @Test
    void theSpeedOfWrongResultsIsNotPublished() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> published.add(bench, Samples.verification(false), FIRST))
                .withMessageContaining("1 of 89 checks failed");
        assertThat(published.root()).doesNotExist();
    }

    @Test
    void aMalformedBenchmarkFileLeavesNothingBehind() throws IOException {
        Files.writeString(bench, "[");
        assertThatIOException().isThrownBy(() -> published.add(bench, PASSED, FIRST));
        assertThat(published.root()).doesNotExist();
    }

    @Test
    void unknownSourcesAreNotPublished() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> published.add(bench, PASSED, Samples.environment("2026-01-01T00:00:00Z", "unknown")))
                .withMessageContaining("benchmark hash");
    }

    @Test
    void theNewestComparableRunIsTheBase() throws IOException {
        assertThat(published.latestComparable(SECOND)).isEmpty();
        published.add(bench, PASSED, FIRST);
        published.add(bench, PASSED, SECOND);
        published.add(bench, PASSED, Samples.environment("2026-01-03T00:00:00Z", "other benchmarks"));
        Environment now = Samples.environment("2026-01-04T00:00:00Z", "h");
        assertThat(published.latestComparable(now).orElseThrow().environment()).isEqualTo(SECOND);
        // a run that is published already is not its own base
        assertThat(published.latestComparable(SECOND).orElseThrow().environment())
                .isEqualTo(FIRST);
    }

    @ParameterizedTest
    @CsvSource({
        "environment.json, 0123456789ab, ba9876543210, its files say 20260101T000000Z-ba9876543210",
        "environment.json, amd64, aarch64, its files say fingerprint",
        "environment.json, 1.37, 1.36, 'environment says JMH 1.36, results say 1.37'",
        "environment.json, '\"schema\" : 1', '\"schema\" : 9', schema 9",
        "verify.json, '\"passed\" : true', '\"passed\" : false', not every check passed",
        "verify.json, '\"alpha\" : 3.1E-9', '\"alpha\" : 2', 'alpha 2.0'",
        "verify.json, '\"seed\"', '\"sead\"', seed",
        "bench.json, us/op, ops/s, contradicts"
    })
    void aTamperedRunIsFound(String file, String from, String to, String message) throws IOException {
        Path target = published.add(bench, PASSED, FIRST).resolve(file);
        String text = Files.readString(target);
        assertThat(text).contains(from);
        Files.writeString(target, text.replace(from, to));
        assertThat(published.validate()).singleElement().asString().contains(message);
        assertThatIOException().isThrownBy(published::runs).withMessageContaining(message);
    }

    @Test
    void strayAndMissingFilesAreFound() throws IOException {
        Path directory = published.add(bench, PASSED, FIRST);
        Files.writeString(directory.resolve("notes.txt"), "");
        assertThat(published.validate()).singleElement().asString().contains("notes.txt");
        Files.move(directory.resolve("notes.txt"), published.root().resolve("notes.txt"));
        assertThat(published.validate()).singleElement().asString().contains("notes.txt");
        Files.delete(published.root().resolve("notes.txt"));
        Files.delete(directory.resolve("verify.json"));
        assertThat(published.validate()).singleElement().asString().contains("verify.json is missing");
        Files.writeString(published.root().resolve("accepted.tsv"), "oops\n");
        assertThat(published.validate()).hasSize(2);
    }
}
