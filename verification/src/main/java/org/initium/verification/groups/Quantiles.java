// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.plan.QuantileData;
import org.initium.verification.stats.BetaEntries;
import org.initium.verification.stats.ClopperPearson;

/**
 * Order statistics of samples beside the quantiles of their laws: Q-Q plots.
 *
 * <p>The k-th of n independent uniform values is at most u as often as a binomial count of n and u is at least k, so the ends of its
 * band are bounds of {@link ClopperPearson}. Every point has the same share of what the band may miss, as in S. Aldor-Noiman et al.
 * (2013), "The Power to See: A New Graphical Test of Normality", The American Statistician 67(4), but by C. E. Bonferroni, which is
 * a bound: a right sample is inside everywhere with a probability of {@link #CONFIDENCE} at least.
 */
final class Quantiles {
    /** One right plot in a thousand has a point outside: of the plots of a report, one report in some seventy. */
    static final double CONFIDENCE = 0.999;

    /** Points, in equal steps of the law's values: as many as a plot of 300 pixels can show apart. */
    private static final int POINTS = 61;

    /** Halves a bracket of 80 standard deviations to 1e-16 of one. */
    private static final int HALVINGS = 60;

    /** Standard deviations to either side within which every quantile of a law without bounds lies that is asked for. */
    private static final double REACH = 40;

    private Quantiles() {}

    /** Independent draws. */
    static QuantileData of(String initializer, float[] sample, ExpectedLaw.Random law) {
        double half = Math.min(law.bound(), REACH) * law.stddev();
        return of(initializer, Histograms.words(law), sample, law.mean() - half, law.mean() + half, law::cdf);
    }

    /** One entry each of independent orthogonal matrices, in units of their gain. */
    static QuantileData of(String initializer, float[] entries, ExpectedLaw.Haar law) {
        BetaEntries beta = new BetaEntries(Math.max(law.rows(), law.columns()));
        String words = "first entries of " + law.rows() + " x " + law.columns() + " Haar matrices";
        return of(initializer, words, entries, -1, 1, beta::cdf);
    }

    private static QuantileData of(
            String initializer, String words, float[] sample, double lower, double upper, DoubleUnaryOperator cdf) {
        float[] sorted = sample.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        int[] ranks =
                ranks(n, quantile(cdf, lower, upper, 1.0 / (n + 1)), quantile(cdf, lower, upper, n / (n + 1.0)), cdf);
        int points = ranks.length;
        double miss = (1 - CONFIDENCE) / (2 * points);
        double[] expected = new double[points];
        double[] measured = new double[points];
        double[] low = new double[points];
        double[] high = new double[points];
        for (int i = 0; i < points; i++) {
            int k = ranks[i];
            expected[i] = quantile(cdf, lower, upper, k / (n + 1.0));
            measured[i] = sorted[k - 1];
            low[i] = quantile(cdf, lower, upper, ClopperPearson.lower(k, n, miss));
            high[i] = quantile(cdf, lower, upper, ClopperPearson.upper(k - 1, n, miss));
        }
        return new QuantileData(initializer, words, n, CONFIDENCE, expected, measured, low, high);
    }

    /** Ranks from 1 to n whose quantiles are in equal steps, as nearly as they can. */
    private static int[] ranks(int n, double first, double last, DoubleUnaryOperator cdf) {
        int[] ranks = new int[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double x = first + (last - first) * i / (POINTS - 1);
            ranks[i] = (int) Math.max(1, Math.min(n, Math.round(cdf.applyAsDouble(x) * (n + 1.0))));
        }
        return Arrays.stream(ranks).distinct().toArray();
    }

    private static double quantile(DoubleUnaryOperator cdf, double lower, double upper, double p) {
        double below = lower;
        double above = upper;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (below + above) / 2;
            if (cdf.applyAsDouble(middle) < p) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return (below + above) / 2;
    }
}
