// SPDX-License-Identifier: Apache-2.0
package org.initium.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ZigguratTablesTest {
    /** Area of a layer: {@code TAIL f(TAIL)} and the tail beyond it, with f(x) = exp(-x^2 / 2). */
    private static final double AREA = 0.0049286732339746549;

    /**
     * Recomputes the tables from the layers' area, from the lowest layer up. The rounding errors of the edges add up to
     * 2.5e-14 at the narrow top, as measured; 1e-13 is the tolerance of every entry, relative to it.
     */
    @Test
    void tablesFollowFromTheArea() {
        long[] limits = ZigguratTables.limits();
        double[] widths = ZigguratTables.widths();
        double[] heights = ZigguratTables.heights();
        assertThat(limits).hasSize(ZigguratTables.LAYERS);
        assertThat(widths).hasSize(ZigguratTables.LAYERS);
        assertThat(heights).hasSize(ZigguratTables.LAYERS);
        Percentage tolerance = Percentage.withPercentage(1e-11);
        double edge = ZigguratTables.TAIL;
        double below = AREA / height(edge);
        assertThat(widths[0]).isCloseTo(below * 0x1p-52, tolerance(below));
        assertThat((double) limits[0]).isCloseTo(edge / below * 0x1p52, tolerance);
        for (int layer = ZigguratTables.LAYERS - 1; layer >= 1; layer--) {
            assertThat(widths[layer]).isCloseTo(edge * 0x1p-52, tolerance(edge));
            assertThat(heights[layer]).isCloseTo(height(edge), tolerance);
            if (layer > 1) {
                double above = Math.sqrt(-2 * StrictMath.log(AREA / edge + height(edge)));
                assertThat((double) limits[layer]).isCloseTo(above / edge * 0x1p52, tolerance);
                edge = above;
            }
        }
        assertThat(limits[1]).isZero();
        assertThat(heights[0]).isEqualTo(1);
    }

    private static org.assertj.core.data.Offset<Double> tolerance(double edge) {
        return within(edge * 0x1p-52 * 1e-13);
    }

    private static double height(double x) {
        return StrictMath.exp(-0.5 * x * x);
    }

    @Test
    void tailAndItsInverse() {
        assertThat(ZigguratTables.TAIL * ZigguratTables.INVERSE_TAIL).isCloseTo(1, within(0x1p-52));
    }
}
