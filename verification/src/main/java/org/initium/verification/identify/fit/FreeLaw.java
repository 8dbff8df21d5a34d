// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

import java.util.List;
import org.initium.verification.laws.ExpectedLaw;

/**
 * A family whose scale, and perhaps mean, are not known beforehand: its best member and how well the family as a whole explains
 * the sample.
 *
 * <p>The likelihood is averaged over proper priors. The scale's is {@code 1 / scale} from 1e-8 to 1e4, whose ends are too far
 * out to matter; that of a mean in units of the scale is Cauchy's, as in H. Jeffreys (1961), "Theory of Probability", section
 * 5.2. So a family that could have explained anything has to do better, by some {@code ln n / 2} to {@code ln n} nats and a few
 * more, than a law that said its scale beforehand.
 *
 * @param label the initializer that takes such parameters
 * @param law the best member
 * @param logMarginal logarithm of the averaged likelihood, in nats
 * @param stddev standard deviation of the law, for a truncated one after the cut
 */
record FreeLaw(String label, ExpectedLaw.Random law, double logMarginal, Interval stddev) {
    /** Logarithm of the range of scales, by which the prior density is divided. */
    private static final double LN_RANGE = StrictMath.log(StrictMath.log(1e12));

    private static final double TAIL = (1 - Interval.COVERAGE) / 2;

    /**
     * The families for a sample of at least 4 elements that are not all equal: uniform, normal and truncated normal, first about 0,
     * then anywhere.
     */
    static List<FreeLaw> of(Sample sample) {
        return List.of(
                uniformAboutZero(sample),
                normalAboutZero(sample),
                truncatedAboutZero(sample),
                uniform(sample),
                normal(sample),
                truncated(sample));
    }

    /** The limit a has {@code p(a | sample) ~ a^-(n + 1)} above the largest magnitude m: {@code P(a > t) = (m / t)^n}. */
    private static FreeLaw uniformAboutZero(Sample sample) {
        double n = sample.size();
        double m = sample.largest();
        Interval limit = beyond(m, n);
        double log = -n * StrictMath.log(2 * m) - StrictMath.log(n) - LN_RANGE;
        double a = limit.estimate();
        return new FreeLaw("random_uniform", new ExpectedLaw.Uniform(-a, a), log, limit.times(1 / Math.sqrt(3)));
    }

    /** {@code sum x^2 / sigma^2} is chi-squared with n degrees of freedom. */
    private static FreeLaw normalAboutZero(Sample sample) {
        double squares = sample.squares(0);
        double log = -sample.size() * Likelihood.LN_2PI / 2 + ScaleIntegral.log(sample.size(), squares, 0) - LN_RANGE;
        Interval stddev = ScaleIntegral.interval(sample.size(), squares, TAIL);
        return new FreeLaw("random_normal", new ExpectedLaw.Normal(0, stddev.estimate()), log, stddev);
    }

    /**
     * Cut at the largest magnitude, or at one below it for the sake of a {@linkplain Likelihood#LEAK leak}: the likelihood falls
     * from there on, as a cut that is wider explains no more.
     */
    private static FreeLaw truncatedAboutZero(Sample sample) {
        int n = sample.size();
        double squares = sample.squares(0);
        int most = (int) Math.min(n - 1.0, 8 + 3.0 * n * Likelihood.LEAK);
        double best = Double.NEGATIVE_INFINITY;
        double edge = 0;
        for (int outside = 0; outside <= most; outside++) {
            double scale = sample.magnitude(outside) / Likelihood.CUT;
            double log = scale > 0
                    ? ScaleIntegral.log(n, squares, scale) + Likelihood.cutting(n, outside)
                    : Double.NEGATIVE_INFINITY;
            if (log > best) {
                best = log;
                edge = scale;
            }
        }
        // d ln L / d ln scale = -n + squares / scale^2 at the edge.
        Interval scale = beyond(edge, Math.max(n - squares / (edge * edge), Math.sqrt(n)));
        ExpectedLaw.TruncatedNormal law = new ExpectedLaw.TruncatedNormal(0, scale.estimate());
        double log = best - n * Likelihood.LN_2PI / 2 - LN_RANGE;
        return new FreeLaw("truncated_normal", law, log, scale.times(law.stddev() / law.scale()));
    }

