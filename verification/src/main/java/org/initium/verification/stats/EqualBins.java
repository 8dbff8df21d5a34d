// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Gamma;

/**
 * K. Pearson's chi-squared statistic over bins of equal probability and one more on either side for what lies outside. It is the
 * test that sees a fault of the density in one place, such as a wrong wedge of a ziggurat.
 *
 * <p>All values are counted: where the law has no probability outside, one value there makes the statistic infinite. commons-math3's
 * {@code ChiSquareTest} rescales the expected counts to the observed total, and so passes a sample that has lost a tenth of its
 * values.
 *
 * <p><b>Error of the law.</b> The statistic is chi-squared in the limit only. Its logarithmic moment generating function differs from
 * that of chi-squared by, to first order in {@code 1 / expected}, {@code w^2 (R - S) / 8 + w^3 (5 R / 24 - S / 8)} where R is the sum
 * of {@code 1 / expected} over the k bins, {@code S = k^2 / n}, and {@code w = 2 s / (1 - 2 s)}: the Hermite terms of the counts' skewness
 * and kurtosis, taken under a normal law of variance {@code 1 + w} on the plane where counts add up to n. (The term in {@code w^2} is
 * K. Pearson's exact variance, {@code 2 (k - 1) + (sum 1/p - k^2 - 2 k + 2) / n}.) The tail beyond x belongs to {@code w = x / (k - 1) -
 * 1}, so there it is larger than chi-squared's by that exponent; {@link #critical} takes it into account, and refuses a sample where
 * it is above 0.1. For 100 bins and 1e-9 that is n below 12,000.
 */
public final class EqualBins {
    /** The largest correction of the logarithm of a rate: its own error is of the order of its square. */
    private static final double MOST_CORRECTION = 0.1;

    /** Cells that a bin is looked up by; a binary search of 100 bins takes twice the time of all the rest. */
    private static final int CELLS = 1024;

    private final float[] edges;
    private final double[] probabilities;

    /** The first bin that has values in each cell. */
    private final int[] first = new int[CELLS];

    private EqualBins(float[] edges, double[] probabilities) {
        this.edges = edges;
        this.probabilities = probabilities;
        Arrays.fill(first, 1);
        for (int bin = 1; bin < edges.length - 1; bin++) {
            Arrays.fill(first, cell(edges[bin]) + 1, CELLS, bin + 1);
        }
    }

    /**
     * Bins between {@code lower} and {@code upper}, whose edges are floats; so they are as nearly equal as floats allow, and
     * what is expected of each is its own probability.
     *
     * @param cdf the law's distribution function, continuous; exactly 0 and 1 at the bounds of a law that has some
     * @param lower bound of the law, or a place with some values below
     * @param upper bound of the law, or a place with some values above
     * @param bins 2 or more; some 100 find a fault of a hundredth of the law best
     * @throws IllegalArgumentException if the range is empty or not finite, there are too few bins, or so many that some have no
     *     width in floats or no probability
     */
    public static EqualBins of(DoubleUnaryOperator cdf, double lower, double upper, int bins) {
        if (!(lower < upper) || Double.isInfinite(upper - lower) || bins < 2) {
            throw new IllegalArgumentException(bins + " bins over " + lower + " .. " + upper
                    + ", expected two or more over a finite range with lower < upper");
        }
        double below = cdf.applyAsDouble(lower);
        double inside = cdf.applyAsDouble(upper) - below;
        float[] edges = new float[bins + 1];
        double[] probabilities = new double[bins + 2];
        edges[0] = (float) lower + 0f;
        probabilities[0] = below;
        double done = below;
        for (int i = 1; i <= bins; i++) {
            double target = below + inside * i / bins;
            double edge = i == bins ? upper : Bisection.first(x -> cdf.applyAsDouble(x) >= target, lower, upper);
            edges[i] = (float) edge + 0f;
            double until = cdf.applyAsDouble(i == bins ? upper : edges[i]);
            probabilities[i] = until - done;
            done = until;
            if (!(edges[i - 1] < edges[i] && probabilities[i] > 0)) {
                throw new IllegalArgumentException(
                        bins + " bins over " + lower + " .. " + upper + " are too narrow: one ends at " + edges[i]);
            }
        }
        probabilities[bins + 1] = 1 - done;
        return new EqualBins(edges, probabilities);
    }

