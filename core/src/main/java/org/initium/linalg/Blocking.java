// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg;

/**
 * Block sizes of {@link Gemm}: all that depends on the size of caches.
 *
 * @param mc rows of a packed block of op(A): mc x kc floats, 128 KiB, take a quarter of a 512 KiB L2 cache
 * @param kc depth of both packed blocks, always {@link #DEPTH}
 * @param nc columns of a packed block of op(B): kc x nc floats, 2 MiB, stay in the L3 cache
 */
record Blocking(int mc, int kc, int nc) {
    /**
     * Sums are cut after this many products (see {@link GemmKernel}), so another depth would give other bits. A panel of
     * op(B), DEPTH x nr floats, is 16 KiB at 256-bit vectors and 32 KiB at 512 bits: at most the L1 data cache.
     */
    static final int DEPTH = 256;

    private static final int ROWS = 128;
    private static final int COLUMNS = 2048;

    /** Block sizes for a kernel: whole numbers of its tiles. */
    static Blocking of(GemmKernel kernel) {
        assert ROWS % kernel.rows() == 0 && COLUMNS % kernel.columns() == 0;
        return new Blocking(ROWS, DEPTH, COLUMNS);
    }
}
