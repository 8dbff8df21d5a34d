// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedLawTest {
    static List<ExpectedLaw.Random> laws() {
        return List.of(
                new ExpectedLaw.Uniform(-0.5, 2),
                new ExpectedLaw.Normal(1, 2),
                new ExpectedLaw.TruncatedNormal(-1, 0.25));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aLawWithoutWidthIsRefused(double width) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedLaw.Normal(0, width))
                .withMessage("stddev is " + width + ", expected a finite number above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedLaw.TruncatedNormal(0, width))
                .withMessage("scale is " + width + ", expected a finite number above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedLaw.Uniform(1, 1 + width))
                .withMessage("bounds are 1.0 and " + (1 + width) + ", expected a finite range with lower < upper");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aLawWithoutAPlaceIsRefused(double mean) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedLaw.Normal(mean, 1))
                .withMessage("mean is " + mean + ", expected a finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedLaw.TruncatedNormal(mean, 1))
                .withMessage("mean is " + mean + ", expected a finite number");
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedLaw.Uniform(mean, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedLaw.Uniform(0, mean));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedLaw.Uniform(-1e308, 1e308));
    }

    /** SciPy 1.17.1's figures; erf and exp are good to 1e-15 on both sides. */
    @Test
    void agreesWithSciPy() {
        // truncnorm(-2, 2): std(), 3 + stats(moments='k'), cdf(0.3), pdf(0.3)
        ExpectedLaw.TruncatedNormal cut = new ExpectedLaw.TruncatedNormal(0, 1);
        assertThat(cut.stddev()).isCloseTo(0.8796256610342398, within(1e-15));
        assertThat(cut.kurtosis()).isCloseTo(3 - 0.6344632828703505, within(1e-13));
        assertThat(cut.cdf(0.3)).isCloseTo(0.6235321684532656, within(3e-15));
        assertThat(cut.density(0.3)).isCloseTo(0.39956827753288365, within(3e-15));
        // norm(1, 2): cdf(2.5), pdf(2.5)
        ExpectedLaw.Normal normal = new ExpectedLaw.Normal(1, 2);
        assertThat(normal.cdf(2.5)).isCloseTo(0.7733726476231317, within(3e-15));
        assertThat(normal.density(2.5)).isCloseTo(0.15056871607740221, within(3e-15));
        // |x| beta(1/2, 783/2).pdf(x^2) at 0.01 and 0.05; differences of logarithms of gamma near 2000 cost 1e-12.
        ExpectedLaw.Haar haar = new ExpectedLaw.Haar(784, 128, 1);
        assertThat(haar.entryDensity(0.01)).isCloseTo(10.73228595668247, within(1e-10));
        assertThat(haar.entryDensity(0.05)).isCloseTo(4.198957078873352, within(1e-10));
    }

    /** To the bit, for a probability of 1e-17 outside is one that no sample keeps to. */
    @Test
    void theDistributionFunctionIsZeroAndOneAtTheBounds() {
        for (int fan = 1; fan <= 4096; fan++) {
            double scale = Math.sqrt(2.0 / fan);
            for (double mean : new double[] {0, 0.1, -0.3, 5}) {
                for (ExpectedLaw.Random law : List.of(
                        new ExpectedLaw.Uniform(mean - scale, mean + scale),
                        new ExpectedLaw.TruncatedNormal(mean, scale))) {
                    assertThat(law.cdf(law.lower())).as("%s", law).isEqualTo(0);
                    assertThat(law.cdf(law.upper())).as("%s", law).isEqualTo(1);
                    assertThat(law.cdf(Math.nextUp(law.lower()))).as("%s", law).isBetween(0.0, 1e-13);
                    assertThat(law.cdf(Math.nextDown(law.upper())))
                            .as("%s", law)
                            .isBetween(1 - 1e-13, 1.0);
                }
            }
        }
    }

    @Test
    void theEntryOfALongerColumnIsSpreadWider() {
        // A gain of 2 stretches the axis by 2.
        ExpectedLaw.Haar one = new ExpectedLaw.Haar(128, 784, 1);
        ExpectedLaw.Haar two = new ExpectedLaw.Haar(128, 784, 2);
        assertThat(two.entryDensity(0.04)).isEqualTo(one.entryDensity(0.02) / 2);
        assertThat(two.entryStddev()).isEqualTo(2 / 28.0);
        assertThat(two.entryDensity(2.5)).isZero();
    }

    /** Moments from the density by the midpoint rule, which is a formula of its own for each of them. */
    @ParameterizedTest
    @MethodSource("laws")
    void momentsBoundsAndDistributionFollowFromTheDensity(ExpectedLaw.Random law) {
        double half = Math.min(law.bound(), 12) * law.stddev();
        int steps = 200_000;
        double width = 2 * half / steps;
        double mass = 0;
        double first = 0;
        double second = 0;
        double fourth = 0;
        double worst = 0;
        for (int i = 0; i < steps; i++) {
            double x = law.mean() - half + (i + 0.5) * width;
            double weight = law.density(x) * width;
            double z = (x - law.mean()) / law.stddev();
            mass += weight;
            first += weight * z;
            second += weight * z * z;
            fourth += weight * z * z * z * z;
            worst = Math.max(worst, Math.abs(mass - law.cdf(x + width / 2)));
        }
        // The rule errs by width^2 |f''| / 24 per unit length in standard deviations: 1.2e-4^2 * 100 / 24 for z^4.
        assertThat(mass).isCloseTo(1, within(1e-7));
        assertThat(first).isCloseTo(0, within(1e-7));
        assertThat(second).isCloseTo(1, within(1e-7));
        assertThat(fourth).isCloseTo(law.kurtosis(), within(1e-6));
        assertThat(worst).isLessThan(1e-7);
    }

    @Test
    void nothingLiesBeyondTheBounds() {
        ExpectedLaw.Random cut = new ExpectedLaw.TruncatedNormal(1, 0.5);
        assertThat(List.of(cut.lower(), cut.upper())).containsExactly(0.0, 2.0);
        assertThat(List.of(cut.cdf(-0.01), cut.cdf(2.01), cut.density(-0.01))).containsExactly(0.0, 1.0, 0.0);
        assertThat(new ExpectedLaw.Normal(0, 1).upper()).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