    /**
     * {@code sum (observed - expected)^2 / expected}; NaN if the sample contains one, infinite if it contains a value where the law
     * has none. The outer edges count as inside, as rounding to float may put a value there.
     *
     * @throws IllegalArgumentException if the sample is empty
     */
    public double statistic(float[] sample) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("sample is empty, expected at least one value");
        }
        long[] counts = new long[probabilities.length];
        for (float x : sample) {
            if (Float.isNaN(x)) {
                return Double.NaN;
            }
            counts[bin(x)]++;
        }
        assert Arrays.stream(counts).sum() == sample.length;
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = sample.length * probabilities[i];
            double off = counts[i] - expected;
            // In a bin of no probability, 0 / 0 if it is empty and infinite if it is not.
            sum += off == 0 ? 0 : off / expected * off;
        }
        return sum;
    }

    private int bin(float x) {
        int bins = edges.length - 1;
        if (x < edges[0]) {
            return 0;
        }
        if (x > edges[bins]) {
            return bins + 1;
        }
        int bin = first[cell(x)];
        while (bin < bins && x >= edges[bin]) {
            bin++;
        }
        return bin;
    }

    /** Which of equally wide cells a value between the outer edges lies in: a step on the way to its bin. */
    private int cell(float x) {
        double share = ((double) x - edges[0]) / ((double) edges[edges.length - 1] - edges[0]);
        return (int) (share * (CELLS - 1));
    }

    /**
     * The value that the statistic exceeds with probability at most {@code alpha} and not much less.
     *
     * @throws IllegalArgumentException if {@code alpha} is not between 0 and 1, or if n is so small that chi-squared is not
     *     the law yet
     */
    public double critical(long n, double alpha) {
        Alpha.require(alpha);
        double correction = correction(n, quantile(alpha * StrictMath.exp(-MOST_CORRECTION)));
        if (!(correction <= MOST_CORRECTION)) {
            throw Alpha.tooFew(
                    n, "test of " + (edges.length - 1) + " bins", alpha, "the statistic is not chi-squared there yet");
        }
        return quantile(alpha * StrictMath.exp(-correction));
    }

    /** By how much the logarithm of the tail beyond x is larger than chi-squared's. */
    private double correction(long n, double x) {
        double inverses = 0;
        int bins = 0;
        for (double probability : probabilities) {
            if (probability > 0) {
                inverses += 1 / (n * probability);
                bins++;
            }
        }
        double equal = (double) bins * bins / n;
        double w = x / degrees() - 1;
        return w * w * ((inverses - equal) / 8 + w * (5 * inverses / 24 - equal / 8));
    }

    /** The value that chi-squared exceeds with probability {@code alpha}. */
    private double quantile(double alpha) {
        double shape = degrees() / 2.0;
        // P(X >= d + 2 sqrt(d x) + 2 x) <= exp(-x): B. Laurent, P. Massart (2000), lemma 1.
        double exponent = -StrictMath.log(alpha);
        double enough = degrees() + 2 * Math.sqrt(degrees() * exponent) + 2 * exponent;
        return Bisection.first(x -> Gamma.regularizedGammaQ(shape, x / 2) <= alpha, 0, enough);
    }

    private int degrees() {
        int bins = 0;
        for (double probability : probabilities) {
            bins += probability > 0 ? 1 : 0;
        }
        return bins - 1;
    }

    /**
     * The smallest relative excess of one inner bin's probability, the others taking up the difference, that is found in 999 samples of
     * 1,000. A lack is found when it is smaller still, as the bin's count varies less then.
     *
     * <p>Given the bin's count x, binomial with the wrong probability, the statistic is {@code (x - n p)^2 / (n p (1 - p))} and {@code
     * (n - x) / (n (1 - p))} times that of the other bins among themselves, whose law is right: chi-squared with a degree less. A law that is
     * noncentral chi-squared instead leaves out that the bin's variance grows with the excess: at 200 values to a bin
     * it misses 5.6 of 1,000.
     *
     * @throws IllegalArgumentException as {@link #critical}
     */
    public double detectable(long n, double alpha) {
        double critical = critical(n, alpha);
        double p = probabilities[1];
        return Bisection.first(excess -> miss(n, p * (1 + excess), critical) <= Power.MISS, 0, 1 / p - 1);
    }

    /** Probability that a sample passes in which the first inner bin has probability q. */
    private double miss(long n, double q, double critical) {
        if (q >= 1) {
            return 0;
        }
        double p = probabilities[1];
        double others = (degrees() - 1) / 2.0;
        double stddev = Math.sqrt(n * q * (1 - q));
        // A sum of every step-th term, four to a standard deviation: as for a normal density, off by exp(-2 pi^2 4^2)
        // of itself.
        long step = Math.max(1, Math.round(stddev / 4));
        double miss = 0;
        for (long x = Math.max(0, Math.round(n * q - 32 * step)); x <= Math.min(n - 1, n * q + 32 * step); x += step) {
            double off = x - n * p;
            double left = (critical - off / (n * p) * off / (1 - p)) * (n * (1 - p) / (n - x));
            if (left >= 0) {
                double passes = others == 0 ? 1 : Gamma.regularizedGammaP(others, left / 2);
                miss += step * SaddlePoint.binomial(x, n, q) * passes;
            }
        }
        return miss;
    }
}
