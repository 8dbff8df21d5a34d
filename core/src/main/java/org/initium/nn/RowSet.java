// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.util.Arrays;

/**
 * The rows of a gradient that may hold anything but zeros: all of them, or those that were named since {@link #clear}.
 *
 * <p>Naming, forgetting and visiting rows takes time by their number, not by the size of the matrix.
 */
final class RowSet {
    private static final int RADIX_BITS = 8;

    private final int rows;
    private final int length;
    private boolean all = true;
    /** {@code members[0 .. size - 1]} are the rows of the set, unless that is all. */
    private int[] members;

    private int size;
    /** {@code marks[row] == mark} for the members, so that clearing needs only another mark. */
    private int[] marks;

    private int mark;
    private int[] sorted;
    private int[] counts;

    /** All rows of a (rows, length) matrix. */
    RowSet(int rows, int length) {
        this.rows = rows;
        this.length = length;
    }

    /** Makes room for single rows; all remain in the set. Allocates, which nothing else here does. */
    void track() {
        if (members == null) {
            members = new int[rows];
            sorted = new int[rows];
            marks = new int[rows];
            counts = new int[1 << RADIX_BITS];
        }
    }

    /** Removes every row; after {@link #track} only. */
    void clear() {
        all = false;
        size = 0;
        if (++mark == 0) { // After 2^32 steps, some mark might be as old as this one.
            Arrays.fill(marks, 0);
            mark = 1;
        }
    }

    /** Adds a row unless it is there. */
    void add(int row) {
        if (!all && marks[row] != mark) {
            marks[row] = mark;
            members[size++] = row;
        }
    }

    /** Adds every row. */
    void addAll() {
        all = true;
    }

    /** Whether every row was added at once. */
    boolean isAll() {
        return all;
    }

    /** Number of spans that cover the set: one for all rows, or one for each. */
    int spans() {
        return all ? 1 : size;
    }

    /** The row of a span, unless all are in one. */
    int row(int span) {
        assert !all;
        return members[span];
    }

    /** Index of the first element of a span. */
    int from(int span) {
        return all ? 0 : members[span] * length;
    }

    /** Index after the last element of a span. */
    int to(int span) {
        return all ? rows * length : (members[span] + 1) * length;
    }

    /** Puts the spans in the order of their elements: radix sort, least significant digit first. */
    void sort() {
        if (all) {
            return;
        }
        for (int shift = 0; rows - 1 >>> shift > 0; shift += RADIX_BITS) {
            Arrays.fill(counts, 0);
            for (int i = 0; i < size; i++) {
                counts[digit(members[i], shift)]++;
            }
            int before = 0;
            for (int d = 0; d < counts.length; d++) {
                int count = counts[d];
                counts[d] = before;
                before += count;
            }
            for (int i = 0; i < size; i++) {
                sorted[counts[digit(members[i], shift)]++] = members[i];
            }
            int[] old = members;
            members = sorted;
            sorted = old;
        }
    }

    private static int digit(int row, int shift) {
        return row >>> shift & (1 << RADIX_BITS) - 1;
    }
}
