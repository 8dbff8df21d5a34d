// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/**
 * Exact bounds of a probability after a count: C. J. Clopper, E. S. Pearson (1934), "The Use of Confidence or Fiducial Limits
 * Illustrated in the Case of the Binomial", Biometrika 26(4). Each is wrong with probability {@code error} at most, whatever
 * the probability is.
 *
 * <p>No miss in 3,000 trials leaves {@code 1 - 0.05^(1/3000) = 0.000998} at an error of 5 %: a power of 99.9 % is proved. That is the
 * rule of three, 3 / n for {@code ln(1 / 0.05) = 2.996}. Whether alarms come as often as stated is the other question, and {@link
 * BinomialTest}'s.
 */
public final class ClopperPearson {
    private ClopperPearson() {}

    /**
     * The bound that the probability does not exceed: with it, so few events had probability {@code error}. 1 if every trial
     * was one.
     *
     * @param count events
     * @param n trials, 1 or more
     * @param error how often such a bound is too low, 0.05 for 95 % confidence
     * @throws IllegalArgumentException if {@code count} is not in 0 .. n or {@code error} not between 0 and 1
     */
    public static double upper(long count, long n, double error) {
        BinomialTest.requireCount(count, n);
        BinomialTest.requireRate("error", error);
        if (count == 0) {
            return -StrictMath.expm1(StrictMath.log(error) / n);
        }
        if (count == n) {
            return 1;
        }
        return Bisection.first(
                p -> BinomialTest.lowerTail(count, n, p) <= error, Double.MIN_NORMAL, Math.nextDown(1.0));
    }

    /**
     * The bound below which the probability is not: with it, so many events had probability {@code error}. 0 if there was
     * none.
     *
     * @param count events
     * @param n trials, 1 or more
     * @param error how often such a bound is too high, 0.05 for 95 % confidence
     * @throws IllegalArgumentException if {@code count} is not in 0 .. n or {@code error} not between 0 and 1
     */
    public static double lower(long count, long n, double error) {
        BinomialTest.requireCount(count, n);
        BinomialTest.requireRate("error", error);
        if (count == 0) {
            return 0;
        }
        return Bisection.first(
                p -> BinomialTest.upperTail(count, n, p) >= error, Double.MIN_NORMAL, Math.nextDown(1.0));
    }

    /**
     * How many trials without an event prove that its probability is at most {@code probability}: 2,995 for 0.001 at an error of 5 %.
     *
     * @throws IllegalArgumentException if {@code probability} or {@code error} is not between 0 and 1
     */
    public static long trialsWithout(double probability, double error) {
        double log = StrictMath.log(BinomialTest.requireRate("error", error));
        return (long) Math.ceil(log / StrictMath.log1p(-BinomialTest.requireRate("probability", probability)));
    }
}
