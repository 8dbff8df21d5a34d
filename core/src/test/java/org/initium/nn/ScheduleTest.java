// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    /** A handful of double operations and a StrictMath call on numbers below 1. */
    private static final double TOLERANCE = 1e-15;

    @Test
    void constantStays() {
        assertThat(Schedule.constant(0.1).at(0)).isEqualTo(0.1);
        assertThat(Schedule.constant(0.1).at(Long.MAX_VALUE)).isEqualTo(0.1);
    }

    /** A boundary belongs to the interval before it. */
    @Test
    void stepsAfterEachBoundary() {
        Schedule steps = Schedule.step(new long[] {100, 110}, new double[] {1, 0.5, 0.1});
        assertThat(steps.at(0)).isEqualTo(1);
        assertThat(steps.at(100)).isEqualTo(1);
        assertThat(steps.at(101)).isEqualTo(0.5);
        assertThat(steps.at(110)).isEqualTo(0.5);
        assertThat(steps.at(111)).isEqualTo(0.1);
        assertThat(steps.at(1_000_000)).isEqualTo(0.1);
    }

    @Test
    void exponentialFallsByTheRate() {
        Schedule smooth = Schedule.exponential(0.8, 10, 0.25, false);
        assertThat(smooth.at(0)).isEqualTo(0.8);
        assertThat(smooth.at(5)).isCloseTo(0.4, within(TOLERANCE));
        assertThat(smooth.at(10)).isCloseTo(0.2, within(TOLERANCE));
        assertThat(smooth.at(20)).isCloseTo(0.05, within(TOLERANCE));
        Schedule stairs = Schedule.exponential(0.8, 10, 0.25, true);
        assertThat(stairs.at(9)).isEqualTo(0.8);
        assertThat(stairs.at(10)).isCloseTo(0.2, within(TOLERANCE));
        assertThat(stairs.at(19)).isCloseTo(0.2, within(TOLERANCE));
    }

    /** cos(pi/3) = 1/2 at a third of the way, 0 half way, -1/2 at two thirds. */
    @Test
    void cosineFallsToAlpha() {
        Schedule cosine = Schedule.cosine(0.4, 300, 0.1);
        assertThat(cosine.at(0)).isCloseTo(0.4, within(TOLERANCE));
        assertThat(cosine.at(100)).isCloseTo(0.4 * (0.9 * 0.75 + 0.1), within(TOLERANCE));
        assertThat(cosine.at(200)).isCloseTo(0.4 * (0.9 * 0.25 + 0.1), within(TOLERANCE));
        assertThat(cosine.at(150)).isCloseTo(0.4 * (0.9 * 0.5 + 0.1), within(TOLERANCE));
        assertThat(cosine.at(300)).isCloseTo(0.04, within(TOLERANCE));
        assertThat(cosine.at(1_000)).isEqualTo(cosine.at(300));
    }

    /** Keras's formula at every step. Half a dozen roundings on either side, of numbers up to 1: 1e-15 leaves half. */
    @Test
    void cosineIsACosine() {
        Schedule cosine = Schedule.cosine(1, 1_000, 0);
        for (int step = 0; step <= 1_000; step++) {
            double expected = 0.5 * (1 + Math.cos(Math.PI * step / 1_000));
            assertThat(cosine.at(step)).isCloseTo(expected, within(TOLERANCE));
        }
    }

    @Test
    void cosineWarmsUp() {
        Schedule cosine = Schedule.cosine(0.1, 300, 0, 0.5, 10);
        assertThat(cosine.at(0)).isEqualTo(0.1);
        assertThat(cosine.at(5)).isCloseTo(0.3, within(TOLERANCE));
        assertThat(cosine.at(10)).isCloseTo(0.5, within(TOLERANCE));
        assertThat(cosine.at(110)).isCloseTo(0.375, within(TOLERANCE));
        assertThat(cosine.at(310)).isZero();
        assertThat(cosine.at(999)).isEqualTo(cosine.at(310));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, 1e39, 1e-46, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesImpossibleRates(double rate) {
        String range = " is " + rate + ", expected 0 or a positive number within a float's range";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.constant(rate))
                .withMessage("learning rate" + range);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.step(new long[] {1}, new double[] {1, rate}))
                .withMessage("learning rate" + range);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.exponential(rate, 1, 1, false))
                .withMessage("initial learning rate" + range);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.exponential(1, 1, rate, false))
                .withMessage("decay rate" + range);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.cosine(1, 1, rate))
                .withMessage("alpha" + range);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.cosine(1, 1, 0, rate, 1))
                .withMessage("warmup target" + range);
    }

    @Test
    void refusesImpossibleSteps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.exponential(1, 0, 1, false))
                .withMessage("decay steps is 0, expected 1 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.cosine(1, 0, 0))
                .withMessage("decay steps is 0, expected 1 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.cosine(1, 1, 0, 1, -1))
                .withMessage("warmup steps is -1, expected 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.step(new long[] {5, 5}, new double[] {1, 1, 1}))
                .withMessage("boundaries is [5, 5], expected increasing steps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.step(new long[] {5}, new double[] {1}))
                .withMessage("values has 1 elements and boundaries has 1, expected one value more than boundaries");
    }
}
