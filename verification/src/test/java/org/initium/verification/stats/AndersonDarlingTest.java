// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AndersonDarlingTest {
    /** Half a cell of the sampler's grid. */
    private static final double MIDDLE = 0x1p-25;

    private static double uniformStatistic(float[] sample) {
        return AndersonDarling.statistic(sample, x -> StrictMath.log(x + MIDDLE), x -> StrictMath.log1p(-(x + MIDDLE)));
    }

    @Test
    void statisticIsTheSum() {
        // One value u: -1 - ln u - ln(1 - u).
        assertThat(AndersonDarling.statistic(new float[] {0.25f}, Math::log, x -> Math.log1p(-x)))
                .isCloseTo(-1 - Math.log(0.25) - Math.log(0.75), within(1e-15));
        // Three, in no order: sorted 1/8, 1/2, 3/4.
        double sum = Math.log(0.125)
                + 3 * Math.log(0.5)
                + 5 * Math.log(0.75)
                + 5 * Math.log(0.875)
                + 3 * Math.log(0.5)
                + Math.log(0.25);
        assertThat(AndersonDarling.statistic(new float[] {0.75f, 0.125f, 0.5f}, Math::log, x -> Math.log1p(-x)))
                .isCloseTo(-3 - sum / 3, within(1e-14));
    }

    /** The definition: n times the integral of (F_n - F)^2 over the log odds, between the values in closed form. */
    @Test
    void statisticIsTheIntegral() {
        float[] sample = Samples.uniform(5, 200);
        float[] sorted = sample.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double integral = 0;
        for (int i = 0; i <= n; i++) {
            double from = i == 0 ? 0 : sorted[i - 1] + MIDDLE;
            double to = i == n ? 1 : sorted[i] + MIDDLE;
            double share = (double) i / n;
            // (a - u)^2 / (u (1 - u)) has the integral a^2 ln u - (1 - a)^2 ln(1 - u) - u.
            integral += (i == 0 ? 0 : share * share * Math.log(to / from))
                    - (i == n ? 0 : (1 - share) * (1 - share) * Math.log((1 - to) / (1 - from)))
                    - (to - from);
        }
        // 200 terms below 10, each good to some ulp, times n.
        assertThat(uniformStatistic(sample)).isCloseTo(n * integral, within(1e-9));
    }

    /**
     * Significance points of T. W. Anderson, D. A. Darling (1954), "A Test of Goodness of Fit", JASA 49(268), to their digits. Their point at
     * 1 %, 3.857, is left out: by their own series, below, it has 0.01024.
     */
    @ParameterizedTest
    @CsvSource({"1.933, 0.10, 7e-5", "2.492, 0.05, 3e-5"})
    void limitHasThePublishedPoints(double z, double alpha, double tolerance) {
        assertThat(AndersonDarling.limitTail(z)).isCloseTo(alpha, within(tolerance));
    }

    /** A second way to the limit: Anderson's and Darling's own series (1952, equation 4.35), good to 1e-13 of 1. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2.5, 4, 7, 12})
    void limitAgreesWithTheSeriesOfItsAuthors(double z) {
        double sum = 0;
        for (int j = 0; j < 30; j++) {
            double a = (4 * j + 1) * (4 * j + 1) * Math.PI * Math.PI / (8 * z);
            double integral = 0;
            double step = 0.05;
            for (int i = -400; i <= 400; i++) {
                double w = i * step;
                integral += StrictMath.exp(z / (8 * (w * w + 1)) - a * (w * w + 1)) * step / 2;
            }
            double choose = StrictMath.exp(Gamma.logGamma(j + 0.5) - Gamma.logGamma(j + 1)) / Math.sqrt(Math.PI);
            sum += (j % 2 == 0 ? choose : -choose) * (4 * j + 1) * integral;
        }
        double cdf = Math.sqrt(2 * Math.PI) / z * sum;
        assertThat(AndersonDarling.limitTail(z)).isCloseTo(1 - cdf, within(1e-12));
    }

    @Test
    void farTailHasItsAsymptote() {
        // The next term of V. M. Zolotarev's expansion is of the order of 1 / z.
        double ratio = AndersonDarling.limitTail(600) * StrictMath.exp(600) * Math.sqrt(Math.PI * 600 / 3);
        assertThat(ratio).isCloseTo(1, within(3 / 600.0));
    }

    /**
     * At finite n, out to tails that no simulation reaches, by the identity of the Javadoc. The share of samples beyond z is {@code exp(-n)
     * n^(n+1) / n!} times the mean, over gaps drawn from exponential laws, of the integral of {@code exp(-A^2)} over the places where A^2 is
     * above z; and with {@code A^2 = z + l}, l exponential, that is {@code exp(-z)} times the mean of {@code 1 / |dA^2 / dplace|} at both
     * ends of the interval where A^2 is below.
     */
    @ParameterizedTest
    @CsvSource({"64, 1e-3", "64, 1e-6", "64, 1e-9", "64, 1e-10", "200, 1e-3", "200, 1e-9", "1000, 1e-3", "1000, 1e-12"})
    void alphaIsRightAtFiniteSizes(int n, double alpha) {
        double z = AndersonDarling.critical(n, alpha);
        int draws = Math.max(400, 100_000 / n);
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < draws; draw++) {
            float[] u = Samples.uniform(1000 + draw, n);
            double[] x = new double[n];
            for (int i = 1; i < n; i++) {
                x[i] = x[i - 1] - Math.log(u[i] + MIDDLE) * n / ((double) i * (n - i));
            }
            double level = z - Math.log((draw + 0.5) / draws);
            double density = 1 / slope(x, level, 1) + 1 / slope(x, level, -1);
            sum += density;
            squares += density * density;
        }
        double mean = sum / draws;
        double error = Math.sqrt((squares / draws - mean * mean) / draws);
        double factor = StrictMath.exp(n * Math.log(n) - n + Math.log(n) - Gamma.logGamma(n + 1));
        double share = factor * Math.exp(-z) * mean / alpha;
        double relative = error / mean;
        // Within 1 % as stated, and three standard errors: more of them in truth, as the l are not drawn but spread
        // evenly.
        assertThat(relative).isLessThan(5e-3);
        assertThat(share).isCloseTo(1, within(0.01 + 3 * relative));
    }

    /** Magnitude of {@code dA^2 / dplace} where a logistic sample with these gaps, moved up or down, has A^2 = level. */
    private static double slope(double[] gaps, double level, int side) {
        int n = gaps.length;
        double place = -gaps[n / 2] + side * Math.sqrt(6 * level / n);
        double slope = side;
        for (int step = 0; step < 60; step++) {
            // A^2 = -n - average((2i + 1) ln F + (2n - 2i - 1) ln(1 - F)), and (ln F)' = 1 - F.
            double sum = 0;
            slope = 0;
            for (int i = 0; i < n; i++) {
                double x = gaps[i] + place;
                double e = Math.exp(-Math.abs(x));
                double tail = Math.log1p(e);
                double logF = -tail + Math.min(0, x);
                double logS = -tail - Math.max(0, x);
                double f = x > 0 ? 1 / (1 + e) : e / (1 + e);
                sum += (2 * i + 1) * logF + (2 * (n - i) - 1) * logS;
                slope -= ((2 * i + 1) * (1 - f) - (2 * (n - i) - 1) * f) / n;
            }
            double off = -n - sum / n - level;
            if (Math.abs(off) < 1e-9) {
                break;
            }
            place -= off / slope;
        }
        // A^2 is convex in the place, so Newton's method ends on the side on which it is above the level; check that it
        // was.
        assertThat(side * slope).isPositive();
        return Math.abs(slope);
    }

    @Test
    void rightSamplesFailAsOftenAsStated() {
        double critical = AndersonDarling.critical(100, 0.01);
        Trials.assertExactSize(0.01, 2000, seed -> uniformStatistic(Samples.uniform(seed, 100)) > critical);
    }

    /** A shift in log odds of the detectable size, for which the unit is known in closed form. */
    @Test
    void theDetectableShiftIsFound() {
        int n = 400;
        double critical = AndersonDarling.critical(n, 1e-6);
        double unit = AndersonDarling.detectable(n, 1e-6);
        double shift = Bisection.first(t -> t / Math.tanh(t / 2) - 2 >= unit * unit, 0, 10);
        Trials.assertFound(1000, seed -> uniformStatistic(shifted(seed, n, shift)) > critical);
        Trials.assertMissed(100, seed -> uniformStatistic(shifted(seed, n, 0.5 * shift)) > critical);
    }

    private static float[] shifted(int seed, int n, double shift) {
        float[] x = Samples.uniform(seed, n);
        double odds = Math.exp(shift);
        for (int i = 0; i < n; i++) {
            x[i] = (float) (odds * x[i] / (1 + (odds - 1) * x[i]));
        }
        return x;
    }

    /** The units of {@code detectable}'s Javadoc, by Simpson's rule for a normal law that is wrong by 1e-3. */
    @Test
    void faultsOfANormalLawHaveTheStatedSizes() {
        NormalDistribution law = new NormalDistribution(null, 0, 1);
        assertThat(distance(law, new NormalDistribution(null, 1e-3, 1)) / 1e-3).isCloseTo(0.69, within(0.005));
        assertThat(distance(law, new NormalDistribution(null, 0, 1.001)) / 1e-3).isCloseTo(0.52, within(0.005));
    }

    private static double distance(NormalDistribution law, NormalDistribution other) {
        double sum = 0;
        double step = 1 / 64.0;
        for (int i = -448; i <= 448; i++) {
            double x = i * step;
            double off = other.cumulativeProbability(-Math.abs(x)) - law.cumulativeProbability(-Math.abs(x));
            double f = law.cumulativeProbability(-Math.abs(x));
            sum += off * off / (f * (1 - f)) * law.density(x) * step;
        }
        return Math.sqrt(sum);
    }

    @Test
    void thresholdsFallAsTheyShould() {
        double last = 0;
        for (double alpha = 0.3; alpha > 1e-12; alpha /= 2) {
            double critical = AndersonDarling.critical(1_000_000, alpha);
            assertThat(critical).isGreaterThan(last);
            last = critical;
        }
        assertThat(AndersonDarling.critical(1_000_000, 1e-6)).isCloseTo(12.516, within(0.001));
        assertThat(AndersonDarling.detectable(20_000, 1e-6)).isLessThan(AndersonDarling.detectable(10_000, 1e-6));
        assertThat(AndersonDarling.critical(1_000_000, 0.9)).isEqualTo(1, within(1e-15));
    }

    @Test
    void aNanIsNotLostAndAnImpossibleValueIsInfinite() {
        float[] sample = Samples.uniform(3, 1000);
        sample[700] = 0;
        assertThat(AndersonDarling.statistic(sample, Math::log, x -> Math.log1p(-x)))
                .isInfinite();
        sample[700] = Float.NaN;
        assertThat(AndersonDarling.statistic(sample, x -> -1, x -> -1)).isNaN();
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AndersonDarling.critical(49, 1e-9))
                .withMessageContaining("49 values are too few for the Anderson-Darling test")
                .withMessageContaining("equal values throughout would pass");
        assertThat(AndersonDarling.critical(52, 1e-9)).isPositive();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AndersonDarling.critical(1000, Double.NaN))
                .withMessageContaining("alpha is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AndersonDarling.statistic(new float[0], Math::log, Math::log))
                .withMessageContaining("empty");
    }
}
