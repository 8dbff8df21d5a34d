// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

import org.initium.simd.Simd;

/**
 * The kernels that go together: their tiles have the same width.
 *
 * @param panel for panels of op(A), packed or a transposed A where it lies
 * @param rows for rows of A where they lie
 * @param copy packs panels and merges edge tiles
 * @param outer for sums of one product
 */
public record GemmKernels(GemmKernel panel, GemmKernel rows, GemmCopy copy, OuterProduct outer) {
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
        return new GemmKernels(
                new PanelKernelScalar(), new RowKernelScalar(), new GemmCopyScalar(), new OuterProductScalar());
    }

    /** Vectors as wide as {@link Simd} says; panels are copied with vectors of 256 bits, or without where the CPU has none. */
    public static GemmKernels vector() {
        return new GemmKernels(
                new PanelKernelVector(),
                new RowKernelVector(),
                Simd.bits() < 256 ? new GemmCopyScalar() : new GemmCopyVector(),
                new OuterProductVector());
    }
}
