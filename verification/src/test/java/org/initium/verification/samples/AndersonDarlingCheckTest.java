// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.AndersonDarling;
import org.initium.verification.stats.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AndersonDarlingCheckTest {
    private static final int N = 500;
    private static final AndersonDarlingCheck CHECK = new AndersonDarlingCheck();
    private static final ExpectedLaw.Uniform UNIFORM = new ExpectedLaw.Uniform(-3, 1);
    private static final ExpectedLaw.Normal NORMAL = new ExpectedLaw.Normal(2, 0.5);
    private static final ExpectedLaw.TruncatedNormal CUT = new ExpectedLaw.TruncatedNormal(0, 0.5);

    static List<ExpectedLaw.Random> laws() {
        return List.of(UNIFORM, NORMAL, CUT);
    }

    private static float[] sample(ExpectedLaw.Random law, int seed, int n) {
        float[] x = new float[n];
        Sampler sampler = Samplers.of(Key.of(seed));
        if (law instanceof ExpectedLaw.Uniform) {
            sampler.uniform(law.lower(), law.upper(), Slice.all(n), x, 0);
        } else if (law instanceof ExpectedLaw.TruncatedNormal cut) {
            sampler.truncatedNormal(cut.mean(), cut.scale(), Slice.all(n), x, 0);
        } else {
            sampler.normal(law.mean(), law.stddev(), Slice.all(n), x, 0);
        }
        return x;
    }

    private static boolean fails(float[] sample, ExpectedLaw.Random law, double alpha) {
        return !CHECK.check(sample, law, alpha).passed();
    }

    /** The logarithms of each tail for itself. Both are good to 1e-8 where F is 1e-9, and there is a weight of 1/n on it. */
    @ParameterizedTest
    @MethodSource("laws")
    void theStatisticIsThatOfBothTails(ExpectedLaw.Random law) {
        float[] x = sample(law, 1, 10_000);
        double shift = law instanceof ExpectedLaw.Uniform ? 0x1p-25 * (law.upper() - law.lower()) : 0;
        double expected = AndersonDarling.statistic(
                x, v -> StrictMath.log(law.cdf(v + shift)), v -> StrictMath.log(law.cdf(2 * law.mean() - v - shift)));
        assertThat(CHECK.check(x, law, 1e-3).statistic()).isCloseTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void rightSamplesFailAsOftenAsStated(ExpectedLaw.Random law) {
        Trials.assertExactSize(0.01, 3000, seed -> fails(sample(law, seed, N), law, 0.01));
    }

    /** A logistic shift of the probabilities has the stated distance exactly. */
    @Test
    void theDetectableFaultIsFound() {
        double size =
                CHECK.check(sample(UNIFORM, 0, N), UNIFORM, 1e-3).detects().size();
        double t = shift(size);
        Trials.assertFound(3000, seed -> fails(shifted(sample(UNIFORM, seed, N), t), UNIFORM, 1e-3));
        Trials.assertMissed(300, seed -> fails(shifted(sample(UNIFORM, seed, N), t / 3), UNIFORM, 1e-3));
    }

    /** Where {@code t coth(t / 2) - 2} is the square of the size. */
    private static double shift(double size) {
        double below = 1e-3;
        double above = 20;
        for (int i = 0; i < 60; i++) {
            double t = (below + above) / 2;
            if (t / Math.tanh(t / 2) - 2 >= size * size) {
                above = t;
            } else {
                below = t;
            }
        }
        return above;
    }

    private static float[] shifted(float[] sample, double t) {
        for (int i = 0; i < sample.length; i++) {
            double u = (sample[i] + 3) / 4;
            double v = u * Math.exp(t) / (1 - u + u * Math.exp(t));
            sample[i] = (float) (4 * v - 3);
        }
        return sample;
    }

    /** Of a normal law whose standard deviation is wrong the words give the size; the distance is that to first order in it. */
    @Test
    void theDetectableStandardDeviationIsFound() {
        int n = 20_000;
        Verdict verdict = CHECK.check(sample(NORMAL, 0, n), NORMAL, 1e-3);
        double e = Double.parseDouble(verdict.detects().fault().replaceAll(".*wrong by ", ""));
        assertThat(e).isCloseTo(verdict.detects().size() / 0.52, within(0.05 * e));
        ExpectedLaw.Normal wide = new ExpectedLaw.Normal(2, 0.5 * (1 + e));
        Trials.assertFound(200, seed -> fails(sample(wide, seed, n), NORMAL, 1e-3));
    }

    /** Rounding may put an element on a bound, and a sampler that leaks beyond: a few are no business of this check. */
    @Test
    void aFewElementsOnTheBoundsAndBeyondPass() {
        float[] x = sample(CUT, 3, 100_000);
        double right = CHECK.check(x, CUT, 1e-3).statistic();
        x[5] = 1;
        x[6] = -1;
        x[7] = 1.7f;
        assertThat(CHECK.check(x, CUT, 1e-3).statistic()).isCloseTo(right, within(0.01));
        float[] u = sample(UNIFORM, 3, 100_000);
        u[5] = -3;
        u[6] = 1;
        assertThat(CHECK.check(u, UNIFORM, 1e-3).passed()).isTrue();
    }

    /** Where the law has no probability at all, the statistic is infinite. */
    @Test
    void anAbsurdElementOfAnUnboundedLawFails() {
        float[] x = sample(NORMAL, 3, 10_000);
        x[5] = 1e30f;
        assertThat(CHECK.check(x, NORMAL, 1e-9).statistic()).isInfinite();
        assertThat(CHECK.check(x, NORMAL, 1e-9).passed()).isFalse();
    }
}
