// SPDX-License-Identifier: Apache-2.0
package org.initium.nn.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.initium.simd.Simd;

/**
 * {@link SgdKernel} on whole vectors: the operations of {@link SgdKernelScalar}, lane by lane, and what does not fill a
 * vector by that kernel itself.
 */
final class SgdKernelVector implements SgdKernel {
    private static final VectorSpecies<Float> FLOAT = Simd.FLOAT;
    private static final int LANES = FLOAT.length();
    private static final SgdKernelScalar REST = new SgdKernelScalar();

    @Override
    public void descend(int from, int to, float lr, float[] g, float[] w) {
        int end = from + FLOAT.loopBound(to - from);
        for (int i = from; i < end; i += LANES) {
            FloatVector.fromArray(FLOAT, g, i)
                    .fma(FloatVector.broadcast(FLOAT, -lr), FloatVector.fromArray(FLOAT, w, i))
                    .intoArray(w, i);
        }
        REST.descend(end, to, lr, g, w);
    }

    @Override
    public void momentum(int from, int to, float lr, float momentum, float[] g, float[] m, float[] w) {
        int end = from + FLOAT.loopBound(to - from);
        for (int i = from; i < end; i += LANES) {
            FloatVector kept = FloatVector.fromArray(FLOAT, m, i).mul(momentum);
            FloatVector v = FloatVector.fromArray(FLOAT, g, i).fma(FloatVector.broadcast(FLOAT, -lr), kept);
            v.intoArray(m, i);
            FloatVector.fromArray(FLOAT, w, i).add(v).intoArray(w, i);
        }
        REST.momentum(end, to, lr, momentum, g, m, w);
    }

    @Override
    public void nesterov(int from, int to, float lr, float momentum, float[] g, float[] m, float[] w) {
        int end = from + FLOAT.loopBound(to - from);
        for (int i = from; i < end; i += LANES) {
            FloatVector gradient = FloatVector.fromArray(FLOAT, g, i);
            FloatVector kept = FloatVector.fromArray(FLOAT, m, i).mul(momentum);
            FloatVector v = gradient.fma(FloatVector.broadcast(FLOAT, -lr), kept);
            v.intoArray(m, i);
            FloatVector ahead = v.fma(FloatVector.broadcast(FLOAT, momentum), FloatVector.fromArray(FLOAT, w, i));
            gradient.fma(FloatVector.broadcast(FLOAT, -lr), ahead).intoArray(w, i);
        }
        REST.nesterov(end, to, lr, momentum, g, m, w);
    }

    @Override
    public void coastMomentum(int from, int to, int updates, float momentum, float[] m, float[] w) {
        int end = from + FLOAT.loopBound(to - from);
        for (int i = from; i < end; i += LANES) {
            FloatVector v = FloatVector.fromArray(FLOAT, m, i);
            FloatVector x = FloatVector.fromArray(FLOAT, w, i);
            for (int update = 0; update < updates; update++) {
                v = v.mul(momentum);
                x = x.add(v);
            }
            v.intoArray(m, i);
            x.intoArray(w, i);
        }
        REST.coastMomentum(end, to, updates, momentum, m, w);
    }

    @Override
    public void coastNesterov(int from, int to, int updates, float momentum, float[] m, float[] w) {
        int end = from + FLOAT.loopBound(to - from);
        for (int i = from; i < end; i += LANES) {
            FloatVector v = FloatVector.fromArray(FLOAT, m, i);
            FloatVector x = FloatVector.fromArray(FLOAT, w, i);
            for (int update = 0; update < updates; update++) {
                v = v.mul(momentum);
                x = v.fma(FloatVector.broadcast(FLOAT, momentum), x);
            }
            v.intoArray(m, i);
            x.intoArray(w, i);
        }
        REST.coastNesterov(end, to, updates, momentum, m, w);
    }
}
