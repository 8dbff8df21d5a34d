// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import java.nio.charset.StandardCharsets;

/** Strings of RFC 8259 (JSON), section 7, both ways; strict: no unknown escape, no half of a surrogate pair. */
final class JsonString {
    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANING = "\"\\/\b\f\n\r\t";

    private JsonString() {}

    /** The string that comes next, without quotation marks and escapes. */
    static String read(HeaderScanner scanner) throws FormatException {
        long position = scanner.offset();
        scanner.expect('"');
        String raw = scanner.restOfString('"');
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            c = raw.charAt(++i); // A backslash is never last: the scanner takes the next byte along.
            int simple = ESCAPED.indexOf(c);
            int unit = c == 'u' ? codeUnit(raw, i + 1) : -1;
            if (simple >= 0) {
                text.append(MEANING.charAt(simple));
            } else if (unit >= 0) {
                text.append((char) unit);
                i += 4;
            } else {
                throw scanner.errorAt(position, "a string with an unknown escape after '\\'", "JSON text");
            }
        }
        if (!isWellFormed(text)) {
            throw scanner.errorAt(position, "a string with half of a surrogate pair", "Unicode text");
        }
        return text.toString();
    }

    /**
     * The text in quotation marks, with escapes where JSON wants them.
     *
     * @throws IllegalArgumentException if it holds half of a surrogate pair, which UTF-8 cannot express
     */
    static String write(String text) {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("a name holds half of a surrogate pair, expected Unicode text");
        }
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int simple = c == '/' ? -1 : MEANING.indexOf(c);
            if (simple >= 0) {
                json.append('\\').append(ESCAPED.charAt(simple));
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    /** The value of four hexadecimal digits, or -1. */
    private static int codeUnit(String text, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = i < text.length() && text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static boolean isWellFormed(CharSequence text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
