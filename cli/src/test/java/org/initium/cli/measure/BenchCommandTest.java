// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.initium.cli.Cli;
import org.initium.results.Environment;
import org.initium.results.JmhRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.RestoreSystemProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {
    @TempDir
    private Path folder;

    /** Measuring itself is the business of the benchmarks module; here nothing may be measured, or made. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nosuch --quick | no benchmark of the profile quick is called 'nosuch'",
                "( --quick | is not a regular expression",
                "Gemm Fill --quick | more than one regular expression: [Gemm, Fill]",
                "--quick --publish | are mutually exclusive",
                "Gemm --quick -- -zz | JMH refuses its arguments",
                "Gemm --publish | --publish measures all of its profile",
                "--quick -- -rf csv | -rf and -rff are not taken",
            })
    void refusesWhatCannotBeRun(String line, String message) {
        Path out = folder.resolve("out");
        Cli cli = Cli.run(("bench --out " + out + " " + line).split(" "));
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).hasLineCount(1).contains(message);
        assertThat(out).doesNotExist();
    }

    /** A copied folder, or one without Git: nobody could say what was measured. */
    @Test
    @RestoreSystemProperties
    void refusesToPublishWithoutACommit() {
        System.setProperty("initium.home", folder.toString());
        Path out = folder.resolve("out");
        Cli cli = Cli.run("bench", "--publish", "--out", out.toString());
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).hasLineCount(1).contains("is no Git work tree");
        assertThat(out).doesNotExist();
    }

    @Test
    void refusesToPublishWhatIsNotCommitted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchCommand.requireCommit(new Environment.Source("1a2b3c4d5e6f", true, "h", "1.37")))
                .withMessageContaining("files differ from 1a2b3c4d5e6f (git status names them)");
        assertThatNoException()
                .isThrownBy(
                        () -> BenchCommand.requireCommit(new Environment.Source("1a2b3c4d5e6f", false, "h", "1.37")));
    }

    @Test
    void tabulatesTimesAndRates() throws IOException {
        Path run = RunFixture.write(folder.resolve("run"), "cpu", "2026-01-01T00:00:00Z", 1000, 1024, 2000);
        JmhRun bench = JmhRun.read(run.resolve("bench.json"));
        StringWriter out = new StringWriter();
        BenchmarkTable.print(bench, new PrintWriter(out, true));
        // The middle fork took 1024 ns for 2 * 64^3 = 524288 operations: 512 in a nanosecond.
        assertThat(out.toString().strip())
                .isEqualTo("GemmBenchmark.initium[n=64]        1024 ns/op       512.0 GFLOP/s");
        assertThat(BenchmarkTable.json(bench).get(0))
                .containsEntry("score", 1024.0)
                .containsEntry("unit", "ns/op")
                .containsEntry("forks", 3);
    }
}
