// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.TDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForkRatioTest {
    private static final double TAIL = 0.025;
    private static final int TRIALS = 4000;

    @Test
    void anExampleByHand() {
        // logarithms 0, 1, 2 (mean 1, variance 1) against 2, 4 (mean 3, variance 2): difference 2, squared error 1/3 +
        // 1,
        // freedom (4/3)^2 / ((1/3)^2 / 2 + 1^2 / 1) = 32/19
        ForkRatio ratio = ForkRatio.of(exp(0, 1, 2), exp(2, 4));
        double error = Math.sqrt(4.0 / 3);
        double freedom = 32.0 / 19;
        // exp and log round by an ulp each of values up to 55; a few of them stay below 1e-13
        Offset<Double> rounding = Offset.offset(1e-13);
        assertThat(ratio.log()).isCloseTo(2, rounding);
        double t = TDistribution.of(freedom).inverseSurvivalProbability(TAIL);
        assertThat(ratio.halfWidth(TAIL)).isCloseTo(t * error, Offset.offset(1e-10)); // t is 5.2, found by iteration
        double p = TDistribution.of(freedom).survivalProbability(1.5 / error);
        assertThat(ratio.pAbove(0.5)).isCloseTo(p, rounding);
        assertThat(ratio.pBelow(0.5)).isCloseTo(1 - p, rounding);
    }

    /**
     * The interval of equal code leaves 1 out in 5 % of runs at most. Welch's t is approximate and errs to the safe side for few forks
     * of equal spread: 200,000 trials of plain normals gave 3.5 % at 3 forks, 4.5 % at 5 and 4.9 % at 10. Chance moves 4000
     * trials by 4 standard errors at most, 1.2 % below the first and 4 sqrt(0.05 · 0.95 / 4000) = 1.4 % above 5 %.
     */
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 10})
    void equalCodeIsToldApartInOneOfTwentyRuns(int forks) {
        SplittableRandom random = new SplittableRandom(20260101);
        int alarms = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            ForkRatio ratio = ForkRatio.of(medians(random, forks, 100), medians(random, forks, 100));
            alarms += Math.abs(ratio.log()) > ratio.halfWidth(TAIL) ? 1 : 0;
        }
        assertThat(alarms / (double) TRIALS).isBetween(0.023, 0.064);
    }

    /** Why iterations are not pooled: the same test on all of them cries wolf in far more than one run of ten. */
    @Test
    void pooledIterationsCryWolf() {
        SplittableRandom random = new SplittableRandom(20260102);
        int alarms = 0;
        for (int trial = 0; trial < 1000; trial++) {
            double[] base = Arrays.stream(Samples.forks(random, 5, 100))
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            double[] same = Arrays.stream(Samples.forks(random, 5, 100))
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            ForkRatio ratio = ForkRatio.of(base, same);
            alarms += Math.abs(ratio.log()) > ratio.halfWidth(TAIL) ? 1 : 0;
        }
        assertThat(alarms).isGreaterThan(300);
    }

    /**
     * The stated detectable change is detected in about 4 of 5 runs: adding two quantiles of t approximates the noncentral t,
     * and 200,000 trials of plain normals found it in 77.6 %.
     */
    @Test
    void theDetectableChangeIsDetected() {
        double limit = StrictMath.log(1.05);
        // the spread that every group has, so that the figure is a constant: 2 % between forks, .5 % / sqrt(5) · 1.25
        // within
        double error = Math.sqrt(2 * (0.02 * 0.02 + 7.8e-6) / 5);
        double change = limit
                + (TDistribution.of(8).inverseSurvivalProbability(TAIL)
                                + TDistribution.of(8).inverseSurvivalProbability(0.2))
                        * error;
        SplittableRandom random = new SplittableRandom(20260103);
        int found = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            double centre = 100 * StrictMath.exp(change);
            found += ForkRatio.of(medians(random, 5, 100), medians(random, 5, centre))
                                    .pAbove(limit)
                            < TAIL
                    ? 1
                    : 0;
        }
        // 4 standard errors of 4000 trials are 2.6 %
        assertThat(found / (double) TRIALS).isBetween(0.75, 0.803);
    }

    /**
     * The tail that Holm's correction of 20 benchmarks asks for, 0.025 / 20, where the sides spread unequally. The rate of false
     * alarms is the mean of {@code Q(t(f) sqrt((v1 + v2) / (s1^2 + s2^2)))} over the estimated variances v1 and v2, which are
     * independent multiples of chi-squared; Q is the normal tail, t(f) the quantile at Satterthwaite's f. The second column
     * has it by numerical integration, for 5 forks a side; chance moves 200,000 trials by 4 standard errors at most. Whatever
     * the spreads, it stays below the tail of t with 4 degrees of freedom beyond the quantile for 8: M. R. Mickey and M. B. Brown
     * (1966), "Bounds on the distribution functions of the Behrens-Fisher statistic", Annals of Mathematical Statistics 37.
     */
    @ParameterizedTest
    @CsvSource({"1, 0.0008496", "2, 0.0012769", "4, 0.0020807", "8, 0.0019942"})
    void unequalSpreadsKeepTheTailThatHolmUsesApproximately(double spread, double expected) {
        double tail = TAIL / 20;
        int trials = 200_000;
        SplittableRandom random = new SplittableRandom(20260104);
        int alarms = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] base = exp(normals(random, 0.01));
            double[] same = exp(normals(random, 0.01 * spread));
            alarms += ForkRatio.of(base, same).pAbove(0) < tail ? 1 : 0;
        }
        double rate = alarms / (double) trials;
        assertThat(rate).isCloseTo(expected, Offset.offset(4 * Math.sqrt(expected / trials)));
        double bound =
                TDistribution.of(4).survivalProbability(TDistribution.of(8).inverseSurvivalProbability(tail));
        assertThat(expected).isLessThan(bound);
    }

    @Test
    void moreForksNarrowTheIntervalAsForetold() {
        // differences of logarithms have standard deviation 0.1 · sqrt(2) per pair of forks
        double[] five = exp(-0.1, -0.1, 0, 0.1, 0.1);
        ForkRatio ratio = ForkRatio.of(five, five);
        int needed = ratio.forksFor(0.05, TAIL, 5, 100);
        double spread = Math.sqrt(2 * 0.01);
        assertThat(half(spread, needed)).isLessThanOrEqualTo(0.05);
        assertThat(half(spread, needed - 1)).isGreaterThan(0.05);
        assertThat(ratio.forksFor(1e-6, TAIL, 5, 100)).isEqualTo(101);
    }

    @Test
    void forksWithoutAnySpreadDecideAtOnce() {
        ForkRatio ratio = ForkRatio.of(new double[] {2, 2}, new double[] {2, 2});
        assertThat(ratio.log()).isZero();
        assertThat(ratio.halfWidth(TAIL)).isZero();
        assertThat(ratio.pAbove(0.1)).isEqualTo(1);
        assertThat(ratio.pBelow(0.1)).isZero();
        assertThat(ratio.pAbove(-0.1)).isZero();
        assertThat(ratio.pBelow(-0.1)).isEqualTo(1);
    }

    private static double half(double spread, int forks) {
        return TDistribution.of(2.0 * forks - 2).inverseSurvivalProbability(TAIL) * spread / Math.sqrt(forks);
    }

    private static double[] medians(SplittableRandom random, int forks, double centre) {
        return Arrays.stream(Samples.forks(random, forks, centre))
                .mapToDouble(JmhBenchmark::median)
                .toArray();
    }

    private static double[] normals(SplittableRandom random, double sd) {
        double[] values = new double[5];
        for (int i = 0; i < values.length; i++) {
            values[i] = sd * Samples.normal(random);
        }
        return values;
    }

    private static double[] exp(double... logs) {
        return Arrays.stream(logs).map(StrictMath::exp).toArray();
    }

    /** Of one ratio the mean is that ratio; of four with the same spread it spreads half as much, with the forks of all. */
    @Test
    void meanAveragesIndependentRatios() {
        double[] base = {1, 1.1, 1.21};
        double[] current = {2, 2.2, 2.42};
        ForkRatio one = ForkRatio.of(base, current);
        assertThat(ForkRatio.mean(List.of(one)).log()).isEqualTo(one.log());
        assertThat(ForkRatio.mean(List.of(one)).halfWidth(0.025)).isCloseTo(one.halfWidth(0.025), within(1e-12));
        // Four degrees of freedom become sixteen: t at 2.5 % falls from 2.776 to 2.120 (any table of Student's t).
        ForkRatio four = ForkRatio.mean(List.of(one, one, one, one));
        assertThat(four.log()).isCloseTo(one.log(), within(1e-15));
        assertThat(four.halfWidth(0.025) / one.halfWidth(0.025)).isCloseTo(0.5 * 2.120 / 2.776, within(5e-4));
    }

    @Test
    void meanOfRatiosWithoutSpreadHasNone() {
        ForkRatio exact = ForkRatio.of(new double[] {1, 1}, new double[] {2, 2});
        assertThat(ForkRatio.mean(List.of(exact, exact)).halfWidth(0.025)).isZero();
    }
}
