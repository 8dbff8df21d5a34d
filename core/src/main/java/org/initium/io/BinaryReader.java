// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.initium.Shape;

/**
 * Reads a binary file from front to back, knows how far it is and how much is left, and names the file and the byte in
 * every failure.
 */
final class BinaryReader implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int UNKNOWN = -1;
    private static final int GZIP_MAGIC = 0x1f8b; // RFC 1952, section 2.3.1

    private final Path file;
    private final InputStream in;
    private final long length;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long offset;

    private BinaryReader(Path file, InputStream in, long length) {
        this.file = file;
        this.in = in;
        this.length = length;
    }

    /** Opens a regular file, whose length tells beforehand what can be in it. */
    static BinaryReader open(Path file) throws IOException {
        boolean special = Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
        if (special) { // Before opening, which would wait for a pipe's other end.
            throw new IOException(file + ": is a pipe or a device, expected a regular file");
        }
        InputStream in = FileAccess.open(file);
        try {
            return new BinaryReader(file, in, Files.size(file));
        } catch (IOException e) {
            in.close();
            throw FileAccess.named(file, e);
        }
    }

    /** Opens a file that may be compressed: its first two bytes tell, not its name. */
    static BinaryReader openPlainOrGzip(Path file) throws IOException {
        try (BinaryReader plain = open(file)) {
            if (plain.length < 2 || plain.next(2, "two bytes").getShort() != (short) GZIP_MAGIC) {
                return open(file);
            }
        }
        InputStream in = FileAccess.open(file);
        try {
            InputStream unzipped = new GZIPInputStream(new BufferedInputStream(in), BUFFER_BYTES);
            return new BinaryReader(file, unzipped, UNKNOWN);
        } catch (IOException e) {
            in.close();
            boolean damaged = e instanceof EOFException || e instanceof ZipException;
            throw damaged ? FormatException.atByte(file, 0, "a damaged gzip header", "an intact gzip file") : e;
        }
    }

    Path file() {
        return file;
    }

    /** Number of bytes read so far. */
    long offset() {
        return offset;
    }

    /** Whether the number of bytes is known beforehand; it is not for a compressed file. */
    boolean knowsLength() {
        return length != UNKNOWN;
    }

    /** Number of bytes not yet read, for a file whose length is known. */
    long remaining() {
        assert knowsLength();
        return length - offset;
    }

    /** Fails unless {@code count} more bytes are there; of a compressed file, passes. Call it before allocating. */
    void require(long count, String what) throws FormatException {
        if (knowsLength() && count > remaining()) {
            throw truncated(remaining(), count, what);
        }
    }

    /** Fails if anything follows. */
    void requireEnd() throws IOException {
        long extra = knowsLength() ? remaining() : fill(1);
        if (extra > 0) {
            throw error(knowsLength() ? "trailing bytes: " + extra : "trailing bytes", "the end of the file");
        }
    }

    /** The next {@code count} bytes, at most 65,536 of them, big-endian; valid until the next call. */
    ByteBuffer next(int count, String what) throws IOException {
        assert count <= BUFFER_BYTES;
        int got = fill(count);
        if (got < count) {
            throw truncated(got, count, what);
        }
        offset += count;
        return ByteBuffer.wrap(buffer, 0, count);
    }

    /** The next {@code count} bytes in an array of their own. The length must be known. */
    byte[] bytes(int count, String what) throws IOException {
        assert knowsLength();
        require(count, what);
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw truncated(bytes.length, count, what);
        }
        offset += count;
        return bytes;
    }

    /**
     * Reads {@code count} floating-point numbers of {@code width} bytes into {@code out[from ..]}. Numbers of 8 bytes are
     * rounded to the nearest float, ties to even.
     */
    void floats(float[] out, int from, int count, int width, ByteOrder order) throws IOException {
        assert width == Float.BYTES || width == Double.BYTES;
        int chunk = BUFFER_BYTES / width;
        int end = from + count;
        for (int n, at = from; at < end; at += n) {
            n = Math.min(chunk, end - at);
            ByteBuffer bytes = next(n * width, "data").order(order);
            if (width == Float.BYTES) {
                bytes.asFloatBuffer().get(out, at, n);
            } else {
                for (int i = 0; i < n; i++) {
                    out[at + i] = (float) bytes.getDouble();
                }
            }
        }
    }

    /** Reads {@code count} numbers of one byte, 0 to 255, into {@code out[from ..]}. */
    void unsignedBytes(float[] out, int from, int count) throws IOException {
        int end = from + count;
        for (int n, at = from; at < end; at += n) {
            n = Math.min(BUFFER_BYTES, end - at);
            ByteBuffer bytes = next(n, "data");
            for (int i = 0; i < n; i++) {
                out[at + i] = Byte.toUnsignedInt(bytes.get());
            }
        }
    }

    /** The shape that a file claims at this offset, if a tensor of it fits one array. */
    static Shape shape(Path file, long offset, int[] dimensions) throws FormatException {
        String expected = "at most " + Integer.MAX_VALUE + " elements, which one array holds";
        try {
            Shape shape = Shape.of(dimensions);
            if (shape.size() > Integer.MAX_VALUE) {
                throw FormatException.atByte(file, offset, "shape " + shape + " of " + shape.size(), expected);
            }
            return shape;
        } catch (IllegalArgumentException e) {
            throw FormatException.atByte(file, offset, e.getMessage(), expected);
        }
    }

    /** A failure at the next byte. */
    FormatException error(String found, String expected) {
        return FormatException.atByte(file, offset, found, expected);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Reads up to {@code count} bytes into the buffer, fewer only at the end of the file. */
    private int fill(int count) throws IOException {
        try {
            return in.readNBytes(buffer, 0, count);
        } catch (EOFException e) {
            throw error("the end of the compressed data", "more of it (the file is truncated)");
        } catch (ZipException e) {
            throw error("damaged compressed data (" + e.getMessage() + ")", "an intact gzip file");
        }
    }

    private FormatException truncated(long got, long count, String what) {
        return error("only " + got + " more bytes", count + " bytes of " + what + " (the file is truncated)");
    }
}
