// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/**
 * Binomial and Poisson probabilities to 12 digits and more at any size: C. Loader (2000), "Fast and Accurate Computation of Binomial
 * Probabilities". Logarithms of factorials would leave 8 digits at n = 10^8, for they are 10^9 and nearly cancel; here what
 * cancels has been taken out by hand.
 */
final class SaddlePoint {
    private static final double TWO_PI = 2 * Math.PI;

    /** From here on five terms of Stirling's series leave less than 1e-16: the sixth is 691/360360 / 16^11 = 1.1e-16. */
    private static final int SERIES_FROM = 16;

    private SaddlePoint() {}

    /** {@code C(n, k) p^k (1 - p)^(n - k)} for k in 0 .. n and p above 0 and below 1. */
    static double binomial(long k, long n, double p) {
        if (k == 0) {
            return StrictMath.exp(n * StrictMath.log1p(-p));
        }
        if (k == n) {
            return StrictMath.exp(n * StrictMath.log(p));
        }
        double log = stirlingError(n)
                - stirlingError(k)
                - stirlingError(n - k)
                - deviance(k, n * p)
                - deviance(n - k, n * (1 - p));
        return Math.sqrt(n / (TWO_PI * k * (n - k))) * StrictMath.exp(log);
    }

    /** {@code mean^k e^-mean / k!} for k of 0 or more and a mean above 0. */
    static double poisson(long k, double mean) {
        if (k == 0) {
            return StrictMath.exp(-mean);
        }
        return StrictMath.exp(-stirlingError(k) - deviance(k, mean)) / Math.sqrt(TWO_PI * k);
    }

    /** {@code ln(n!) - ln(sqrt(2 pi n) (n / e)^n)} for n of 1 or more. */
    private static double stirlingError(long n) {
        if (n < SERIES_FROM) {
            double factorial = 1;
            for (int i = 2; i <= n; i++) {
                factorial *= i;
            }
            return StrictMath.log(factorial) - StrictMath.log(TWO_PI * n) / 2 - n * StrictMath.log(n) + n;
        }
        double x = 1.0 / n;
        double square = x * x;
        return x * (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square * (1 / 1680.0 - square / 1188))));
    }

    /** {@code k ln(k / mean) + mean - k}, which is about {@code (k - mean)^2 / (2 mean)} where k is near the mean. */
    private static double deviance(double k, double mean) {
        if (Math.abs(k - mean) >= 0.1 * (k + mean)) {
            return k * StrictMath.log(k / mean) + mean - k;
        }
        // ln(k / mean) = 2 (v + v^3/3 + v^5/5 + ...) with v = (k - mean) / (k + mean), here below 0.1: 8 terms or
        // fewer.
        double v = (k - mean) / (k + mean);
        double sum = (k - mean) * v;
        double power = 2 * k * v;
        for (int odd = 3; ; odd += 2) {
            power *= v * v;
            double next = sum + power / odd;
            if (next == sum) {
                return sum;
            }
            sum = next;
        }
    }
}
