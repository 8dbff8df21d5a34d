// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EqualBinsCheckTest {
    private static final int N = 100_000;
    private static final double ALPHA = 1e-9;
    private static final EqualBinsCheck CHECK = new EqualBinsCheck();

    static List<ExpectedLaw.Random> laws() {
        return RightSamples.LAWS;
    }

    private static boolean passes(float[] sample, ExpectedLaw.Random law) {
        return CHECK.check(sample, law, ALPHA).passed();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void aRightSamplePasses(ExpectedLaw.Random law) {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(passes(RightSamples.of(law, seed, N), law)).isTrue();
        }
    }

    /**
     * Half of a bin's elements in its neighbour: 500 of 100,000, which move the distribution function by 0.005. A Kolmogorov-Smirnov
     * test sees 0.0103 here.
     */
    @Test
    void aLocalFaultOfTheDensityIsFound() {
        float[] sample = RightSamples.of(RightSamples.UNIFORM, 1, N);
        boolean every = false;
        for (int i = 0; i < N; i++) {
            if (sample[i] >= 0.2f && sample[i] < 0.22f) {
                sample[i] += every ? 0.02f : 0;
                every = !every;
            }
        }
        assertThat(passes(sample, RightSamples.UNIFORM)).isFalse();
        assertThat(new KolmogorovSmirnovCheck()
                        .check(sample, RightSamples.UNIFORM, ALPHA)
                        .passed())
                .isTrue();
        assertThat(new VarianceCheck()
                        .check(sample, RightSamples.UNIFORM, ALPHA)
                        .passed())
                .isTrue();
    }

    /** Counted, not dropped: chi-squared over the bins alone would not see it. */
    @Test
    void whatLiesOutsideIsCounted() {
        float[] one = RightSamples.of(RightSamples.UNIFORM, 1, N);
        one[3] = 1.5f;
        assertThat(passes(one, RightSamples.UNIFORM)).isFalse();
        // Of 270 normals beyond three standard deviations none is left.
        float[] cut = RightSamples.of(RightSamples.NORMAL, 1, N);
        for (int i = 0; i < N; i++) {
            cut[i] = Math.abs(cut[i]) > 3 ? cut[i] / 2 : cut[i];
        }
        assertThat(passes(cut, RightSamples.NORMAL)).isFalse();
    }

    @Test
    void aNormalIsNoUniform() {
        assertThat(passes(RightSamples.of(RightSamples.CUT, 1, N), new ExpectedLaw.Uniform(-2, 2)))
                .isFalse();
    }

    /** Laws with bounds have a hundred bins and nothing outside, whatever their bounds are rounded to. */
    @Test
    void nothingLiesOutsideTheBounds() {
        for (int fan = 1; fan <= 4096; fan++) {
            double limit = Math.sqrt(6.0 / fan);
            assertHundredBins(new ExpectedLaw.Uniform(-limit, limit));
            assertHundredBins(new ExpectedLaw.Uniform(0.1, 0.1 + limit));
        }
        for (int fan = 1; fan <= 256; fan++) {
            assertHundredBins(new ExpectedLaw.TruncatedNormal(0, Math.sqrt(2.0 / fan)));
            assertHundredBins(new ExpectedLaw.TruncatedNormal(-0.3, Math.sqrt(2.0 / fan)));
        }
    }

    private static void assertHundredBins(ExpectedLaw.Random law) {
        // A hundred equal bins have 208.24 for a critical value; one outside with a probability of an ulp is refused at
        // every n.
        assertThat(EqualBinsCheck.bins(law).critical(12_000, ALPHA))
                .as(law.toString())
                .isCloseTo(208.24, within(0.01));
    }
}
