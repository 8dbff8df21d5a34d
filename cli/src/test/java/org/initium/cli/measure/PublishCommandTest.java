// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initium.benchmarks.Benchmarks;
import org.initium.cli.Cli;
import org.initium.results.JmhRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.RestoreSystemProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishCommandTest {
    private static final String BENCHMARKS = "0123456789abcdef0123456789abcdef";
    private static final String CORE = "fedcba9876543210fedcba9876543210";
    private static final String ORIGIN = "-Dinitium.origin=benchmarks:0123456789abcdef,core:fedcba9876543210";

    @TempDir
    private Path folder;

    private Path file;

    /** What JMH would write of five forks with these flags, parted by blanks. */
    private JmhRun run(String flags) throws IOException {
        file = folder.resolve("jmh.json");
        String list = "\"" + String.join("\", \"", flags.split(" ")) + "\"";
        Files.writeString(
                file, RunFixture.bench(1, 1, 1, 1, 1).replace("\"jvmArgs\": []", "\"jvmArgs\": [" + list + "]"));
        return JmhRun.read(file);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "-XX:UseAVX=2, '-Xmx1g -XX:UseAVX=2'", "-Xmx2g, -Xss1m"})
    void acceptsWhatWasMeasuredHere(String measured, String flags) throws IOException {
        JmhRun run = run((ORIGIN + " " + measured).strip());
        assertThatNoException()
                .isThrownBy(() -> MeasuredHere.require(file, run, BENCHMARKS, CORE, List.of(flags.split(" "))));
    }

    @ParameterizedTest
    @CsvSource({
        "-Xmx2g, '', in JVMs that do not name their sources",
        "-Dinitium.origin=benchmarks:0123456789abcdef, '', from other sources of core",
        "'-Dinitium.origin=benchmarks:0123456789abcdee,core:fedcba9876543210', '', from other sources of benchmarks",
        "'-Dinitium.origin=benchmarks:0123456789abcdef,core:fedcba9876543211', '', from other sources of core",
        "'" + ORIGIN
                + " -XX:UseAVX=2', '', 'with -XX:UseAVX=2, but this JVM runs without a limit on vectors: set INITIUM_OPTS'",
        "'" + ORIGIN + "', -XX:UseAVX=2, 'without a limit on vectors, but this JVM runs with -XX:UseAVX=2: set'",
        "'" + ORIGIN + " -XX:UseAVX=2', -XX:UseAVX=1, with -XX:UseAVX=2"
    })
    void refusesWhatWasMeasuredElsewhere(String measured, String flags, String message) throws IOException {
        JmhRun run = run(measured);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeasuredHere.require(file, run, BENCHMARKS, CORE, List.of(flags.split(" "))))
                .withMessageContaining("GemmBenchmark.initium[n=64] was measured " + message);
    }

    @Test
    void refusesFewForksAndNoRows() throws IOException {
        JmhRun run = run(ORIGIN);
        Files.writeString(file, Files.readString(file).replace("[1.0, 1.0, 1.0], ", ""));
        JmhRun single = JmhRun.read(file);
        assertThat(run.benchmarks()).isNotEqualTo(single.benchmarks());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeasuredHere.require(file, single, BENCHMARKS, CORE, List.of()))
                .withMessageContaining("in 1 forks, expected 5 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeasuredHere.require(file, new JmhRun(List.of()), BENCHMARKS, CORE, List.of()))
                .withMessageContaining("holds no benchmark");
    }

    @Test
    void refusesResultsWithoutAnOrigin() throws IOException {
        run("-Xmx2g");
        Cli cli = Cli.run("publish", file.toString());
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).hasLineCount(1).contains("expected those of benchmarks/target/benchmarks.jar");
    }

    @Test
    void refusesAMissingFile() {
        Cli cli = Cli.run("publish", folder.resolve("none.json").toString());
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).hasLineCount(1).contains("none.json").contains("no such file");
    }

    /** All fits but the folder, which is no work tree: nobody could say which commit it was. */
    @Test
    @RestoreSystemProperties
    void refusesToPublishWithoutACommit() throws IOException {
        run(Benchmarks.origin());
        System.setProperty("initium.home", folder.toString());
        Cli cli = Cli.run("publish", file.toString());
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).hasLineCount(1).contains("is no Git work tree");
        assertThat(folder.resolve("results")).doesNotExist();
    }
}
