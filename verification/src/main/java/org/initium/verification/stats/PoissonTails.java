// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/**
 * Tails of Poisson's law, of rare events whose number of occasions is not fixed, summed as those of {@link BinomialTest}.
 *
 * <p>Two numbers are only nearly of this law, by a difference that is small beside 1 and not beside a rate of 1e-9, and have tests
 * of their own: the values beyond a quantile among n, which is {@link BinomialTest}'s; and the collisions of n values on so
 * many cells, which is {@link EmptyUrns}'.
 */
public final class PoissonTails {
    private PoissonTails() {}

    /**
     * {@code P(X <= count)}, with a relative error of some 1e-12.
     *
     * @throws IllegalArgumentException if {@code count} is negative or {@code mean} not above 0 and finite
     */
    public static double lowerTail(long count, double mean) {
        require(count, mean);
        if (count > mean) {
            return 1 - upperTail(count + 1, mean);
        }
        double ratio = 1;
        double sum = 1;
        for (long k = count; k > 0 && ratio > sum * 1e-17; k--) {
            ratio *= k / mean;
            sum += ratio;
        }
        return Math.min(1, SaddlePoint.poisson(count, mean) * sum);
    }

    /**
     * {@code P(X >= count)}, with a relative error of some 1e-12.
     *
     * @throws IllegalArgumentException if {@code count} is negative or {@code mean} not above 0 and finite
     */
    public static double upperTail(long count, double mean) {
        require(count, mean);
        if (count <= mean) {
            return count == 0 ? 1 : 1 - lowerTail(count - 1, mean);
        }
        double ratio = 1;
        double sum = 1;
        for (long k = count + 1; ratio > sum * 1e-17; k++) {
            ratio *= mean / k;
            sum += ratio;
        }
        return Math.min(1, SaddlePoint.poisson(count, mean) * sum);
    }

    private static void require(long count, double mean) {
        if (count < 0) {
            throw new IllegalArgumentException("count is " + count + ", expected 0 or more");
        }
        if (!(mean > 0 && mean < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("mean is " + mean + ", expected a positive number");
        }
    }
}
