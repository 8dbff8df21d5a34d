// SPDX-License-Identifier: Apache-2.0
package org.initium.tensorflow;

/** Intermediate results of {@link LawKernel}, for up to {@link #SIZE} elements. */
final class Scratch {
    /** Elements; with words, block numbers and result these arrays take 40 KiB, which fit a 48 KiB L1 cache. */
    static final int SIZE = 2048;

    final double[] radiusUnits = new double[SIZE / 2];
    final int[] points = new int[SIZE / 2];
    final float[] logarithms = new float[SIZE / 2];
    final float[] sines = new float[SIZE / 2];
    final float[] cosines = new float[SIZE / 2];
}
