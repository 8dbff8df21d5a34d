// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.initium.Shape;
import org.initium.Tensor;

/**
 * A table that grows by one character at a time, in memory proportional to its cells: neither the file nor a line is held
 * as text, so a file without line ends or commas does no harm.
 */
final class CsvTable {
    /** No cell of a table of numbers comes near this many characters; something that does is another kind of file. */
    private static final int LONGEST_CELL = 1_000;

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8; // As java.util.ArrayList: some machines stop there.
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Possessive, so that matching takes linear time whatever the text. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d++\\.?\\d*+|\\.\\d++)([eE][+-]?\\d++)?");

    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

    private final String name;
    private final StringBuilder cell = new StringBuilder();
    private float[] values = new float[1024];
    private int size;
    private int columns;
    private long line = 1;
    private int column = 1;
    private boolean started;
    private boolean header;

    /** The first cell of the first line that is not a finite number: a mistake unless the line is a header. */
    private FormatException failureInFirstLine;

    /** The first of the blank lines just read, which are a mistake unless the table ends with them; 0 if none. */
    private long blankLine;

    /** A table without rows; messages call its file {@code name}. */
    CsvTable(String name) {
        this.name = name;
    }

    /** Takes the next character. */
    void accept(char c) throws FormatException {
        if (c == BYTE_ORDER_MARK && !started) {
            started = true;
            return;
        }
        started = true;
        if (c == '\n') {
            endLine();
        } else if (c == ',') {
            endCell();
            column++;
        } else if (cell.length() < LONGEST_CELL) {
            cell.append(c);
        } else {
            throw FormatException.atCell(name, line, column, "over " + LONGEST_CELL + " characters", "a number");
        }
    }

    /** Ends the last line and the table. */
    Tensor finish() throws FormatException {
        if (column > 1 || !cell.isEmpty()) {
            endLine();
        }
        if (size == 0) {
            throw FormatException.atLine(name, line, "the end of the file", "a row of numbers");
        }
        return new Tensor(Shape.of(size / columns, columns), Arrays.copyOf(values, size));
    }

    private void endLine() throws FormatException {
        if (!cell.isEmpty() && cell.charAt(cell.length() - 1) == '\r') {
            cell.setLength(cell.length() - 1);
        }
        if (column == 1 && withoutMargins(cell).isEmpty()) {
            blankLine = blankLine == 0 ? line : blankLine;
            cell.setLength(0);
            line++;
            return;
        }
        endCell();
        if (columns == 0) {
            endFirstLine();
        } else if (column != columns) {
            throw FormatException.atLine(name, line, column + " cells", columns + " as in the first line");
        }
        line++;
        column = 1;
    }

    /** Decides what the first line was. */
    private void endFirstLine() throws FormatException {
        columns = column;
        if (failureInFirstLine != null && (!header || size > 0)) {
            throw failureInFirstLine;
        }
    }

    private void endCell() throws FormatException {
        if (blankLine > 0) {
            throw FormatException.atLine(name, blankLine, "a blank line", "a row of numbers");
        }
        String text = withoutMargins(cell);
        cell.setLength(0);
        boolean number = NUMBER.matcher(text).matches();
        boolean firstLine = columns == 0;
        if (firstLine && !number && !text.isEmpty() && !NOT_FINITE.matcher(text).matches()) {
            header = true;
        }
        float value = number ? Float.parseFloat(text) : Float.NaN;
        if (Float.isFinite(value)) {
            add(value);
            return;
        }
        FormatException failure = FormatException.atCell(
                name,
                line,
                column,
                FormatException.quote(text),
                number ? "a number within the range of a float" : "a finite decimal number");
        if (!firstLine) {
            throw failure;
        }
        failureInFirstLine = failureInFirstLine == null ? failure : failureInFirstLine;
    }

    private void add(float value) throws FormatException {
        if (size == values.length) {
            if (size == LARGEST_ARRAY) {
                throw FormatException.atLine(name, line, "more cells", "at most " + LARGEST_ARRAY);
            }
            values = Arrays.copyOf(values, (int) Math.min(LARGEST_ARRAY, 2L * size));
        }
        values[size++] = value;
    }

    private static String withoutMargins(CharSequence text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isMargin(text.charAt(begin))) {
            begin++;
        }
        while (begin < end && isMargin(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(begin, end).toString();
    }

    private static boolean isMargin(char c) {
        return c == ' ' || c == '\t';
    }
}
