// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

import org.initium.random.mersenne.MersenneTwister;

/**
 * PyTorch's {@code normal_distribution<double>}, from which tensors of fewer than 16 elements come: Box-Muller in double
 * precision, which makes two numbers at a time. The second waits for the next call, be it for another tensor with another
 * mean; a generator keeps it until it is seeded anew.
 *
 * <p>PyTorch takes logarithm, sine and cosine from the C library, whose results may differ from {@code StrictMath}'s in the
 * last bit of a double. That changes a float once in some 10^9.
 */
final class NormalPairs {
    private static final long MASK_53 = (1L << 53) - 1;

    private boolean waiting;
    private double second;

    /** Forgets the number that waits. */
    void reset() {
        waiting = false;
    }

    float next(MersenneTwister twister, double mean, double stddev) {
        if (waiting) {
            waiting = false;
            return (float) (second * stddev + mean);
        }
        double angle = 2 * Math.PI * unit(twister);
        double radius = Math.sqrt(-2 * StrictMath.log1p(-unit(twister)));
        waiting = true;
        second = radius * StrictMath.sin(angle);
        return (float) (radius * StrictMath.cos(angle) * stddev + mean);
    }

    /** A multiple of 2^-53 in [0, 1), from two words. */
    private static double unit(MersenneTwister twister) {
        long upper = (long) twister.nextInt() << 32;
        long word = upper | Integer.toUnsignedLong(twister.nextInt());
        return (word & MASK_53) * 0x1p-53;
    }
}
