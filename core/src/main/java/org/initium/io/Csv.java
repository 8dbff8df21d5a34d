// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.initium.Tensor;

/**
 * Tables of numbers in text: one row per line, cells separated by commas.
 *
 * <p>Accepted are lines that end in LF or CRLF, blank lines at the end, spaces and tabs around a cell, a UTF-8 byte order
 * mark, and one header line. A number is written in decimal, as {@code -12}, {@code .5}, {@code 3.} or {@code 1e-3}, and is
 * rounded to the nearest float. The first line is a header if a cell of it is a name, that is, holds something else than a
 * number, and none is a number; so a first row with a mistake in it is refused rather than silently lost. An empty cell,
 * {@code NaN} or an infinity is neither, and refused in every other line. Quotation marks have no meaning: a header cell may hold them, but a
 * comma between them still separates.
 */
public final class Csv {
    private static final int BUFFER_CHARS = 1 << 14;

    private Csv() {}

    /**
     * Reads a table of shape (rows, columns), without its header line.
     *
     * @throws FormatException if there is no row, the rows differ in length, a cell is not a finite number, or there are more
     *     cells than one array holds; the message names line, column and text
     * @throws IOException if the file cannot be read
     */
    public static Tensor read(Path file) throws IOException {
        try (InputStream in = FileAccess.open(file)) {
            return read(in, file.toString());
        }
    }

    /** As {@link #read(Path)}, from a stream that messages call {@code name}. */
    static Tensor read(InputStream in, String name) throws IOException {
        CsvTable table = new CsvTable(name);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        char[] buffer = new char[BUFFER_CHARS];
        for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
            for (int i = 0; i < n; i++) {
                table.accept(buffer[i]);
            }
        }
        return table.finish();
    }
}
