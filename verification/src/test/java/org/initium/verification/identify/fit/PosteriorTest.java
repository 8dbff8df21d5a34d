// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.initium.Shape;
import org.initium.Tensor;
import org.initium.random.Key;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PosteriorTest {
    /** Cases of the accuracy test: enough to prove 99 % from a handful of misses. */
    private static final int CASES = 1000;

    /**
     * A law drawn from the catalogue, on a shape of 4,096 to 9,000 elements where every other law of its family is far enough that
     * a test between the two alone would err less than once in 1,000, is the first candidate and fits. By Clopper and Pearson the
     * share of misses is then below 1 % at 95 % confidence.
     */
    @Test
    void theLawIsFoundWhereLawsDiffer() {
        int cases = 0;
        int misses = 0;
        String missed = "";
        for (int trial = 0; cases < CASES; trial++) {
            Choices choices = new Choices(Key.of(0x1DE47).child(trial));
            Shape shape = choices.shape();
            List<Hypothesis> hypotheses = Catalogue.of(shape);
            Hypothesis truth = hypotheses.get(choices.upTo(hypotheses.size()));
            if (!differs(truth, hypotheses, shape.intSize())) {
                continue;
            }
            cases++;
            Candidate best = Posterior.of(choices.sample(truth.law(), shape)).get(0);
            if (!best.law().equals(truth.law()) || !best.fits()) {
                misses++;
                missed += "\n" + shape + " " + truth + " taken for " + best;
            }
        }
        double mostMisses = new BetaDistribution(misses + 1.0, cases - misses).inverseCumulativeProbability(0.95);
        assertThat(mostMisses).as("share of misses%s", missed).isLessThan(0.01);
    }

    /**
     * Whether a sample can tell a law from all others of its family: expected log-likelihood ratios of 20, which a wrong decision
     * exceeds by {@code sqrt(40) / 2 = 3.2} standard deviations. They are n ln(ratio)^2 for a normal; n ln(ratio) for a uniform;
     * for a truncated normal n ln(ratio) times 0.226, the slope of its log-likelihood at the cut.
     */
    private static boolean differs(Hypothesis truth, List<Hypothesis> hypotheses, int n) {
        double apart = truth.law() instanceof ExpectedLaw.Normal
                ? Math.sqrt(20.0 / n)
                : 20.0 / n / (truth.law() instanceof ExpectedLaw.Uniform ? 1 : 0.226);
        for (Hypothesis other : hypotheses) {
            double ratio = StrictMath.log(other.law().stddev() / truth.law().stddev());
            boolean near = other.law().getClass() == truth.law().getClass()
                    && other.law().mean() == 0 == (truth.law().mean() == 0)
                    && Math.abs(ratio) < apart;
            if (near && other != truth) {
                return false;
            }
        }
        return true;
    }

    /** Where laws are too near to be told apart, the true one is still among those that are named, in 99 of 100 cases. */
    @Test
    void theLawIsAmongThoseNamed() {
        int misses = 0;
        for (int trial = 0; trial < 200; trial++) {
            Choices choices = new Choices(Key.of(0xA110).child(trial));
            Shape shape = choices.shape();
            List<Hypothesis> hypotheses = Catalogue.of(shape);
            Hypothesis truth = hypotheses.get(choices.upTo(hypotheses.size()));
            List<Candidate> candidates = Posterior.of(choices.sample(truth.law(), shape));
            misses += candidates.stream().anyMatch(c -> c.law().equals(truth.law())) ? 0 : 1;
        }
        assertThat(misses).isLessThanOrEqualTo(2);
    }

    /** Parameters that no initializer has by default are fitted, and the interval holds the truth. */
    @ParameterizedTest
    @CsvSource({
        "uniform, 0, 0.123",
        "uniform, 0.4, 0.123",
        "normal, 0, 0.37",
        "normal, -0.7, 1.9",
        "truncated, 0, 0.37",
        "truncated, 0.4, 0.37",
    })
    void unknownScalesAreFitted(String family, double mean, double scale) {
        ExpectedLaw.Random law = switch (family) {
            case "uniform" -> new ExpectedLaw.Uniform(mean - scale, mean + scale);
            case "normal" -> new ExpectedLaw.Normal(mean, scale);
            default -> new ExpectedLaw.TruncatedNormal(mean, scale);
        };
        Candidate best = Posterior.of(new Choices(Key.of(5)).sample(law, Shape.of(80, 100)))
                .get(0);
        assertThat(best.fitted()).isTrue();
        assertThat(best.law()).hasSameClassAs(law);
        assertThat(best.fits()).isTrue();
        // A family that fits a mean, too, pays for it by sqrt(n) at least: it keeps some percent.
        assertThat(best.posterior()).isGreaterThan(0.9);
        // Three standard errors of a mean of 8,000, and the interval of 99 %; the key is fixed.
        assertThat(best.law().mean()).isCloseTo(law.mean(), within(3 * law.stddev() / Math.sqrt(8000)));
        assertThat(law.stddev()).isBetween(best.stddev().low(), best.stddev().high());
    }

    /** The interval of 99 % misses in at most 12 of 400 samples, which chance exceeds once in 3,000: Binomial(400, 0.01). */
    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void intervalsHoldTheirCoverage(int family) {
        int misses = 0;
        for (int trial = 0; trial < 400; trial++) {
            ExpectedLaw.Random law = List.<ExpectedLaw.Random>of(
                            new ExpectedLaw.Uniform(-2, 2),
                            new ExpectedLaw.Normal(0, 2),
                            new ExpectedLaw.TruncatedNormal(0, 2))
                    .get(family);
            Sample sample = new Choices(Key.of(99).child(trial)).sample(law, Shape.of(500));
            Interval interval = FreeLaw.of(sample).get(family).stddev();
            misses += interval.low() <= law.stddev() && law.stddev() <= interval.high() ? 0 : 1;
        }
        assertThat(misses).isLessThanOrEqualTo(12);
    }

    /** Weights that were trained are of no law: here normals of two scales, as columns that grew and columns that did not. */
    @Test
    void aMixtureFitsNothing() {
        Choices choices = new Choices(Key.of(3));
        float[] x = choices.sample(new ExpectedLaw.Normal(0, 0.05), Shape.of(200, 100))
                .data();
        for (int i = 0; i < x.length; i++) {
            x[i] *= i % 100 < 30 ? 4 : 1;
        }
        Candidate best =
                Posterior.of(Sample.of(new Tensor(Shape.of(200, 100), x))).get(0);
        assertThat(best.fits()).isFalse();
        assertThat(best.tested()).isTrue();
    }

    /** Four elements of a million beyond the cut, as Keras on PyTorch leaves them, do not hide a truncated normal. */
    @Test
    void aLeakDoesNotHideTheCut() {
        Shape shape = Shape.of(784, 128);
        ExpectedLaw.TruncatedNormal he = new ExpectedLaw.TruncatedNormal(
                0, Math.sqrt(2 / 784.0) / new ExpectedLaw.TruncatedNormal(0, 1).stddev());
        float[] x = new Choices(Key.of(8)).sample(he, shape).data();
        x[100] = (float) (2.7 * he.scale());
        x[50_000] = (float) (-3.1 * he.scale());
        Candidate best = Posterior.of(Sample.of(new Tensor(shape, x))).get(0);
        assertThat(best.names()).contains("he_normal");
        assertThat(best.posterior()).isGreaterThan(0.99);
    }

    @Test
    void namesEverythingThatGivesTheLaw() {
        // For a square matrix all fans are equal: 2 / (in + out) = 1 / in.
        Sample sample = new Choices(Key.of(1)).sample(new ExpectedLaw.Uniform(-0.1, 0.1), Shape.of(300, 300));
        Candidate best = Posterior.of(sample).get(0);
        assertThat(best.names())
                .contains("glorot_uniform", "lecun_uniform", "torch.nn.init.xavier_uniform_")
                .doesNotHaveDuplicates()
                .noneMatch(name -> name.contains(" with "))
                .doesNotContain("he_uniform");
        assertThat(best.fitted()).isFalse();
    }

    @Test
    void tooFewElementsAreNotTested() {
        Candidate best = Posterior.of(new Choices(Key.of(1)).sample(new ExpectedLaw.Normal(0, 1), Shape.of(6)))
                .get(0);
        assertThat(best.tested()).isFalse();
        assertThat(best.fits()).isFalse();
        assertThatThrownBy(() -> Posterior.of(sample(1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 elements from 1.0 to 3.0, expected at least 4");
        assertThatThrownBy(() -> Posterior.of(sample(2, 2, 2, 2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not all equal");
    }

    private static Sample sample(float... x) {
        return Sample.of(new Tensor(Shape.of(x.length), x));
    }
}
