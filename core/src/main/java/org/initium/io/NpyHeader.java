// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.initium.Shape;

/**
 * What stands before the data of a .npy file, as NEP 1 and the documentation of {@code numpy.lib.format} define it: the
 * magic string, a version, the length of the header, and the header, a Python dictionary padded with spaces.
 *
 * @param integers whether the numbers are signed integers, not floats
 * @param width bytes per number, 4 or 8
 * @param order byte order of the numbers
 * @param fortranOrder whether the first index varies fastest
 * @param shape the dimensions
 */
record NpyHeader(boolean integers, int width, ByteOrder order, boolean fortranOrder, Shape shape) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final String FLOATS = "'<f4', '>f4', '<f8' or '>f8'";
    private static final String NUMBERS = "'<f4', '>f4', '<f8', '>f8', '<i4', '>i4', '<i8' or '>i8'";

    /** The longest header that version 1.0 can announce; a float tensor of rank 64 needs less than 1,000 bytes. */
    private static final int LONGEST = 65_535;

    /** NumPy pads the header to a multiple of this, so that the data can be memory-mapped. */
    private static final int ALIGNMENT = 64;

    /** NumPy leaves room for the first dimension to grow to this many digits in place (since 1.23). */
    private static final int GROWTH_DIGITS = 21;

    /**
     * Reads up to the first byte of the data.
     *
     * @param integers whether integers will do as well as floats
     */
    static NpyHeader read(BinaryReader in, boolean integers) throws IOException {
        for (byte expected : MAGIC) {
            byte found = in.next(1, "magic string").get();
            if (found != expected) {
                throw FormatException.atByte(
                        in.file(),
                        in.offset() - 1,
                        String.format("byte 0x%02x", found),
                        String.format("0x%02x of the magic string \\x93NUMPY", expected));
            }
        }
        ByteBuffer version = in.next(2, "version");
        int major = Byte.toUnsignedInt(version.get());
        int minor = Byte.toUnsignedInt(version.get());
        if (major < 1 || major > 3 || minor != 0) {
            throw FormatException.atByte(
                    in.file(), in.offset() - 2, "version " + major + "." + minor, "version 1.0, 2.0 or 3.0");
        }
        long length = readLength(in, major);
        long start = in.offset();
        byte[] text = in.bytes((int) length, "header");
        if (length == 0 || text[text.length - 1] != '\n') {
            throw in.error("a header without a line feed at its end", "one that ends here in a line feed");
        }
        return parse(new HeaderScanner(in.file(), start, text), integers);
    }

    private static long readLength(BinaryReader in, int major) throws IOException {
        int width = major == 1 ? Short.BYTES : Integer.BYTES;
        ByteBuffer bytes = in.next(width, "header length").order(ByteOrder.LITTLE_ENDIAN);
        long length = major == 1 ? Short.toUnsignedLong(bytes.getShort()) : Integer.toUnsignedLong(bytes.getInt());
        if (length > LONGEST) {
            throw FormatException.atByte(
                    in.file(), in.offset() - width, "a header of " + length + " bytes", "at most " + LONGEST);
        }
        return length;
    }

    /** Parses the dictionary: exactly the keys descr, fortran_order and shape, each once, in any order. */
    private static NpyHeader parse(HeaderScanner scanner, boolean integers) throws FormatException {
        String type = null;
        Boolean fortranOrder = null;
        Shape shape = null;
        scanner.expect('{');
        boolean comma = true;
        while (!scanner.accept('}')) {
            if (!comma) {
                throw scanner.unexpected("',' or '}'");
            }
            long keyOffset = scanner.offset();
            String key = string(scanner);
            scanner.expect(':');
            if (key.equals("descr") && type == null) {
                type = type(scanner, integers);
            } else if (key.equals("fortran_order") && fortranOrder == null) {
                fortranOrder = bool(scanner);
            } else if (key.equals("shape") && shape == null) {
                shape = scanner.shape('(', ')', true);
            } else {
                throw scanner.errorAt(
                        keyOffset,
                        "key " + FormatException.quote(key),
                        "each of 'descr', 'fortran_order' and 'shape' once");
            }
            comma = scanner.accept(',');
        }
        if (type == null || fortranOrder == null || shape == null) {
            throw scanner.unexpected("the keys 'descr', 'fortran_order' and 'shape' before it");
        }
        if (!scanner.atEnd()) {
            throw scanner.unexpected("nothing but spaces after the dictionary");
        }
        ByteOrder order = type.charAt(0) == '<' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        return new NpyHeader(type.charAt(1) == 'i', type.charAt(2) - '0', order, fortranOrder, shape);
    }

    private static String type(HeaderScanner scanner, boolean integers) throws FormatException {
        String expected = integers ? NUMBERS : FLOATS;
        long offset = scanner.offset();
        if (scanner.accept('[')) {
            throw scanner.errorAt(offset, "a structured dtype", expected);
        }
        String type = string(scanner);
        boolean known = switch (type) {
            case "<f4", ">f4", "<f8", ">f8" -> true;
            case "<i4", ">i4", "<i8", ">i8" -> integers;
            default -> false;
        };
        if (!known) {
            throw scanner.errorAt(offset, "dtype " + FormatException.quote(type), expected);
        }
        return type;
    }

    private static String string(HeaderScanner scanner) throws FormatException {
        if (scanner.accept('"')) {
            return scanner.restOfString('"');
        }
        scanner.expect('\'');
        return scanner.restOfString('\'');
    }

    private static boolean bool(HeaderScanner scanner) throws FormatException {
        if (scanner.acceptWord("True")) {
            return true;
        }
        if (scanner.acceptWord("False")) {
            return false;
        }
        throw scanner.unexpected("True or False");
    }

    /**
     * Everything before the data of a little-endian float tensor in row-major order, byte for byte as NumPy 2 writes it.
     *
     * @throws IllegalArgumentException if NumPy could not read a tensor of this rank
     */
    static byte[] encode(Shape shape) {
        HeaderScanner.checkRank(shape);
        StringBuilder header = new StringBuilder("{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }");
        if (shape.rank() > 0) {
            header.append(
                    " ".repeat(GROWTH_DIGITS - String.valueOf(shape.dim(0)).length()));
        }
        int prefix = MAGIC.length + 2 + Short.BYTES;
        int unpadded = prefix + header.length() + 1;
        header.append(" ".repeat(ALIGNMENT - unpadded % ALIGNMENT)).append('\n'); // A full 64 where none are missing.
        return ByteBuffer.allocate(prefix + header.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) header.length())
                .put(header.toString().getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
