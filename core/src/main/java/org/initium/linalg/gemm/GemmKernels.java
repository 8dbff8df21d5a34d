// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

import org.initium.simd.Simd;

/**
 * The two kinds of {@link GemmKernel} that go together: tiles of the same width.
 *
 * @param panel for panels of op(A), packed or a transposed A where it lies
 * @param rows for rows of A where they lie
 */
public record GemmKernels(GemmKernel panel, GemmKernel rows, GemmCopy copy) {
    /** Checks that they go together. */
    public GemmKernels {
        assert panel.columns() == rows.columns();
    }

    /** Width of both kernels' tiles. */
    int columns() {
        return panel.columns();
    }

    /** Without vectors. */
    public static GemmKernels scalar() {
        return new GemmKernels(new PanelKernelScalar(), new RowKernelScalar(), new GemmCopyScalar());
    }

    /** Vectors as wide as {@link Simd} says; panels are copied with vectors of 256 bits, or without where the CPU has none. */
    public static GemmKernels vector() {
        return new GemmKernels(
                new PanelKernelVector(),
                new RowKernelVector(),
                Simd.bits() < 256 ? new GemmCopyScalar() : new GemmCopyVector());
    }
}
