// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.initium.cli.Cli;
import org.initium.random.Key;
import org.initium.random.NativeWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class StreamCommandTest {
    /** A reader that goes after so many bytes; what a write says then is the system's own words. */
    private static final class Reader extends OutputStream {
        private final int most;
        private final String words;
        private int read;

        Reader(int most, String words) {
            this.most = most;
            this.words = words;
        }

        @Override
        public void write(int b) throws IOException {
            if (read == most) {
                throw new IOException(words);
            }
            read++;
        }
    }

    private static byte[] stream(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(new CommandLine(new StreamCommand(out, () -> false)).execute(args))
                .isZero();
        return out.toByteArray();
    }

    /** The first words of seed 42, as core's NativeWordsTest has them from an independent program. */
    @Test
    void writesLittleEndianWords() {
        assertThat(stream("--words", "3")).isEqualTo(new byte[] {
            (byte) 0xcd,
            0x05,
            (byte) 0xbd,
            (byte) 0xb3,
            0x08,
            0x61,
            (byte) 0xc3,
            (byte) 0xb7,
            0x5f,
            0x32,
            0x6f,
            (byte) 0x91
        });
        assertThat(stream("--words", "0")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 10000", "3, 12288", "3, 12289", "16, 70001"})
    void interleavesChildren(int streams, int count) {
        ByteBuffer bytes = ByteBuffer.wrap(stream("--seed", "-5", "--streams", "" + streams, "--words", "" + count))
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.capacity()).isEqualTo(4 * count);
        int length = count / streams + 1;
        int[][] words = new int[streams][length];
        for (int s = 0; s < streams; s++) {
            NativeWords.fill(Key.of(-5).child(s), 0, length, words[s], 0);
        }
        for (int i = 0; i < count; i++) {
            assertThat(bytes.getInt(4 * i)).isEqualTo(words[i % streams][i / streams]);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, Broken pipe", "100000, Broken pipe", "7, The pipe has been ended"})
    void endsQuietlyWhenTheReaderGoes(int bytes, String words) throws IOException {
        StreamCommand command = new StreamCommand(new Reader(bytes, words), () -> false);
        new CommandLine(command).parseArgs();
        assertThat(command.call()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"No space left on device", ","})
    void otherFailuresAreErrors(String words) {
        StreamCommand command = new StreamCommand(new Reader(5, words), () -> false);
        new CommandLine(command).parseArgs();
        assertThatThrownBy(command::call).isInstanceOf(IOException.class).hasMessage(words);
    }

    @Test
    void refusesATerminal() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StreamCommand command = new StreamCommand(out, () -> true);
        new CommandLine(command).parseArgs("--words", "8");
        assertThatIllegalArgumentException()
                .isThrownBy(command::call)
                .withMessageStartingWith("standard output is a terminal, expected a pipe or a file");
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--streams 0 | --streams is 0, expected 1 to 1024",
                "--streams 1025 | --streams is 1025, expected 1 to 1024",
                "--words -1 | --words is -1, expected 0 or more",
                "--seed x | is not a long",
                "--words 1 --json | --json: words are written as they are",
            })
    void refusesBadUsage(String line, String message) {
        Cli cli = Cli.run(("stream " + line).split(" "));
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err()).hasLineCount(1).contains(message);
    }
}
