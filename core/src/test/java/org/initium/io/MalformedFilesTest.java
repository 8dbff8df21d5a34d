// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A valid file of each format, cut at every length and with every byte changed: each reader reads it or throws an
 * {@link IOException} of one line, and allocates little either way.
 */
class MalformedFilesTest {
    /** What one read may allocate: the first chunk of a compressed file, 256 KiB, and three times that for everything else. */
    private static final long ALLOWANCE = 1 << 20;

    /** At least as many bytes as any of the headers has; beyond them every change is just another number. */
    private static final int HEADERS = 248;

    private interface Reader {
        Object read(Path file) throws IOException;
    }

    private enum Format {
        NPY(Npy::read),
        NPY_FORTRAN(Npy::read),
        NPY_VERSION_2(Npy::read),
        NPY_INTEGERS(Npy::readDoubles),
        SAFETENSORS(SafeTensors::read),
        IDX(Idx::read),
        IDX_GZIP(Idx::read),
        CSV(Csv::read);

        private final Reader reader;

        Format(Reader reader) {
            this.reader = reader;
        }

        byte[] valid() throws IOException {
            return switch (this) {
                case NPY -> Files.readAllBytes(TestFiles.resource("c_f32.npy"));
                case NPY_FORTRAN -> Files.readAllBytes(TestFiles.resource("fortran_f64.npy"));
                case NPY_VERSION_2 -> Files.readAllBytes(TestFiles.resource("version2_f32.npy"));
                case NPY_INTEGERS -> Files.readAllBytes(TestFiles.resource("int32.npy"));
                case SAFETENSORS -> Files.readAllBytes(TestFiles.resource("weights.safetensors"));
                case IDX -> idx();
                case IDX_GZIP -> TestFiles.gzip(idx());
                case CSV -> "\ufeffa,b\r\n1,-2.5e3\r\n.5,4\n".getBytes(StandardCharsets.UTF_8);
            };
        }

        /** Zeros of shape (1, 2, 3). */
        private static byte[] idx() {
            ByteBuffer bytes = ByteBuffer.allocate(16 + 6);
            return bytes.putInt(0x0803).putInt(1).putInt(2).putInt(3).array();
        }
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void readsTheValidFile(Format format) throws IOException {
        Path file = Files.write(folder.resolve("valid"), format.valid());
        assertThatCode(() -> format.reader.read(file)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void survivesEveryTruncation(Format format) throws IOException {
        byte[] valid = format.valid();
        for (int length = 0; length < valid.length; length++) {
            boolean read = survives(format, Arrays.copyOf(valid, length));
            // Every format but CSV says how long it is.
            assertThat(read && format != Format.CSV)
                    .as("first %d bytes", length)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void survivesEveryChangedByte(Format format) throws IOException {
        byte[] valid = format.valid();
        for (int i = 0; i < Math.min(valid.length, HEADERS); i++) {
            for (int value : replacements(valid[i])) {
                byte[] changed = valid.clone();
                changed[i] = (byte) value;
                survives(format, changed);
            }
        }
    }

    /** Each bit flipped, and the bytes that mean something to a header. */
    private static List<Integer> replacements(byte original) {
        List<Integer> values = new ArrayList<>(List.of(0, 0xff));
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            values.add(original ^ 1 << bit);
        }
        for (char c : "9-,'\"\\)]} \n".toCharArray()) {
            values.add((int) c);
        }
        return values;
    }

    /** Whether the file could be read; anything but success or an IOException of one line fails the test. */
    private boolean survives(Format format, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        Outcome outcome = read(format, file);
        if (outcome.allocated() >= ALLOWANCE) {
            // To read, or to fail in some way, for the first time loads classes: 0.4 MB.
            // What the file itself makes the reader allocate, it allocates again.
            outcome = read(format, file);
        }
        assertThat(outcome.allocated()).isLessThan(ALLOWANCE);
        if (outcome.refusal() != null) {
            assertThat(outcome.refusal().getMessage())
                    .startsWith(file.toString())
                    .doesNotContain("\n");
        }
        return outcome.refusal() == null;
    }

    /**
     * How a reading went.
     *
     * @param refusal null if the file could be read
     * @param allocated bytes
     */
    private record Outcome(IOException refusal, long allocated) {}

    private static Outcome read(Format format, Path file) {
        IOException refusal = null;
        long before = TestFiles.allocatedBytes();
        try {
            format.reader.read(file);
        } catch (IOException e) {
            refusal = e;
        }
        return new Outcome(refusal, TestFiles.allocatedBytes() - before);
    }
}
