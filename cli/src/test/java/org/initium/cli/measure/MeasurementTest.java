// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.initium.cli.Cli;
import org.initium.results.Conditions;
import org.initium.results.Environment;
import org.initium.results.JmhBenchmark;
import org.initium.results.JmhRun;
import org.initium.results.ScoreUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.RestoreSystemProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementTest {
    @TempDir
    private Path folder;

    private static JmhBenchmark row(String contender, String... flags) {
        Conditions.Iterations one = new Conditions.Iterations(1, "1 s");
        return new JmhBenchmark(
                "org.initium.benchmarks.GemmBenchmark." + contender,
                "avgt",
                1,
                Map.of(),
                new Conditions("1.37", List.of(flags), one, one),
                ScoreUnit.of("avgt", "ns/op"),
                1,
                Double.NaN,
                List.of(new double[] {1}),
                Map.of());
    }

    @Test
    void recordsEachFlagOfAnyForkOnce() {
        JmhRun run = new JmhRun(List.of(
                row("initium", "-Xmx2g", "-Dinitium.threads=1"),
                row("initiumScalar", "-Xmx2g", "-Dinitium.threads=1", "-Dinitium.simd=scalar"),
                row("jdk", "-Xmx2g")));
        Environment before = RunFixture.environment("cpu", "2026-01-01T00:00:00Z");
        Environment after = Measurement.withFlags(before, run);
        assertThat(after.java().flags()).containsExactly("-Xmx2g", "-Dinitium.threads=1", "-Dinitium.simd=scalar");
        assertThat(after.java().version()).isEqualTo(before.java().version());
        assertThat(after.machine()).isEqualTo(before.machine());
    }

    /** Even the value that would be the default: whoever sets it expects it to count. */
    @ParameterizedTest
    @CsvSource({
        "suite, initium.simd, scalar",
        "suite, initium.threads, 2",
        "bench, initium.simd, 128",
        "bench, initium.threads, 1",
        "bench, initium.simd, foo",
    })
    @RestoreSystemProperties
    void refusesSettingsThatTheForksDoNotInherit(String command, String name, String value) {
        System.setProperty(name, value);
        Path out = folder.resolve("out");
        Cli cli = command.equals("suite")
                ? Cli.run("suite", "--report", out.resolve("r.html").toString())
                : Cli.run("bench", "--quick", "--out", out.toString());
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err())
                .hasLineCount(1)
                .contains("-D" + name + "=" + value + " does not reach the JVMs that measure");
        assertThat(out).doesNotExist();
    }
}
