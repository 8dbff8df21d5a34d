// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.initium.simd.Simd;

/**
 * {@link ReflectorKernel} on strips of four vectors: four sums hide the four cycles that a sum waits for its last product, and
 * with their four factors, a row's two and a product they fit the 16 registers of AVX2.
 */
final class ReflectorKernelVector implements ReflectorKernel {
    private static final VectorSpecies<Float> FLOAT = Simd.FLOAT;
    private static final int F = FLOAT.length();
    private static final VectorSpecies<Double> DOUBLE = Simd.DOUBLE;
    private static final int D = DOUBLE.length();

    @Override
    public void sweep(
            int rows,
            int from,
            float[] v,
            int vOffset,
            float[] w,
            float[] x,
            int xOffset,
            float[] p,
            int pOffset,
            float[] g) {
        assert rows >= 0 && from >= 0 && from < FLOATS;
        for (int c = from / (4 * F) * (4 * F); c < FLOATS; c += 4 * F) {
            strip(rows, c, v, vOffset, w, x, xOffset, p, pOffset, g);
        }
    }

    private static void strip(
            int rows,
            int c,
            float[] v,
            int vOffset,
            float[] w,
            float[] x,
            int xOffset,
            float[] p,
            int pOffset,
            float[] g) {
        FloatVector w0 = FloatVector.fromArray(FLOAT, w, c);
        FloatVector w1 = FloatVector.fromArray(FLOAT, w, c + F);
        FloatVector w2 = FloatVector.fromArray(FLOAT, w, c + 2 * F);
        FloatVector w3 = FloatVector.fromArray(FLOAT, w, c + 3 * F);
        FloatVector g0 = FloatVector.fromArray(FLOAT, g, c);
        FloatVector g1 = FloatVector.fromArray(FLOAT, g, c + F);
        FloatVector g2 = FloatVector.fromArray(FLOAT, g, c + 2 * F);
        FloatVector g3 = FloatVector.fromArray(FLOAT, g, c + 3 * F);
        for (int i = 0; i < rows; i++) {
            int at = pOffset + i * FLOATS + c;
            FloatVector vi = FloatVector.broadcast(FLOAT, v[vOffset + i]);
            FloatVector xi = FloatVector.broadcast(FLOAT, x[xOffset + i]);
            FloatVector p0 = vi.fma(w0, FloatVector.fromArray(FLOAT, p, at));
            p0.intoArray(p, at);
            g0 = xi.fma(p0, g0);
            FloatVector p1 = vi.fma(w1, FloatVector.fromArray(FLOAT, p, at + F));
            p1.intoArray(p, at + F);
            g1 = xi.fma(p1, g1);
            FloatVector p2 = vi.fma(w2, FloatVector.fromArray(FLOAT, p, at + 2 * F));
            p2.intoArray(p, at + 2 * F);
            g2 = xi.fma(p2, g2);
            FloatVector p3 = vi.fma(w3, FloatVector.fromArray(FLOAT, p, at + 3 * F));
            p3.intoArray(p, at + 3 * F);
            g3 = xi.fma(p3, g3);
        }
        g0.intoArray(g, c);
        g1.intoArray(g, c + F);
        g2.intoArray(g, c + 2 * F);
        g3.intoArray(g, c + 3 * F);
    }

    @Override
    public void sweep(
            int rows,
            double[] v,
            int vOffset,
            double[] w,
            double[] x,
            int xOffset,
            double[] p,
            int pOffset,
            double[] g) {
        assert rows >= 0;
        for (int c = 0; c < DOUBLES; c += 4 * D) {
            strip(rows, c, v, vOffset, w, x, xOffset, p, pOffset, g);
        }
    }

    private static void strip(
            int rows,
            int c,
            double[] v,
            int vOffset,
            double[] w,
            double[] x,
            int xOffset,
            double[] p,
            int pOffset,
            double[] g) {
        DoubleVector w0 = DoubleVector.fromArray(DOUBLE, w, c);
        DoubleVector w1 = DoubleVector.fromArray(DOUBLE, w, c + D);
        DoubleVector w2 = DoubleVector.fromArray(DOUBLE, w, c + 2 * D);
        DoubleVector w3 = DoubleVector.fromArray(DOUBLE, w, c + 3 * D);
        DoubleVector g0 = DoubleVector.fromArray(DOUBLE, g, c);
        DoubleVector g1 = DoubleVector.fromArray(DOUBLE, g, c + D);
        DoubleVector g2 = DoubleVector.fromArray(DOUBLE, g, c + 2 * D);
        DoubleVector g3 = DoubleVector.fromArray(DOUBLE, g, c + 3 * D);
        for (int i = 0; i < rows; i++) {
            int at = pOffset + i * DOUBLES + c;
            DoubleVector vi = DoubleVector.broadcast(DOUBLE, v[vOffset + i]);
            DoubleVector xi = DoubleVector.broadcast(DOUBLE, x[xOffset + i]);
            DoubleVector p0 = vi.fma(w0, DoubleVector.fromArray(DOUBLE, p, at));
            p0.intoArray(p, at);
            g0 = xi.fma(p0, g0);
            DoubleVector p1 = vi.fma(w1, DoubleVector.fromArray(DOUBLE, p, at + D));
            p1.intoArray(p, at + D);
            g1 = xi.fma(p1, g1);
            DoubleVector p2 = vi.fma(w2, DoubleVector.fromArray(DOUBLE, p, at + 2 * D));
            p2.intoArray(p, at + 2 * D);
            g2 = xi.fma(p2, g2);
            DoubleVector p3 = vi.fma(w3, DoubleVector.fromArray(DOUBLE, p, at + 3 * D));
            p3.intoArray(p, at + 3 * D);
            g3 = xi.fma(p3, g3);
        }
        g0.intoArray(g, c);
        g1.intoArray(g, c + D);
        g2.intoArray(g, c + 2 * D);
        g3.intoArray(g, c + 3 * D);
    }

    @Override
    public void sum(int rows, double[] x, int xOffset, double[] p, int pOffset, double[] g) {
        assert rows >= 0;
        for (int c = 0; c < DOUBLES; c += 4 * D) {
            strip(rows, c, x, xOffset, p, pOffset, g);
        }
    }

    private static void strip(int rows, int c, double[] x, int xOffset, double[] p, int pOffset, double[] g) {
        DoubleVector g0 = DoubleVector.fromArray(DOUBLE, g, c);
        DoubleVector g1 = DoubleVector.fromArray(DOUBLE, g, c + D);
        DoubleVector g2 = DoubleVector.fromArray(DOUBLE, g, c + 2 * D);
        DoubleVector g3 = DoubleVector.fromArray(DOUBLE, g, c + 3 * D);
        for (int i = 0; i < rows; i++) {
            int at = pOffset + i * DOUBLES + c;
            DoubleVector xi = DoubleVector.broadcast(DOUBLE, x[xOffset + i]);
            g0 = xi.fma(DoubleVector.fromArray(DOUBLE, p, at), g0);
            g1 = xi.fma(DoubleVector.fromArray(DOUBLE, p, at + D), g1);
            g2 = xi.fma(DoubleVector.fromArray(DOUBLE, p, at + 2 * D), g2);
            g3 = xi.fma(DoubleVector.fromArray(DOUBLE, p, at + 3 * D), g3);
        }
        g0.intoArray(g, c);
        g1.intoArray(g, c + D);
        g2.intoArray(g, c + 2 * D);
        g3.intoArray(g, c + 3 * D);
    }
}
