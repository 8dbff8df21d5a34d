// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.initium.Shape;

/**
 * Walks over the text header of a binary file, of which .npy has a Python literal and .safetensors a JSON object: what the
 * two grammars share. Both headers have a fixed structure, so their parsers ask for what must come next; nothing recurses
 * and nothing is stored but what is wanted.
 */
final class HeaderScanner {
    /** Largest rank that NumPy 2 can hold (NPY_MAXDIMS). */
    static final int MAX_RANK = 64;

    private final Path file;
    private final long start;
    private final byte[] text;
    private int at;

    /** A scanner of the text that starts {@code start} bytes into the file. */
    HeaderScanner(Path file, long start, byte[] text) {
        this.file = file;
        this.start = start;
        this.text = text;
    }

    /**
     * Checks a tensor that is to be written.
     *
     * @throws IllegalArgumentException if no reader could be expected to take its rank
     */
    static void checkRank(Shape shape) {
        if (shape.rank() > MAX_RANK) {
            throw new IllegalArgumentException(
                    "shape has rank " + shape.rank() + ", expected at most " + MAX_RANK + ", which NumPy reads");
        }
    }

    /** Offset in the file of the next byte that is not white space. */
    long offset() {
        skipSpace();
        return start + at;
    }

    /** Whether only white space is left. */
    boolean atEnd() {
        skipSpace();
        return at == text.length;
    }

    /** Steps over this character if it comes next, after any white space. */
    boolean accept(char c) {
        skipSpace();
        if (at < text.length && text[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    /** Steps over this character or fails. */
    void expect(char c) throws FormatException {
        if (!accept(c)) {
            throw unexpected("'" + c + "'");
        }
    }

    /** Steps over this word if it comes next. */
    boolean acceptWord(String word) {
        skipSpace();
        byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
        int end = at + bytes.length;
        if (end > text.length || !Arrays.equals(text, at, end, bytes, 0, bytes.length)) {
            return false;
        }
        at = end;
        return true;
    }

    /**
     * What stands before the closing quotation mark of a string whose opening one has been taken; steps over the mark. A
     * backslash stays and takes the next byte along; control characters are refused.
     */
    String restOfString(char mark) throws FormatException {
        int begin = at;
        for (; at < text.length && text[at] != mark; at++) {
            if (text[at] >= 0 && text[at] < ' ') {
                throw error("an unescaped control character in a string", "text");
            }
            if (text[at] == '\\') {
                at++;
            }
        }
        at = Math.min(at, text.length);
        int end = at;
        expect(mark);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text, begin, end - begin))
                    .toString();
        } catch (CharacterCodingException e) {
            throw FormatException.atByte(file, start + begin, "bytes that are not UTF-8", "text in UTF-8");
        }
    }

    /** A whole number from 0 to 2^63-1, in decimal digits without leading zeros. */
    long wholeNumber() throws FormatException {
        skipSpace();
        int begin = at;
        long value = 0;
        for (; at < text.length && text[at] >= '0' && text[at] <= '9'; at++) {
            int digit = text[at] - '0';
            boolean leadingZero = at > begin && value == 0;
            if (leadingZero || value > (Long.MAX_VALUE - digit) / 10) {
                at = begin;
                throw unexpected("a whole number from 0 to 2^63-1, without leading zeros");
            }
            value = 10 * value + digit;
        }
        if (at == begin) {
            throw unexpected("a whole number");
        }
        return value;
    }

    /**
     * A list of dimensions in brackets, of a tensor that fits one array.
     *
     * @param pythonTuple whether a list of one must and any other may end in a comma, as in Python; none may in JSON
     */
    Shape shape(char open, char close, boolean pythonTuple) throws FormatException {
        long begin = offset();
        expect(open);
        int[] dimensions = new int[MAX_RANK];
        int rank = 0;
        boolean comma = true;
        while (!accept(close)) {
            if (!comma) {
                throw unexpected("',' or '" + close + "'");
            }
            if (rank == MAX_RANK) {
                throw unexpected("at most " + MAX_RANK + " dimensions");
            }
            dimensions[rank++] = dimension();
            comma = accept(',');
        }
        boolean commaIsWrong = pythonTuple ? rank == 1 && !comma : rank > 0 && comma;
        if (commaIsWrong) {
            at--;
            throw unexpected(pythonTuple ? "',' after the only dimension" : "a dimension");
        }
        return BinaryReader.shape(file, begin, Arrays.copyOf(dimensions, rank));
    }

    /** A failure at the cursor that says what stands there. */
    FormatException unexpected(String expected) {
        skipSpace();
        int end = Math.min(text.length, at + 16);
        String found = at == text.length
                ? "the end of the header"
                : FormatException.quote(new String(text, at, end - at, StandardCharsets.ISO_8859_1).strip());
        return error(found, expected);
    }

    /** A failure at the cursor. */
    FormatException error(String found, String expected) {
        return FormatException.atByte(file, start + at, found, expected);
    }

    /** A failure at this offset in the file. */
    FormatException errorAt(long offset, String found, String expected) {
        return FormatException.atByte(file, offset, found, expected);
    }

    private int dimension() throws FormatException {
        long offset = offset();
        long value = wholeNumber();
        if (value > Integer.MAX_VALUE) {
            throw errorAt(offset, "a dimension of " + value, "at most " + Integer.MAX_VALUE);
        }
        return (int) value;
    }

    private void skipSpace() {
        while (at < text.length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r')) {
            at++;
        }
    }
}
