// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import java.util.Arrays;

/** {@link PanelKernel} without vectors. */
final class PanelKernelScalar implements PanelKernel {
    @Override
    public void sweep(int rows, int from, float[] v, float[] w, float[] x, float[] p, int first, float[] g) {
        assert rows >= 0 && from >= 0 && from < COLUMNS;
        Arrays.fill(g, from, COLUMNS, 0);
        for (int i = first; i < first + rows; i++) {
            int row = i * COLUMNS;
            for (int c = from; c < COLUMNS; c++) {
                float updated = Math.fma(v[i], w[c], p[row + c]);
                p[row + c] = updated;
                g[c] = Math.fma(x[i], updated, g[c]);
            }
        }
    }
}
