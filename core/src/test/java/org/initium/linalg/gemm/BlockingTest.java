// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockingTest {
    /** 784 is two sums of 392, not one of 512 and one of 272; 1025 is 342 + 342 + 341. */
    @ParameterizedTest
    @CsvSource({"1,1", "512,512", "513,257", "784,392", "1024,512", "1025,342"})
    void sumsAreOfEqualLength(int k, int expected) {
        assertThat(Blocking.depth(k)).isEqualTo(expected);
    }

    /** Several threads get at least four pieces of whole tiles, wherever there are enough tiles. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 12, 13, 63, 64, 96, 128, 784, 1024, 100_000})
    void piecesAreWholeTiles(int m) {
        Blocking blocking = Blocking.of(GemmKernels.vector());
        for (int height : new int[] {4, 6}) {
            int rows = blocking.pieceRows(m, height);
            int down = Math.ceilDiv(m, rows);
            int columns = blocking.pieceColumns(down, 1024, 32);

            assertThat(rows % height).isZero();
            assertThat(columns == 1024 || columns % 32 == 0).isTrue();
            assertThat(rows).isBetween(16, blocking.mc());
            assertThat(down * Math.ceilDiv(1024, columns)).isGreaterThanOrEqualTo(4);
        }
    }

    /** 1024 rows in pieces of 36: 15 and 14 of them, the last of 16 rows, for two threads. */
    @Test
    void twoThreadsShareEvenly() {
        assertThat(Blocking.of(GemmKernels.vector()).pieceRows(1024, 6)).isEqualTo(36);
        assertThat(Blocking.of(GemmKernels.vector()).pieceRows(128, 4)).isEqualTo(16);
    }
}
