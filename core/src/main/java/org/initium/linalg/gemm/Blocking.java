// SPDX-License-Identifier: Apache-2.0
package org.initium.linalg.gemm;

/**
 * Block sizes of {@link org.initium.linalg.Gemm}, and from which size on an operand is packed: all that depends on caches. Measured on Zen 5 with
 * AVX2 and AVX-512; but for {@link #DEPTH} no bit of a result depends on them.
 *
 * @param mc rows of a packed block of op(A): mc x kc floats, 192 KiB, take less than half of a 512 KiB L2 cache
 * @param kc depth of both packed blocks, always {@link #DEPTH}
 * @param nc columns of a packed block of op(B): kc x nc floats, 4 MiB, stay in the L3 cache
 */
public record Blocking(int mc, int kc, int nc) {
    /**
     * Most products in one sum (see {@link GemmKernel} and {@link #depth}), so another depth would give other bits. C is read
     * and written once for each sum; sums of 256 cost 4 to 15 % at 512 bits for k = 512 and more. A panel of op(B), DEPTH x nr floats,
     * is 32 KiB at 256-bit vectors and 64 KiB at 512 bits, and flows from the L2 cache at 16 or 32 bytes a cycle at most.
     */
    public static final int DEPTH = 512;

    private static final int ROWS = 96;
    private static final int COLUMNS = 2048;

    /** Pieces for several threads: so many that the last one ends soon after the others. Two threads waste 1/30 at most. */
    private static final int PIECES = 32;

    /** Least rows of a piece: with fewer, fetching B's panels would take longer than using them. */
    private static final int LEAST_ROWS = 16;

    /** Where there are fewer pieces of rows than half of this, columns are cut too. */
    private static final int LEAST_PIECES = 8;

    /** Block sizes for kernels: whole numbers of their tiles. */
    static Blocking of(GemmKernels kernels) {
        assert ROWS % kernels.panel().rows() == 0 && ROWS % kernels.rows().rows() == 0;
        assert COLUMNS % kernels.columns() == 0;
        return new Blocking(ROWS, DEPTH, COLUMNS);
    }

    /** Length of the sums that k is cut into: as few as {@link #DEPTH} allows, all of this length but the last. */
    static int depth(int k) {
        return Math.ceilDiv(k, Math.ceilDiv(k, DEPTH));
    }

    /**
     * Whether the rows of A are read where they lie: a packed block would be used for a few panels of B only, or C is so low that the
     * kernel for panels, six rows, wastes much of its last tile.
     */
    static boolean leavesRows(int m, int n) {
        return n <= 128 || m <= 32;
    }

    /** Whether a transposed A is read where it lies. From here on its rows, a page and more apart, cost more than packing. */
    static boolean leavesPanels(int n) {
        return n <= 512;
    }

    /** Whether B is read where it lies: few rows of A meet it, or it is in the L1 cache anyway. */
    static boolean leavesColumns(int m, int n, int k) {
        return m <= 32 || (long) n * k <= 8192;
    }

    /** Rows of a piece of work for several threads, a multiple of the tiles' height if there is more than one piece. */
    int pieceRows(int m, int tileRows) {
        return Math.min(mc, multiple(Math.max(Math.ceilDiv(m, PIECES), LEAST_ROWS), tileRows));
    }

    /** Columns of such a piece, a multiple of the tiles' width: all of them, if the rows alone make enough pieces. */
    int pieceColumns(int rowPieces, int columns, int tileColumns) {
        return rowPieces >= LEAST_PIECES / 2
                ? columns
                : multiple(Math.ceilDiv(columns, Math.ceilDiv(LEAST_PIECES, rowPieces)), tileColumns);
    }

    private static int multiple(int least, int of) {
        return Math.ceilDiv(least, of) * of;
    }
}
