// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSetTest {
    @Test
    void beginsWithAllRows() {
        RowSet set = new RowSet(4, 3);
        set.track();
        set.add(2);
        assertThat(set.isAll()).isTrue();
        assertThat(set.spans()).isEqualTo(1);
        assertThat(set.from(0)).isZero();
        assertThat(set.to(0)).isEqualTo(12);
    }

    @Test
    void holdsEachRowOnce() {
        RowSet set = new RowSet(4, 3);
        set.track();
        set.clear();
        assertThat(set.spans()).isZero();
        for (int row : new int[] {3, 0, 3, 3, 0}) {
            set.add(row);
        }
        assertThat(rows(set)).containsExactly(3, 0);
        assertThat(set.from(0)).isEqualTo(9);
        assertThat(set.to(0)).isEqualTo(12);
        set.clear();
        set.add(0);
        assertThat(rows(set)).containsExactly(0);
        set.addAll();
        assertThat(set.to(0)).isEqualTo(12);
        set.clear();
        assertThat(set.spans()).isZero();
    }

    /** Rows of one, two and three digits to the base 256, in an order that visits all of them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 1_000, 65_536, 70_000})
    void sorts(int rows) {
        RowSet set = new RowSet(rows, 1);
        set.track();
        set.clear();
        int step = rows % 7 == 0 ? 11 : 7;
        for (long i = 0; i < rows; i++) {
            set.add((int) (i * step % rows));
        }
        set.sort();
        assertThat(rows(set)).isEqualTo(IntStream.range(0, rows).toArray());
        set.clear();
        set.add(rows - 1);
        set.add(0);
        set.sort();
        assertThat(rows(set)).isEqualTo(rows == 1 ? new int[] {0} : new int[] {0, rows - 1});
    }

    private static int[] rows(RowSet set) {
        return IntStream.range(0, set.spans()).map(set::row).toArray();
    }
}
