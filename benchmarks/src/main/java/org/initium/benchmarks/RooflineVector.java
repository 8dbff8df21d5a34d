// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.initium.simd.Simd;

/** The loops of {@link RooflineBenchmark}. */
final class RooflineVector {
    private static final VectorSpecies<Float> FLOAT = Simd.FLOAT;
    private static final int LANES = FLOAT.length();

    private RooflineVector() {}

    /**
     * {@code flops / (24 LANES)} rounds of twelve independent multiply-adds, all in registers: more than the two pipes of
     * four or five cycles' latency that today's cores have can keep in flight, and few enough for AVX2's 16 registers.
     *
     * @param seed where the chains begin, and their sum ends: one vector or more
     */
    static void multiplyAdd(int flops, float[] seed) {
        // x = x / 2 + 1/2 tends to 1: no overflow, nothing subnormal.
        FloatVector half = FloatVector.broadcast(FLOAT, 0.5f);
        FloatVector x0 = FloatVector.fromArray(FLOAT, seed, 0);
        FloatVector x1 = x0.add(1);
        FloatVector x2 = x0.add(2);
        FloatVector x3 = x0.add(3);
        FloatVector x4 = x0.add(4);
        FloatVector x5 = x0.add(5);
        FloatVector x6 = x0.add(6);
        FloatVector x7 = x0.add(7);
        FloatVector x8 = x0.add(8);
        FloatVector x9 = x0.add(9);
        FloatVector x10 = x0.add(10);
        FloatVector x11 = x0.add(11);
        for (int round = flops / (24 * LANES); round > 0; round--) {
            x0 = x0.fma(half, half);
            x1 = x1.fma(half, half);
            x2 = x2.fma(half, half);
            x3 = x3.fma(half, half);
            x4 = x4.fma(half, half);
            x5 = x5.fma(half, half);
            x6 = x6.fma(half, half);
            x7 = x7.fma(half, half);
            x8 = x8.fma(half, half);
            x9 = x9.fma(half, half);
            x10 = x10.fma(half, half);
            x11 = x11.fma(half, half);
        }
        FloatVector sum = x0.add(x1).add(x2).add(x3).add(x4).add(x5);
        sum.add(x6).add(x7).add(x8).add(x9).add(x10).add(x11).intoArray(seed, 0);
    }

    /** {@code a = s}; the length is a whole number of vectors. */
    static void fill(float[] a, float s) {
        FloatVector value = FloatVector.broadcast(FLOAT, s);
        for (int i = 0; i < a.length; i += LANES) {
            value.intoArray(a, i);
        }
    }

    /** {@code a = b + s c}, STREAM's triad (J. D. McCalpin, 1995); the length is a whole number of vectors. */
    static void triad(float[] a, float[] b, float s, float[] c) {
        FloatVector factor = FloatVector.broadcast(FLOAT, s);
        for (int i = 0; i < a.length; i += LANES) {
            FloatVector.fromArray(FLOAT, c, i)
                    .fma(factor, FloatVector.fromArray(FLOAT, b, i))
                    .intoArray(a, i);
        }
    }
}
