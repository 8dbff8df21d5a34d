// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PanelsTest {
    /** A matrix with rows of 4. */
    private final float[] source = {0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23};

    private final Panels panels = new Panels(new GemmCopyScalar(), 2);

    @Test
    void packedLinesLieOnePanelAfterTheOther() {
        panels.pack(source, 1, 4, 1, 3, 2);

        assertLine(0, 0, 2, 1, 2);
        assertLine(0, 1, 2, 11, 12);
        assertLine(2, 0, 2, 21, 22);
    }

    @Test
    void neighboursAreLeftInPlaceButForANarrowLastPanel() {
        panels.inPlace(source, 1, 4, 3, 3);

        assertThat(panels.array(0)).isSameAs(source);
        assertLine(0, 0, 4, 1, 11, 21);
        assertLine(0, 1, 4, 2, 12, 22);
        assertThat(panels.array(2)).isNotSameAs(source);
        assertLine(2, 0, 2, 3, 13, 23);
    }

    @Test
    void aSmallerBlockReusesTheBuffer() {
        panels.pack(source, 0, 4, 1, 3, 4);
        float[] buffer = panels.array(0);
        panels.pack(source, 0, 1, 4, 4, 3);

        assertThat(panels.array(0)).isSameAs(buffer);
        assertLine(2, 1, 2, 3, 13, 23);
    }

    @Test
    void releaseForgetsTheCallersArray() {
        panels.inPlace(source, 0, 4, 4, 3);
        panels.release();

        assertThat(panels.array(0)).isNull();
    }

    private void assertLine(int first, int line, int stride, float... expected) {
        assertThat(panels.stride(first)).isEqualTo(stride);
        for (int p = 0; p < expected.length; p++) {
            assertThat(panels.array(first)[panels.offset(first) + p * stride + line])
                    .isEqualTo(expected[p]);
        }
    }
}
