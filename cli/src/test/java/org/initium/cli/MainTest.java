// SPDX-License-Identifier: Apache-2.0
package org.initium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
                "init --seed 1.5 --initializer ones --shape 3 --out w.npy | '1.5' is not a whole number",
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

    /** What {@code /dev/full} does; a print stream in between would swallow it as {@code System.out} does. */
    @ParameterizedTest
    @CsvSource({
        "describe he_normal --shape 3, 2",
        "describe he_normal --shape 3 --json, 2",
        "--help, 2",
        "train --data digits --layers 64;32;10 --lr 1e20 --epochs 3 --initializer he_normal, 1",
    })
    void aFullDiskOnStandardOutputIsAFailure(String line, int exitCode) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        StringWriter err = new StringWriter();
        PrintWriter out = new PrintWriter(new PrintStream(full), true);
        String[] args = line.replace(';', ',').split(" ");
        assertThat(Main.run(out, new PrintWriter(err), args)).isEqualTo(exitCode);
        assertThat(err.toString().lines().filter(text -> text.startsWith("initium: standard output: ")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-Dinitium.simd=foo | --version | -Dinitium.simd=foo: expected scalar, 64, 128, 256 or 512",
                "-Dinitium.simd=foo | init --initializer he_normal --shape 9 | -Dinitium.simd=foo: expected scalar",
                "-Dinitium.threads=0 | init --initializer he_normal --shape 200000 | -Dinitium.threads=0: expected a number",
                "-Dinitium.threads=0 | bench --quick | -Dinitium.threads=0 does not reach the JVMs that measure",
            })
    void aBadSystemPropertyEndsInOneLine(String property, String line, String message, @TempDir Path folder)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                property,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(line.split(" ")));
        if (line.startsWith("init")) {
            command.addAll(List.of("--out", folder.resolve("w.npy").toString()));
        }
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(Files.readAllLines(err).stream().filter(text -> !text.startsWith("WARNING: Using incubator")))
                .singleElement()
                .asString()
                .startsWith("initium")
                .contains(message);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(err);
        }
    }
}
