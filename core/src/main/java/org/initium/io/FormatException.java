// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file whose content does not fit its format. The message is one line: the file, the place, what was found there and
 * what was expected, as in {@code w.npy at byte 22: found dtype '<i4', expected '<f4', '>f4', '<f8' or '>f8'}.
 */
public final class FormatException extends IOException {
    private static final long serialVersionUID = 1;

    /** Longest piece of a file that a message repeats, in characters; the rest would only bury the message. */
    private static final int LONGEST_QUOTE = 40;

    private FormatException(Object file, String place, String found, String expected) {
        super(file + " " + place + ": found " + found + ", expected " + expected);
    }

    /**
     * Names a place in a binary file.
     *
     * @param offset number of bytes before the place; of a compressed file, after decompression
     * @param found what stands there, in words
     * @param expected what the format asks for, in words
     */
    public static FormatException atByte(Path file, long offset, String found, String expected) {
        return new FormatException(file, "at byte " + offset, found, expected);
    }

    /** Names a cell of a table; lines and columns count from 1. A column counts cells, not characters. */
    static FormatException atCell(String file, long line, int column, String found, String expected) {
        return new FormatException(file, "at line " + line + ", column " + column, found, expected);
    }

    /** Names a line of a text file, counted from 1. */
    static FormatException atLine(String file, long line, String found, String expected) {
        return new FormatException(file, "at line " + line, found, expected);
    }

    /** The text in single quotes, shortened, with anything but printable ASCII written as an escape: always one line. */
    static String quote(CharSequence text) {
        StringBuilder quoted = new StringBuilder("'");
        for (int i = 0; i < Math.min(text.length(), LONGEST_QUOTE); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= '~') {
                quoted.append(c);
            } else {
                quoted.append(String.format("\\u%04x", (int) c));
            }
        }
        return quoted.append(text.length() > LONGEST_QUOTE ? "'..." : "'").toString();
    }
}
