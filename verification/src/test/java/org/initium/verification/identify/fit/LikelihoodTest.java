// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.initium.Shape;
import org.initium.Tensor;
import org.initium.random.Key;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;

class LikelihoodTest {
    private static final List<ExpectedLaw.Random> LAWS = List.of(
            new ExpectedLaw.Uniform(-0.3, 0.3),
            new ExpectedLaw.Uniform(-1, 0.25),
            new ExpectedLaw.Normal(0, 0.2),
            new ExpectedLaw.Normal(-0.7, 1.9),
            new ExpectedLaw.TruncatedNormal(0, 0.4),
            new ExpectedLaw.TruncatedNormal(3, 0.1));

    /** The sum of the logarithms of commons-math's densities, element by element; the leak takes 4.3e-6 of an element's. */
    @Test
    void agreesWithASumOverElements() {
        for (ExpectedLaw.Random law : LAWS) {
            Sample sample = new Choices(Key.of(11)).sample(law, Shape.of(1000));
            double sum = 0;
            for (float x : sample.data()) {
                sum += StrictMath.log(law.density(x));
            }
            assertThat(Likelihood.log(sample, law)).as("%s", law).isCloseTo(sum, within(0.0044));
        }
    }

    /** Beyond the cut: the normal's density times 0.0455^4 / 0.0455. */
    @Test
    void anElementBeyondTheCutCostsWhatTheLeakSays() {
        ExpectedLaw.Random law = new ExpectedLaw.TruncatedNormal(0, 1);
        double with = Likelihood.log(sample(0.5f, -1, 2.5f), law);
        double without = Likelihood.log(sample(0.5f, -1), law);
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double tails = 2 * normal.cumulativeProbability(-2);
        double expected = StrictMath.log(normal.density(2.5) * tails * tails * tails);
        assertThat(with - without).isCloseTo(expected, within(1e-9));
    }

    @Test
    void outsideAUniformNothingIsPossible() {
        ExpectedLaw.Random law = new ExpectedLaw.Uniform(-1, 1);
        assertThat(Likelihood.log(sample(0.1f, 1.001f), law)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Likelihood.log(sample(0.1f, -1.001f), law)).isEqualTo(Double.NEGATIVE_INFINITY);
        // Rounding may put an element on the bound, or a few roundings beyond.
        assertThat(Likelihood.log(sample(0.1f, Math.nextUp(1f)), law)).isCloseTo(-2 * StrictMath.log(2), within(1e-15));
    }

    /** bfloat16 keeps 8 bits: 1.0 - 2^-9 becomes 1.0 and a limit of 0.9975 is no contradiction. */
    @Test
    void coarseElementsMayExceedTheBound() {
        assertThat(Likelihood.log(sample(0.5f, 1), new ExpectedLaw.Uniform(-0.9975, 0.9975)))
                .isFinite();
    }

    private static Sample sample(float... x) {
        return Sample.of(new Tensor(Shape.of(x.length), x));
    }
}
