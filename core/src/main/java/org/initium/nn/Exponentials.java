// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import org.initium.nn.kernel.ActivationKernel;

/**
 * Exponentials of many numbers at a time, in this thread's scratch, which the next call overwrites; and the parts that
 * softmax and cross-entropy share. Rows are taken in groups that fit the scratch.
 */
final class Exponentials {
    private static final ActivationKernel KERNEL = ActivationKernel.create();

    /** Two arrays of 4 KiB, what is read and what is written stay in the L1 cache together. */
    private static final int LENGTH = 512;

    /** Most rows of a group: the product of as many sums, each from 1 to 2^31, still is a normal double. */
    private static final int MOST_ROWS = 32;

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    /** Arguments, which become exponentials, and what the kernel needs on the way. */
    private static final class Scratch {
        private double[] x = new double[LENGTH];
        private double[] other = new double[LENGTH];

        double[] atLeast(int length) {
            if (x.length < length) {
                x = new double[length];
                other = new double[length];
            }
            return x;
        }
    }

    private Exponentials() {}

    /** {@code LENGTH} numbers or more, of any value. */
    static double[] scratch() {
        return SCRATCH.get().atLeast(LENGTH);
    }

    /** Number of rows to a group, at least one, however long. */
    static int groupOf(int columns) {
        return Math.max(1, Math.min(MOST_ROWS, LENGTH / columns));
    }

    /**
     * {@code x - max} with each row's largest number {@code max}.
     *
     * @param rows 1 to {@code groupOf(columns)}
     * @param x (rows, columns) from {@code offset}
     * @return (rows, columns) at the front of the scratch, for {@link #exp}: the largest of a row becomes 1 exactly
     */
    static double[] belowMax(int rows, int columns, float[] x, int offset) {
        int count = rows * columns;
        double[] d = SCRATCH.get().atLeast(count);
        for (int row = 0; row < count; row += columns) {
            double max = max(columns, x, offset + row);
            for (int j = row; j < row + columns; j++) {
                d[j] = x[offset + j] - max;
            }
        }
        return d;
    }

    /**
     * {@code x = e^x - less} for the first {@code count} numbers of the scratch, see {@link ActivationKernel#exp}.
     *
     * @param less 0 or 1
     */
    static void exp(int count, double less) {
        Scratch scratch = SCRATCH.get();
        KERNEL.exp(0, count, less, scratch.x, scratch.other);
    }

    /** Largest of {@code x[row .. row + columns - 1]}, NaN if one is. */
    private static float max(int columns, float[] x, int row) {
        float max = x[row];
        for (int j = row + 1; j < row + columns; j++) {
            max = Math.max(max, x[j]);
        }
        return max;
    }

    /** Sum of {@code e[row .. row + columns - 1]}, in order. */
    static double sum(int columns, double[] e, int row) {
        double sum = 0;
        for (int j = row; j < row + columns; j++) {
            sum += e[j];
        }
        return sum;
    }
}
