// SPDX-License-Identifier: Apache-2.0
package org.initium.tensorflow;

import org.initium.simd.Simd;

/**
 * The last two steps of each law, {@code x * factor + shift}, as TensorFlow's kernels compute them: rounded to floats after
 * each step, with subnormal numbers flushed.
 *
 * <p>TensorFlow sets the processor to take subnormal operands for zeros and to make zeros of subnormal results, which shows
 * only where parameters are near the end of a float's range: {@code RandomNormal(stddev=1e-38)} is all zeros.
 */
final class Affine {
    /**
     * From here on no result is subnormal but zero. A sample other than 0 is 2^-38 or more (uniform 2^-23; normal sine or
     * cosine, at least 1.1e-8, times the radius, at least 4.8e-4), so a product is 2^-118 or more; a sum of two normal numbers
     * one of which is 2^-80 or more is a multiple of 2^-104 if they cancel, and else not small.
     */
    private static final float SAFE = 0x1p-80f;

    /** What is less before rounding is subnormal after it, were the exponent unbounded: that is when x86 flushes. */
    private static final double LEAST = 0x1p-126 - 0x1p-151;

    private static final LawKernel KERNEL = Simd.SCALAR ? new LawKernelScalar() : new LawKernelVector();

    private Affine() {}

    private static boolean isSmall(float x) {
        return x != 0 && Math.abs(x) < SAFE;
    }

    /** {@code x} rounded to a float, a zero of its sign where it is subnormal. */
    static float flush(double x) {
        return Math.abs(x) < LEAST ? Math.copySign(0f, (float) x) : (float) x;
    }

    /** Applies the steps to {@code out[offset .. offset + n - 1]}, n a multiple of 64; no argument is subnormal. */
    static void apply(float factor, float shift, int n, float[] out, int offset) {
        if (!isSmall(factor) && !isSmall(shift)) {
            KERNEL.affine(factor, shift, n, out, offset);
            return;
        }
        for (int i = offset; i < offset + n; i++) {
            // As doubles the product is exact, and the sum rounds to the same float as the exact one:
            // 53 bits are at least 2 * 24 + 2.
            out[i] = flush((double) flush((double) out[i] * factor) + shift);
        }
    }
}
