// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initium.cli.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @TempDir
    private Path folder;

    @Test
    void writesThePageOfARun() throws IOException {
        Path run = RunFixture.write(folder.resolve("run"), "Some CPU", "2026-01-01T00:00:00Z", 100, 101);
        Path report = folder.resolve("new/report.html");
        Cli cli = Cli.run("report", run.toString(), "--report", report.toString());
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).isEqualTo("report: " + report + System.lineSeparator());
        assertThat(Files.readString(report))
                .contains("Some CPU", "GemmBenchmark", "97.8 %", "git checkout 1a2b3c4d5e6f")
                .doesNotContain("<script");
    }

    @Test
    void refusesWhatIsNoRun() {
        Cli cli = Cli.run(
                "report",
                folder.toString(),
                "--report",
                folder.resolve("r.html").toString());
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).hasLineCount(1).contains("holds no bench.json");
        assertThat(folder.resolve("r.html")).doesNotExist();
    }
}
