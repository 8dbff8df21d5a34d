// SPDX-License-Identifier: Apache-2.0
package org.initium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
    @Test
    void namesTheVersionAndTheKernels() {
        Cli cli = Cli.run("--version");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).startsWith("initium ").contains("Java 25");
    }

    @Test
    void everyCommandHasHelp() {
        assertThat(Cli.run("--help").out()).contains("Exit codes:").contains("Inconclusive");
        for (String command : new CommandLine(new Main()).getSubcommands().keySet()) {
            Cli cli = Cli.run(command, "--help");
            assertThat(cli.exitCode()).as(command).isZero();
            assertThat(cli.out()).as(command).contains("Usage: initium " + command);
            assertThat(cli.err()).as(command).isEmpty();
        }
    }

    @Test
    void writesACompletionScript() {
        assertThat(Cli.run("generate-completion").out()).contains("complete -F").contains("--initializer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "none | a command is missing, expected one of suite, init, describe, train",
                "trian | did you mean train",
                "init --sede 3 | did you mean --seed?",
                "init --shape 3,4 --out w.npy | Missing required option: '--initializer=NAME'",
                "describe he_normal --shape 3,x | is not a whole number from 0 to 2147483647",
                "describe he_normal --shape -3,4 | dimension -3 is negative",
                "init --seed 1.5 --initializer ones --shape 3 --out w.npy | is not a long",
            })
    void badUsageIsOneLineThatHelps(String line, String hint) {
        Cli cli = Cli.run(line.equals("none") ? new String[0] : line.split(" "));
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).hasLineCount(1).contains(hint).contains("--help explains");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--stacktrace describe he_norma --shape 3", "describe he_norma --shape 3 --stacktrace"})
    void showsTheStackTraceWhenAsked(String line) {
        assertThat(Cli.run(line.split(" ")).err())
                .contains("did you mean he_normal?")
                .contains("\tat org.initium.cli.shared.InitializerOptions.create");
    }

    @Test
    void anUnexpectedExceptionIsAnInternalErrorWithoutStackTrace() {
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(new Main()).setErr(new PrintWriter(err));
        int exitCode = new Errors(() -> false).report(line, new IllegalStateException("broken"));
        assertThat(exitCode).isEqualTo(70);
        assertThat(err)
                .hasToString("initium: internal error: java.lang.IllegalStateException: broken"
                        + " (--stacktrace shows more)" + System.lineSeparator());
    }

    @Test
    void tooLittleMemoryIsSaidInWords() {
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(new Main()).setErr(new PrintWriter(err));
        assertThat(new Errors(() -> false).report(line, new OutOfMemoryError())).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("MiB of memory").contains("INITIUM_OPTS=-Xmx8g");
    }

    @Test
    void aBadSystemPropertyIsSaidInWords() {
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(new Main()).setErr(new PrintWriter(err));
        Throwable cause = new IllegalArgumentException("-Dinitium.simd=foo: expected\nscalar");
        assertThat(new Errors(() -> false).report(line, new ExceptionInInitializerError(cause)))
                .isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo("initium: -Dinitium.simd=foo: expected scalar");
    }
}
