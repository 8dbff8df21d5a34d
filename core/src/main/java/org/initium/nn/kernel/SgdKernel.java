// SPDX-License-Identifier: Apache-2.0
package org.initium.nn.kernel;

import org.initium.simd.Simd;

/**
 * The rules of {@code keras.optimizers.SGD} on elements {@code from .. to - 1} of weights {@code w}, gradients {@code g} and
 * velocities {@code m}, three different arrays. Each {@code fma} and each product has one rounding.
 */
public interface SgdKernel {
    /** The kernel for this machine, see {@link Simd}. */
    static SgdKernel create() {
        return Simd.SCALAR ? new SgdKernelScalar() : new SgdKernelVector();
    }

    /** {@code w = fma(-lr, g, w)}. */
    void descend(int from, int to, float lr, float[] g, float[] w);

    /** {@code m = fma(-lr, g, m * momentum)}, then {@code w = w + m}. */
    void momentum(int from, int to, float lr, float momentum, float[] g, float[] m, float[] w);

    /** {@code m = fma(-lr, g, m * momentum)}, then {@code w = fma(-lr, g, fma(m, momentum, w))}. */
    void nesterov(int from, int to, float lr, float momentum, float[] g, float[] m, float[] w);

    /** {@code updates} times {@link #momentum} with gradients of +0, whatever the rates: the bits are the same. */
    void coastMomentum(int from, int to, int updates, float momentum, float[] m, float[] w);

    /** {@code updates} times {@link #nesterov} with gradients of +0, whatever the rates: the bits are the same. */
    void coastNesterov(int from, int to, int updates, float momentum, float[] m, float[] w);
}
