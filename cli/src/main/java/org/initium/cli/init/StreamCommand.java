// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.init;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.initium.cli.shared.BaseCommand;
import org.initium.random.Key;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code initium stream}: the native sampler's words, for the batteries that test word generators. */
@Command(
        name = "stream",
        description =
                "Write the native sampler's 32-bit words, little-endian, to standard output until its reader ends.",
        footer = {
            "",
            "./initium stream --seed 42 | dieharder -a -g 200",
            "./initium stream --seed 42 --streams 16 | RNG_test stdin32",
        })
public final class StreamCommand extends BaseCommand {
    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "42",
            description = "Any whole number of 64 bits (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--streams",
            paramLabel = "K",
            description = "Take a word in turn from each of K children of the seed's key, instead of the key itself.")
    private Integer streams;

    @Option(names = "--words", paramLabel = "N", description = "Write N words in all (default: no end).")
    private Long words;

    private final OutputStream sink;
    private final BooleanSupplier terminal;

    /** For picocli. */
    public StreamCommand() {
        // System.out would swallow the broken pipe that ends the stream.
        this(new FileOutputStream(FileDescriptor.out), StreamCommand::isTerminal);
    }

    /** Writes to {@code sink}, which may be a terminal. */
    StreamCommand(OutputStream sink, BooleanSupplier terminal) {
        this.sink = sink;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (json()) {
            throw new IllegalArgumentException("--json: words are written as they are, expected no such option");
        }
        if (streams != null && (streams < 1 || streams > InterleavedWords.MOST)) {
            throw new IllegalArgumentException("--streams is " + streams + ", expected 1 to " + InterleavedWords.MOST);
        }
        if (words != null && words < 0) {
            throw new IllegalArgumentException("--words is " + words + ", expected 0 or more");
        }
        if (terminal.getAsBoolean()) {
            throw new IllegalArgumentException("standard output is a terminal, expected a pipe or a file: the words are"
                    + " bytes, such as ./initium stream --words 8 | od -t x4 shows");
        }
        Key key = Key.of(seed);
        InterleavedWords source =
                streams == null ? InterleavedWords.of(key) : InterleavedWords.ofChildren(key, streams);
        try {
            source.write(words == null ? Long.MAX_VALUE : words, sink);
        } catch (IOException e) {
            if (!readerHasGone(e)) {
                throw e;
            }
        }
        return 0;
    }

    /** Whether input and output are a terminal's; the JDK cannot tell of output alone. */
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Whether a write failed because nobody reads on; the JDK has no exception of its own for that, only the system's words. */
    private static boolean readerHasGone(IOException e) {
        return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("pipe");
    }
}