    /** {@code integral (hi - lo)^-n dlo dhi = r^(2 - n) / ((n - 1)(n - 2))} over all bounds around a range r. */
    private static FreeLaw uniform(Sample sample) {
        double n = sample.size();
        double range = (double) sample.max() - sample.min();
        double middle = sample.min() + range / 2;
        double log = (2 - n) * StrictMath.log(range)
                - StrictMath.log((n - 1) * (n - 2))
                + logPrior(middle, range / 2)
                - StrictMath.log(2);
        Interval width = beyond(range, n - 1);
        double half = width.estimate() / 2;
        ExpectedLaw.Uniform law = new ExpectedLaw.Uniform(middle - half, middle + half);
        return new FreeLaw("random_uniform", law, log, width.times(1 / Math.sqrt(12)));
    }

    /** Integrated over the mean, about which the likelihood is a normal of variance sigma^2 / n, and then over sigma. */
    private static FreeLaw normal(Sample sample) {
        int n = sample.size();
        double squares = sample.squares(sample.mean());
        Interval stddev = ScaleIntegral.interval(n - 1, squares, TAIL);
        double log = -(n - 1) * Likelihood.LN_2PI / 2
                - StrictMath.log(n) / 2
                + ScaleIntegral.log(n, squares, 0)
                + logCauchy(sample.mean() / stddev.estimate())
                - LN_RANGE;
        ExpectedLaw.Normal law = new ExpectedLaw.Normal(sample.mean(), stddev.estimate());
        return new FreeLaw("random_normal", law, log, stddev);
    }

    /**
     * Cut at smallest and largest element, from where the likelihood falls exponentially in either bound; Laplace's method at that
     * corner.
     */
    private static FreeLaw truncated(Sample sample) {
        double n = sample.size();
        double range = (double) sample.max() - sample.min();
        double mean = sample.min() + range / 2;
        double edge = range / (2 * Likelihood.CUT);
        double squares = sample.squares(mean);
        double bySpread = (n - squares / (edge * edge)) / edge;
        double byShift = n * (sample.mean() - mean) / (edge * edge);
        // mean = (lo + hi) / 2 and scale = (hi - lo) / 4: how fast it falls as hi grows, and as lo sinks. A law that is
        // no such
        // cut has no such corner; then a slope of sqrt(n) keeps the estimate finite, and the corner is unlikely enough.
        double least = Math.sqrt(n) / edge;
        double up = Math.max(bySpread / 4 - byShift / 2, least);
        double down = Math.max(bySpread / 4 + byShift / 2, least);
        double log = Likelihood.log(sample, new ExpectedLaw.TruncatedNormal(mean, edge))
                - StrictMath.log(up * down)
                + logPrior(mean, edge)
                - StrictMath.log(4);
        Interval scale = beyond(edge, Math.max(n - squares / (edge * edge), Math.sqrt(n)));
        ExpectedLaw.TruncatedNormal law = new ExpectedLaw.TruncatedNormal(mean, scale.estimate());
        return new FreeLaw("truncated_normal", law, log, scale.times(law.stddev() / law.scale()));
    }

    /** Logarithm of the prior density of mean and scale. */
    private static double logPrior(double mean, double scale) {
        return logCauchy(mean / scale) - 2 * StrictMath.log(scale) - LN_RANGE;
    }

    private static double logCauchy(double t) {
        return -StrictMath.log(Math.PI * (1 + t * t));
    }

    /** A figure that is above {@code edge} and above t with probability {@code (edge / t)^rate}. */
    private static Interval beyond(double edge, double rate) {
        double half = edge * StrictMath.exp(StrictMath.log(2) / rate);
        return new Interval(half, edge, edge * StrictMath.exp(-StrictMath.log(1 - Interval.COVERAGE) / rate));
    }
}
