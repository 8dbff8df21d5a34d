// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.init;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
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

    /** For picocli. */
    public StreamCommand() {
        // System.out would swallow the broken pipe that ends the stream.
        this(new FileOutputStream(FileDescriptor.out));
    }

    /** Writes to {@code sink}. */
    StreamCommand(OutputStream sink) {
        this.sink = sink;
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

    /** Whether a write failed because nobody reads on; the JDK has no exception of its own for that, only the system's words. */
    private static boolean readerHasGone(IOException e) {
        return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("pipe");
    }
}
