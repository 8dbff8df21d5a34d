// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/**
 * Exact test of a count with known probability, such as that of values beyond a quantile.
 *
 * <p>A tail is its largest probability, from {@link SaddlePoint}, times a sum of ratios that are all positive, taken until it no
 * longer grows: some {@code 8 sqrt(n)} terms near the mean and few in a tail, each good to some ulp, and no difference is
 * taken where the tail is small. commons-math3's distribution function is one minus an incomplete beta function in one of the
 * tails and has no digits left there below 1e-16.
 */
public final class BinomialTest {
    private BinomialTest() {}

    /**
     * Two-sided p-value: twice the smaller of the two tails that include the count, at most 1.
     *
     * @param probability of one event, above 0 and below 1
     * @param alpha the rate at which the caller will judge the p-value; only to refuse a sample that is too small for it
     * @throws IllegalArgumentException if {@code count} is not in 0 .. n, if a rate is not between 0 and 1, or if n is so
     *     small that every count would pass
     */
    public static double pValue(long count, long n, double probability, double alpha) {
        require(count, n, probability);
        if (2 * lowerTail(0, n, probability) >= Alpha.require(alpha) && 2 * upperTail(n, n, probability) >= alpha) {
            throw Alpha.tooFew(n, "binomial test", alpha, "every count would pass");
        }
        return Math.min(1, 2 * Math.min(lowerTail(count, n, probability), upperTail(count, n, probability)));
    }

    /**
     * {@code P(X <= count)}, with a relative error of some 1e-12.
     *
     * @throws IllegalArgumentException if {@code count} is not in 0 .. n or the probability not between 0 and 1
     */
    public static double lowerTail(long count, long n, double probability) {
        require(count, n, probability);
        if (count > n * probability) {
            return count == n ? 1 : 1 - upperTail(count + 1, n, probability);
        }
        double odds = (1 - probability) / probability;
        double ratio = 1;
        double sum = 1;
        for (long k = count; k > 0 && ratio > sum * 1e-17; k--) {
            ratio *= k / (n - k + 1.0) * odds;
            sum += ratio;
        }
        return Math.min(1, SaddlePoint.binomial(count, n, probability) * sum);
    }

    /**
     * {@code P(X >= count)}, with a relative error of some 1e-12.
     *
     * @throws IllegalArgumentException if {@code count} is not in 0 .. n or the probability not between 0 and 1
     */
    public static double upperTail(long count, long n, double probability) {
        require(count, n, probability);
        if (count <= n * probability) {
            return count == 0 ? 1 : 1 - lowerTail(count - 1, n, probability);
        }
        double odds = probability / (1 - probability);
        double ratio = 1;
        double sum = 1;
        for (long k = count; k < n && ratio > sum * 1e-17; k++) {
            ratio *= (n - k) / (k + 1.0) * odds;
            sum += ratio;
        }
        return Math.min(1, SaddlePoint.binomial(count, n, probability) * sum);
    }

    /**
     * The smallest probability above the right one with which 999 samples of 1,000 fail for too high a count; infinite if no count
     * is too high.
     *
     * @throws IllegalArgumentException if n is below 1 or a rate not between 0 and 1
     */
    public static double detectableAbove(long n, double probability, double alpha) {
        require(0, n, probability);
        Alpha.require(alpha);
        long first = Bisection.firstCount(k -> 2 * upperTail(k, n, probability) < alpha, 0, n);
        return first > n ? Double.POSITIVE_INFINITY : ClopperPearson.upper(first - 1, n, Power.MISS);
    }

    private static void require(long count, long n, double probability) {
        requireCount(count, n);
        requireRate("probability", probability);
    }

    static void requireCount(long count, long n) {
        if (count < 0 || count > n || n < 1) {
            throw new IllegalArgumentException(
                    "count is " + count + " of " + n + ", expected 0 to n, and n of 1 or more");
        }
    }

    static double requireRate(String name, double rate) {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException(name + " is " + rate + ", expected a rate between 0 and 1");
        }
        return rate;
    }
}
