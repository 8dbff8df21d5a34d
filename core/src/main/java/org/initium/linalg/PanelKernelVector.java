// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.initium.simd.Simd;

/**
 * {@link PanelKernel} on strips of four vectors: four sums hide the four cycles that a sum waits for its last one, and with
 * their four factors and a row's they leave room in the 16 registers of AVX2.
 */
final class PanelKernelVector implements PanelKernel {
    private static final VectorSpecies<Float> FLOAT = Simd.FLOAT;
    private static final int LANES = FLOAT.length();
    private static final int STRIP = 4 * LANES;

    @Override
    public void sweep(int rows, int from, float[] v, float[] w, float[] x, float[] p, int first, float[] g) {
        assert rows >= 0 && from >= 0 && from < COLUMNS;
        for (int c = from / STRIP * STRIP; c < COLUMNS; c += STRIP) {
            strip(rows, c, v, w, x, p, first, g);
        }
    }

    private static void strip(int rows, int c, float[] v, float[] w, float[] x, float[] p, int first, float[] g) {
        FloatVector w0 = FloatVector.fromArray(FLOAT, w, c);
        FloatVector w1 = FloatVector.fromArray(FLOAT, w, c + LANES);
        FloatVector w2 = FloatVector.fromArray(FLOAT, w, c + 2 * LANES);
        FloatVector w3 = FloatVector.fromArray(FLOAT, w, c + 3 * LANES);
        FloatVector g0 = FloatVector.zero(FLOAT);
        FloatVector g1 = FloatVector.zero(FLOAT);
        FloatVector g2 = FloatVector.zero(FLOAT);
        FloatVector g3 = FloatVector.zero(FLOAT);
        for (int i = first; i < first + rows; i++) {
            int at = i * COLUMNS + c;
            FloatVector vi = FloatVector.broadcast(FLOAT, v[i]);
            FloatVector xi = FloatVector.broadcast(FLOAT, x[i]);
            FloatVector p0 = vi.fma(w0, FloatVector.fromArray(FLOAT, p, at));
            p0.intoArray(p, at);
            g0 = xi.fma(p0, g0);
            FloatVector p1 = vi.fma(w1, FloatVector.fromArray(FLOAT, p, at + LANES));
            p1.intoArray(p, at + LANES);
            g1 = xi.fma(p1, g1);
            FloatVector p2 = vi.fma(w2, FloatVector.fromArray(FLOAT, p, at + 2 * LANES));
            p2.intoArray(p, at + 2 * LANES);
            g2 = xi.fma(p2, g2);
            FloatVector p3 = vi.fma(w3, FloatVector.fromArray(FLOAT, p, at + 3 * LANES));
            p3.intoArray(p, at + 3 * LANES);
            g3 = xi.fma(p3, g3);
        }
        g0.intoArray(g, c);
        g1.intoArray(g, c + LANES);
        g2.intoArray(g, c + 2 * LANES);
        g3.intoArray(g, c + 3 * LANES);
    }
}
