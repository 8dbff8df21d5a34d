// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** Pieces cover the block and are whole tiles; several threads get at least four of them wherever there are enough tiles. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 12, 13, 96, 128, 784, 1024})
    void piecesAreWholeTiles(int m) {
        GemmKernels kernels = GemmKernels.vector();
        Blocking blocking = Blocking.of(kernels);
        int rows = blocking.pieceRows(m, true);
        int columns = blocking.pieceColumns(m, 2048, kernels.columns(), true);

        assertThat(rows % kernels.panel().rows()).isZero();
        assertThat(rows % kernels.rows().rows()).isZero();
        assertThat(columns % kernels.columns()).isZero();
        assertThat(rows).isBetween(12, blocking.mc());
        assertThat(Math.ceilDiv(m, rows) * Math.ceilDiv(2048, columns)).isGreaterThanOrEqualTo(4);
        assertThat(blocking.pieceRows(m, false)).isEqualTo(blocking.mc());
        assertThat(blocking.pieceColumns(m, 2048, kernels.columns(), false)).isEqualTo(2048);
    }
}
