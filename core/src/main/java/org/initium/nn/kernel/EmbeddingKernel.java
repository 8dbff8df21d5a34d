// SPDX-License-Identifier: Apache-2.0
package org.initium.nn.kernel;

import org.initium.simd.Simd;

/**
 * The averages of an embedding's vectors, and their derivative. Token ids {@code x} (batch, tokens) are whole numbers that
 * name rows of the table {@code e} (vocabulary, dim).
 */
public interface EmbeddingKernel {
    /** The kernel for this machine, see {@link Simd}. */
    static EmbeddingKernel create() {
        return Simd.SCALAR ? new EmbeddingKernelScalar() : new EmbeddingKernelVector();
    }

    /** {@code y[i] = (((0 + e[x[i][0]]) + e[x[i][1]]) + ...) / tokens}; y (batch, dim) is overwritten. */
    void average(int batch, int tokens, int dim, float[] x, float[] e, float[] y);

    /** Adds {@code dy[i] / tokens} to the rows {@code x[i][0]}, {@code x[i][1]}, ... of {@code de}, sample by sample. */
    void spread(int batch, int tokens, int dim, float[] x, float[] dy, float[] de);
}
