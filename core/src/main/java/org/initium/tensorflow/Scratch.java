// SPDX-License-Identifier: Apache-2.0
package org.initium.tensorflow;

/** Intermediate results of {@link LawKernel} for up to {@link #SIZE} elements; an entry for each pair of them. */
final class Scratch {
    /** Elements; with words, block numbers and result these arrays take 32 KiB, which stay in an L1 cache. */
    static final int SIZE = 1024;

    /** Arguments of the logarithm, then reduced angles. */
    final double[] arguments = new double[SIZE / 2];

    /** Places in the logarithm's tables, then quadrants. */
    final int[] indices = new int[SIZE / 2];

    final double[] inverses = new double[SIZE / 2];
    final double[] pointLogarithms = new double[SIZE / 2];
    final float[] logarithms = new float[SIZE / 2];
    final float[] sines = new float[SIZE / 2];
    final float[] cosines = new float[SIZE / 2];
}
