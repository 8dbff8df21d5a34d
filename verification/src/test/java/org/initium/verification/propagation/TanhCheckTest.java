// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.initium.init.Initializers;
import org.initium.verification.checks.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TanhCheckTest {
    private static final double ALPHA = 1e-7;
    private static final int NETS = 40;

    /** Nets that are wide enough for weights that are not normal. */
    private static TanhCheck check(UnitStatistic statistic, WeightSource weights, String name) {
        int[] widths = {256, 200, 256};
        return new TanhCheck(statistic, new Nets(weights, TestNets.law(name), widths, 20, TestNets.input(3, 256)));
    }

    private static TanhCheck normal(UnitStatistic statistic, WeightSource weights) {
        return new TanhCheck(statistic, TestNets.nets(weights, TestNets.normalLaw(1), NETS));
    }

    @ParameterizedTest
    @CsvSource({
        "MEAN_SQUARE, glorot_uniform",
        "MEAN_SQUARE, glorot_normal",
        "MEAN_SQUARE, lecun_normal",
        "SUSCEPTIBILITY, glorot_uniform",
        "SUSCEPTIBILITY, lecun_normal"
    })
    void rightWeightsPass(UnitStatistic statistic, String name) {
        Verdict verdict = check(statistic, TestNets.weights(Initializers.of(name), 1), name)
                .verdict(ALPHA);
        assertThat(verdict.passed()).as(verdict.toString()).isTrue();
    }

    /** Swapped fans cannot be seen by Glorot's average; He's gain and small random weights are. */
    @ParameterizedTest
    @EnumSource
    void wrongWeightsFail(UnitStatistic statistic) {
        for (String wrong : new String[] {"he_uniform", "small_random", "zeros", "ones"}) {
            WeightSource weights = TestNets.weights(Initializers.of(wrong), 1);
            Verdict verdict = normal(statistic, weights).verdict(ALPHA);
            assertThat(verdict.passed()).as(wrong + ": " + verdict).isFalse();
            // The slopes of weights that are not normal are known too loosely at this width to tell.
            if (statistic == UnitStatistic.MEAN_SQUARE) {
                verdict = check(statistic, weights, "glorot_uniform").verdict(ALPHA);
                assertThat(verdict.passed()).as(wrong + ": " + verdict).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void oneWeightThatIsNoNumberFails(float wrong) {
        WeightSource right = TestNets.weights(TestNets.normal(1), 1);
        // Two infinities of opposite signs in one column make a NaN; one alone is merely a saturated unit.
        WeightSource weights = (net, layer, shape) -> {
            float[] w = right.draw(net, layer, shape);
            if (net == 3 && layer == 0) {
                w[7] = wrong;
                w[7 + shape.dim(1)] = -wrong;
                w[7 + 2 * shape.dim(1)] = wrong;
            }
            return w;
        };
        assertThat(normal(UnitStatistic.MEAN_SQUARE, weights).verdict(ALPHA).passed())
                .isFalse();
    }

    /** As in GainCheckTest; the nets with the fault follow mean field to 1 / n, so a miss has some 0.1 % still. */
    @ParameterizedTest
    @CsvSource({"MEAN_SQUARE, 1", "MEAN_SQUARE, -1", "SUSCEPTIBILITY, 1"})
    void whatIsDetectableIsDetected(UnitStatistic statistic, int sign) {
        double fault =
                normal(statistic, TestNets.weights(TestNets.normal(1), 0)).detectable(ALPHA);
        assertThat(fault).isLessThan(0.3);
        int misses = 0;
        for (int seed = 0; seed < 30; seed++) {
            WeightSource right = TestNets.weights(TestNets.normal(1), seed);
            WeightSource wrong = TestNets.scaled(right, 1 + sign * fault);
            misses += normal(statistic, wrong).verdict(ALPHA).passed() ? 1 : 0;
        }
        // Mean 0.03: 5 or more have probability 2e-10.
        assertThat(misses).isLessThan(5);
    }

    /** 60 right sets at 5 %: more than 20 failures have probability 1e-11. */
    @ParameterizedTest
    @EnumSource
    void rightWeightsFailNoOftenerThanStated(UnitStatistic statistic) {
        int failures = 0;
        for (int seed = 1000; seed < 1060; seed++) {
            TanhCheck check = normal(statistic, TestNets.weights(TestNets.normal(1), seed));
            failures += check.verdict(0.05).passed() ? 0 : 1;
        }
        assertThat(failures).isLessThanOrEqualTo(20);
    }

    /** Averages over 40 nets of 32 units or more are within 5 standard errors, 0.3 / sqrt(1280), and 1 / n, of the limit. */
    @Test
    void theProfileNearsTheLimitOfInfiniteWidth() {
        PropagationProfile profile = normal(UnitStatistic.MEAN_SQUARE, TestNets.weights(TestNets.normal(1), 2))
                .profile();
        assertThat(profile.points()).hasSize(3);
        for (PropagationProfile.Point point : profile.points()) {
            assertThat(point.measured()).isCloseTo(point.predicted(), within(0.05));
        }
        assertThat(profile.points().get(0).depth()).isEqualTo(1);
    }

    @Test
    void tooFewUnitsAreRefused() {
        Nets few = new Nets(
                TestNets.weights(TestNets.normal(1), 1),
                TestNets.normalLaw(1),
                new int[] {4, 4},
                1,
                TestNets.input(1, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TanhCheck(UnitStatistic.MEAN_SQUARE, few).verdict(ALPHA))
                .withMessageContaining("4 units are too few");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TanhCheck(UnitStatistic.MEAN_SQUARE, few).verdict(2))
                .withMessageContaining("alpha is 2.0");
    }
}
