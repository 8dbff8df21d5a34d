// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * The largest distance between the distribution function of a sample and that of a law, which is evaluated at a few of the sample's
 * values only.
 *
 * <p>Both functions increase. So between two values of the sample neither distance exceeds what the functions at these two allow,
 * and where that is not more than what has been found elsewhere, nothing in between need be looked at. What is left of a right
 * sample of 10^6 is some 10^4 values, of a wrong one less; the result is the same.
 */
final class Supremum {
    /** Values from one that is looked at first to the next. */
    private static final int STRIDE = 1024;

    private final float[] sorted;
    private final DoubleUnaryOperator cdf;
    private final double n;
    private double largest;

    private Supremum(float[] sorted, DoubleUnaryOperator cdf) {
        this.sorted = sorted;
        this.cdf = cdf;
        this.n = sorted.length;
    }

    /**
     * {@code sup |F_n - F|}; NaN if F gives one where it is looked at.
     *
     * @param sorted in ascending order, one value at least, none of them NaN
     * @param cdf the law's distribution function, continuous
     */
    static double of(float[] sorted, DoubleUnaryOperator cdf) {
        Supremum supremum = new Supremum(sorted, cdf);
        int marks = (sorted.length + STRIDE - 2) / STRIDE + 1;
        double[] f = new double[marks];
        for (int mark = 0; mark < marks; mark++) {
            f[mark] = supremum.at(index(mark, sorted.length));
        }
        for (int mark = 1; mark < marks; mark++) {
            supremum.between(index(mark - 1, sorted.length), f[mark - 1], index(mark, sorted.length), f[mark]);
        }
        return supremum.largest;
    }

    private static int index(int mark, int length) {
        return Math.min(mark * STRIDE, length - 1);
    }

    /** F at a value, where F_n jumps from i/n to (i+1)/n. */
    private double at(int i) {
        double f = cdf.applyAsDouble(sorted[i]);
        // Math.max hands a NaN on, where a comparison would lose it.
        largest = Math.max(largest, Math.max((i + 1) / n - f, f - i / n));
        return f;
    }

    /** All values between two that have been looked at. */
    private void between(int low, double fLow, int high, double fHigh) {
        double most = Math.max(high / n - fLow, fHigh - (low + 1) / n);
        if (high - low > 1 && !(most <= largest)) {
            int middle = (low + high) >>> 1;
            double f = at(middle);
            between(low, fLow, middle, f);
            between(middle, f, high, fHigh);
        }
    }
}
