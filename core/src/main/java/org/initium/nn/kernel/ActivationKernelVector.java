// SPDX-License-Identifier: Apache-2.0
package org.initium.nn.kernel;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.initium.simd.Simd;

/**
 * {@link ActivationKernel} on whole vectors: the operations of {@link ActivationKernelScalar}, lane by lane, and what does
 * not fill a vector by that kernel itself.
 */
final class ActivationKernelVector implements ActivationKernel {
    private static final VectorSpecies<Float> FLOAT = Simd.FLOAT;
    private static final VectorSpecies<Double> DOUBLE = Simd.DOUBLE;
    private static final long ONE = Double.doubleToRawLongBits(1);
    private static final ActivationKernelScalar REST = new ActivationKernelScalar();

    @Override
    public void relu(int from, int to, float[] x, float[] y) {
        int end = from + FLOAT.loopBound(to - from);
        for (int i = from; i < end; i += FLOAT.length()) {
            FloatVector v = FloatVector.fromArray(FLOAT, x, i);
            v.blend(0f, v.compare(LE, 0f)).intoArray(y, i);
        }
        REST.relu(end, to, x, y);
    }

    @Override
    public void reluGradient(int from, int to, float[] x, float[] dy, float[] dx) {
        int end = from + FLOAT.loopBound(to - from);
        for (int i = from; i < end; i += FLOAT.length()) {
            FloatVector v = FloatVector.fromArray(FLOAT, x, i);
            FloatVector.zero(FLOAT)
                    .blend(FloatVector.fromArray(FLOAT, dy, i), v.compare(GT, 0f))
                    .intoArray(dx, i);
        }
        REST.reluGradient(end, to, x, dy, dx);
    }

    @Override
    public void leakyRelu(int from, int to, float slope, float[] x, float[] v, float[] y) {
        int end = from + FLOAT.loopBound(to - from);
        for (int i = from; i < end; i += FLOAT.length()) {
            FloatVector whole = FloatVector.fromArray(FLOAT, v, i);
            whole.mul(slope)
                    .blend(whole, FloatVector.fromArray(FLOAT, x, i).compare(GT, 0f))
                    .intoArray(y, i);
        }
        REST.leakyRelu(end, to, slope, x, v, y);
    }

    /**
     * Two passes over arrays in the L1 cache, 1.1 to 1.3 times as fast as one. Cut off by max and min: C2 makes an object of
     * each mask of two doubles.
     */
    @Override
    public void exp(int from, int to, double less, double[] x, double[] scratch) {
        int end = from + DOUBLE.loopBound(to - from);
        reduce(from, end, x, scratch);
        series(from, end, less, x, scratch);
        REST.exp(end, to, less, x, scratch);
    }

    /** {@code power = 2^k} and {@code x = r}. */
    private static void reduce(int from, int end, double[] x, double[] power) {
        for (int i = from; i < end; i += DOUBLE.length()) {
            DoubleVector u = DoubleVector.fromArray(DOUBLE, x, i).max(-CUT_OFF).min(CUT_OFF);
            DoubleVector rounded =
                    u.fma(DoubleVector.broadcast(DOUBLE, LOG2_E), DoubleVector.broadcast(DOUBLE, ROUNDER));
            LongVector bits = rounded.reinterpretAsLongs().lanewise(LSHL, 52).add(ONE);
            bits.reinterpretAsDoubles().intoArray(power, i);
            DoubleVector k = rounded.sub(ROUNDER);
            DoubleVector r = k.fma(DoubleVector.broadcast(DOUBLE, -LN2_HIGH), u);
            k.fma(DoubleVector.broadcast(DOUBLE, -LN2_LOW), r).intoArray(x, i);
        }
    }

    /** {@code x = fma(power, q(x), power - less)}. */
    private static void series(int from, int end, double less, double[] x, double[] powers) {
        for (int i = from; i < end; i += DOUBLE.length()) {
            DoubleVector r = DoubleVector.fromArray(DOUBLE, x, i);
            DoubleVector s = DoubleVector.broadcast(DOUBLE, C13);
            s = s.fma(r, DoubleVector.broadcast(DOUBLE, C12));
            s = s.fma(r, DoubleVector.broadcast(DOUBLE, C11));
            s = s.fma(r, DoubleVector.broadcast(DOUBLE, C10));
            s = s.fma(r, DoubleVector.broadcast(DOUBLE, C9));
            s = s.fma(r, DoubleVector.broadcast(DOUBLE, C8));
            s = s.fma(r, DoubleVector.broadcast(DOUBLE, C7));
            s = s.fma(r, DoubleVector.broadcast(DOUBLE, C6));
            s = s.fma(r, DoubleVector.broadcast(DOUBLE, C5));
            s = s.fma(r, DoubleVector.broadcast(DOUBLE, C4));
            s = s.fma(r, DoubleVector.broadcast(DOUBLE, C3));
            s = s.fma(r, DoubleVector.broadcast(DOUBLE, C2));
            s = s.fma(r, DoubleVector.broadcast(DOUBLE, 1));
            DoubleVector power = DoubleVector.fromArray(DOUBLE, powers, i);
            power.fma(s.mul(r), power.sub(less)).intoArray(x, i);
        }
    }
}
