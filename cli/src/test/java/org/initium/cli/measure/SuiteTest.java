// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.initium.results.Environment;
import org.initium.results.JmhRun;
import org.initium.results.Published;
import org.initium.results.Run;
import org.initium.results.VerificationSummary;
import org.initium.verification.Options;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {
    private static final Options FEW_CHECKS = new Options(Pattern.compile("exact_values zeros"), 42, false);

    @TempDir
    private Path root;

    private final StringWriter err = new StringWriter();
    private Path folder;
    private Published published;

    @BeforeEach
    void chooseFolders() {
        folder = root.resolve("out");
        published = new Published(root.resolve("published"));
    }

    private SuiteOutcome run(Suite.Measure measure) throws IOException {
        return new Suite(FEW_CHECKS, measure, published, new PrintWriter(err, true)).run(folder.resolve("r.html"));
    }

    private static JmhRun planted(Path file, double... forks) throws IOException {
        Files.writeString(file, RunFixture.bench(forks));
        return JmhRun.read(file);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesARunThatReads() throws IOException {
        SuiteOutcome outcome = run(file -> planted(file, 100));
        assertThat(outcome.passed()).isTrue();
        assertThat(outcome.summary()).contains("no published run to compare with");
        assertThat(files()).containsExactly("bench.json", "environment.json", "r.html", "verify.json");
        Run run = Run.read(folder);
        assertThat(run.bench().benchmarks()).hasSize(1);
        assertThat(run.verification().passed()).isTrue();
        assertThat(err.toString()).contains("[1/4]", "[4/4]", "No run of the same machine");
    }

    @Test
    void failedBenchmarksLeaveAReportOfTheRest() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("bench.json"), RunFixture.bench(1));
        SuiteOutcome outcome = run(file -> {
            throw new IOException("the benchmarks did not run through:\n  out of luck\n");
        });
        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.summary())
                .startsWith("FAILED: all ")
                .contains(", the benchmarks did not run through: out of luck; ")
                .hasLineCount(1);
        // The bench.json from before is of another run than the rest: it is gone.
        assertThat(files()).containsExactly("environment.json", "r.html", "verify.json");
        assertThat(Files.readString(folder.resolve("r.html"))).contains("No benchmark ran.", "out of luck");
    }

    @Test
    void comparesWithThePublishedRun() throws IOException {
        Environment now = Home.environment();
        Environment earlier = new Environment(
                now.schema(),
                "2026-01-01T00:00:00Z",
                new Environment.Source("1a2b3c4d5e6f", false, now.source().benchmarkHash(), "1.37"),
                now.machine(),
                now.java(),
                now.loadAverage());
        Path bench = root.resolve("bench.json");
        planted(bench, 100, 100.1, 99.9, 100.05, 99.95);
        published.add(bench, passed(), earlier);
        SuiteOutcome outcome = run(file -> planted(file, 120, 120.1, 119.9, 120.05, 119.95));
        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.summary()).contains("slower than 20260101T000000Z-1a2b3c4d5e6f");
    }

    private static VerificationSummary passed() {
        VerificationSummary.CheckResult check =
                new VerificationSummary.CheckResult("mean", "ones", "(3,)", 1, 1, "exactly", true, "", 0, "");
        return new VerificationSummary("1", 42, false, List.of(check), List.of(), 1);
    }

    @Test
    void aMalformedStoreIsNoticedBeforeAnythingIsDone() throws IOException {
        Files.createDirectories(published.root());
        Files.writeString(published.root().resolve("accepted.tsv"), "nonsense\n");
        refusesTheStore("accepted.tsv:1: expected key, date and reason");
        Files.write(published.root().resolve("accepted.tsv"), new byte[] {(byte) 0xff});
        refusesTheStore(published.root().resolve("accepted.tsv") + ": not UTF-8 text");
    }

    private void refusesTheStore(String message) {
        assertThatIOException()
                .isThrownBy(() -> run(file -> {
                    throw new AssertionError("measured");
                }))
                .withMessageContaining(message);
        assertThat(err.toString()).isEmpty();
        assertThat(folder).doesNotExist();
    }
}
