// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackingTest {
    private static final GemmKernel TWO_BY_THREE = new GemmKernel() {
        @Override
        public int rows() {
            return 2;
        }

        @Override
        public int columns() {
            return 3;
        }

        @Override
        public void tile(
                int depth,
                float[] a,
                int aOffset,
                float[] b,
                int bOffset,
                float alpha,
                float beta,
                float[] c,
                int cOffset,
                int ldc) {
            throw new UnsupportedOperationException();
        }
    };

    /** Rows 0 to 2 of a matrix with rows of 4, from its second column: the last panel is filled up with zeros. */
    @Test
    void panelsArePaddedWithZerosWhateverTheBufferHeld() {
        Packing packing = new Packing(TWO_BY_THREE);
        float[] ones = {1, 1, 1, 1, 1, 1, 1, 1};
        packing.packA(ones, 0, 2, 1, 4, 2);
        float[] source = {0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23};

        assertThat(packing.packA(source, 1, 4, 1, 3, 2)).containsExactly(1, 11, 2, 12, 21, 0, 22, 0);
        assertThat(packing.packB(source, 1, 4, 1, 2, 2)).containsExactly(1, 11, 0, 2, 12, 0);
        assertThat(packing.packB(source, 0, 1, 4, 4, 2)).containsExactly(0, 1, 2, 10, 11, 12, 3, 0, 0, 13, 0, 0);
    }
}
