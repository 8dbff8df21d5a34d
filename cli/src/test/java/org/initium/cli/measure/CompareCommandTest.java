// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initium.cli.Cli;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompareCommandTest {
    private static final String DAY_1 = "2026-01-01T00:00:00Z";
    private static final String DAY_2 = "2026-01-02T00:00:00Z";

    @TempDir
    private Path folder;

    private Path base;

    @BeforeEach
    void writeBase() throws IOException {
        base = RunFixture.write(folder.resolve("base"), "cpu", DAY_1, 100, 100.1, 99.9, 100.05, 99.95);
    }

    private Cli compare(Path current, String... more) {
        String[] args = new String[3 + more.length];
        args[0] = "compare";
        args[1] = base.toString();
        args[2] = current.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return Cli.run(args);
    }

    /** Five forks within 0.1 % of each other leave intervals far narrower than the limit of 5 %. */
    @ParameterizedTest
    @CsvSource({
        "1.00, 5%, SAME, 0",
        "1.02, 5%, SAME, 0",
        "1.20, 5%, SLOWER, 1",
        "0.80, 5%, FASTER, 0",
        "1.20, 30%, SAME, 0",
        "1.02, 0.01, SLOWER, 1"
    })
    void judges(double factor, String limit, String verdict, int exitCode) throws IOException {
        Path current = RunFixture.write(
                folder.resolve("new"),
                "cpu",
                DAY_2,
                factor * 100,
                factor * 100.1,
                factor * 99.9,
                factor * 100.05,
                factor * 99.95);
        Cli text = compare(current, "--limit", limit);
        assertThat(text.exitCode()).isEqualTo(exitCode);
        assertThat(text.out()).startsWith("**" + verdict + "**").contains("GemmBenchmark.initium[n=64]");
        assertThat(text.err()).isEmpty();
        Cli json = compare(current.resolve("bench.json"), "--limit", limit, "--json");
        assertThat(json.exitCode()).isEqualTo(exitCode);
        assertThat(json.json().get("rows").get(0).get("verdict").stringValue()).isEqualTo(verdict);
    }

    @Test
    void oneForkIsInconclusive() throws IOException {
        Cli cli = compare(RunFixture.write(folder.resolve("new"), "cpu", DAY_2, 500));
        assertThat(cli.exitCode()).isEqualTo(3);
        assertThat(cli.out()).contains("INCONCLUSIVE");
    }

    @Test
    void anotherMachineIsNotComparable() throws IOException {
        Cli cli = compare(RunFixture.write(folder.resolve("new"), "other cpu", DAY_2, 100, 100));
        assertThat(cli.exitCode()).isEqualTo(4);
        assertThat(cli.out()).contains("NOT_COMPARABLE").contains("CPU was cpu, is other cpu");
    }

    @Test
    void anUnknownMachineIsNotComparable() throws IOException {
        Path current = RunFixture.write(folder.resolve("new"), "cpu", DAY_2, 100, 100);
        Files.delete(current.resolve("environment.json"));
        Cli cli = compare(current);
        assertThat(cli.exitCode()).isEqualTo(4);
        assertThat(cli.out()).contains("there is no environment.json");
    }

    @Test
    void refusesWhatIsNoRun() throws IOException {
        assertThat(compare(folder.resolve("nowhere")).err()).hasLineCount(1).contains("nowhere: no such file");
        assertThat(compare(folder).err()).hasLineCount(1).contains("holds no bench.json");
        Path current = RunFixture.write(folder.resolve("new"), "cpu", DAY_2, 100, 100);
        Files.writeString(current.resolve("bench.json"), "[{\"benchmark\":");
        Cli cli = compare(current);
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).hasLineCount(1).contains("bench.json");
        Files.write(current.resolve("bench.json"), new byte[] {'[', (byte) 0xff, ']'});
        assertThat(compare(current).err()).hasLineCount(1).contains(current.resolve("bench.json") + ": not UTF-8 text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100%", "-5%", "NaN", "five", "%"})
    void refusesImpossibleLimits(String limit) throws IOException {
        Cli cli = compare(base, "--limit", limit);
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).hasLineCount(1).contains("--limit is '" + limit + "', expected more than 0%");
    }
}
