// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The ratio of two groups of fork medians: Welch's t on their logarithms.
 *
 * <p>The fork is the unit, for what varies is mostly decided once per JVM (code layout, heap addresses, inlining), and
 * iterations within one repeat that decision: pooling them rejects equal code four times in ten. On logarithms, because
 * timings spread in proportion; t rather than a bootstrap, because the latter covers too little at three forks. Simulations
 * of these statements are in this class's test.
 *
 * <p>Few forks of unequal spread cost some accuracy far out in the tail: at 5 forks a side and a level of 0.025 / 20, the rate
 * of false alarms is 0.7 of the nominal one where the sides spread alike and 1.7 of it at worst, where one spreads four times
 * as much.
 *
 * <p>B. L. Welch (1947), "The generalization of 'Student's' problem when several different population variances are
 * involved", Biometrika 34; degrees of freedom by Satterthwaite's formula.
 */
final class ForkRatio {
    private final double log;
    private final double error;
    private final double freedom;

    private ForkRatio(double log, double error, double freedom) {
        this.log = log;
        this.error = error;
        this.freedom = freedom;
    }

    /** The ratio of {@code current} to {@code base}, at least two positive, finite medians each. */
    static ForkRatio of(double[] base, double[] current) {
        assert base.length >= 2 && current.length >= 2;
        double b = logVariance(base) / base.length;
        double c = logVariance(current) / current.length;
        double freedom = b + c == 0
                ? base.length + current.length - 2
                : (b + c) * (b + c) / (b * b / (base.length - 1) + c * c / (current.length - 1));
        return new ForkRatio(meanLog(current) - meanLog(base), Math.sqrt(b + c), freedom);
    }

    /** The geometric mean of ratios of different forks, at least one; degrees of freedom by Satterthwaite's formula again. */
    static ForkRatio mean(List<ForkRatio> ratios) {
        int n = ratios.size();
        assert n > 0;
        double log = 0;
        double variance = 0;
        double weights = 0;
        double most = 0;
        for (ForkRatio ratio : ratios) {
            double square = ratio.error * ratio.error / ((double) n * n);
            log += ratio.log / n;
            variance += square;
            weights += square * square / ratio.freedom;
            most += ratio.freedom;
        }
        return new ForkRatio(log, Math.sqrt(variance), weights == 0 ? most : variance * variance / weights);
    }

    /** Logarithm of the ratio of the geometric means. */
    double log() {
        return log;
    }

    /** Half width of the interval of the logarithm that covers {@code 1 - 2 tail}. */
    double halfWidth(double tail) {
        return quantile(tail) * error;
    }

    /** One-sided p-value of the hypothesis that the logarithm is {@code limit} or less. */
    double pAbove(double limit) {
        if (error == 0) {
            return log > limit ? 0 : 1;
        }
        return TDistribution.of(freedom).survivalProbability((log - limit) / error);
    }

    /** One-sided p-value of the hypothesis that the logarithm is {@code limit} or more. */
    double pBelow(double limit) {
        if (error == 0) {
            return log < limit ? 0 : 1;
        }
        return TDistribution.of(freedom).cumulativeProbability((log - limit) / error);
    }

    /**
     * The smallest true logarithm found to exceed {@code limit} in {@code power} of all runs, by a test at level {@code tail}:
     * the usual sum of two quantiles, an approximation of the noncentral t.
     */
    double detectable(double limit, double tail, double power) {
        return limit + (quantile(tail) + quantile(1 - power)) * error;
    }

    /**
     * Forks on each side that bring the half width down to {@code target}, if they spread as these do.
     *
     * @return 2 .. {@code most}, or {@code most + 1} if even that many are too few
     */
    int forksFor(double target, double tail, int forks, int most) {
        double spread = error * Math.sqrt(forks); // of a difference of two means of one fork each
        for (int n = 2; n <= most; n++) {
            double t = TDistribution.of(2.0 * n - 2).inverseSurvivalProbability(tail);
            if (t * spread / Math.sqrt(n) <= target) {
                return n;
            }
        }
        return most + 1;
    }

    private double quantile(double tail) {
        return TDistribution.of(freedom).inverseSurvivalProbability(tail);
    }

    static double meanLog(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += StrictMath.log(value);
        }
        return sum / values.length;
    }

    private static double logVariance(double[] values) {
        double mean = meanLog(values);
        double sum = 0;
        for (double value : values) {
            double deviation = StrictMath.log(value) - mean;
            sum += deviation * deviation;
        }
        return sum / (values.length - 1);
    }
}
