// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.initium.random.Key;
import org.initium.verification.checks.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The path of gradient descent on a linear model, and its divergence. */
class RegressionCheckTest {
    private static final int STEPS = 60;

    private static Verdict check(Regression regression, double share) {
        return RegressionCheck.check(regression, share, STEPS, Key.of(3));
    }

    /** Plain gradient descent in double precision, from the definition, with a fault. */
    private enum Trainer implements Regression {
        RIGHT,
        SUM_AND_NOT_MEAN,
        FACTOR_TWO_FORGOTTEN,
        LAST_SAMPLE_DROPPED,
        NO_BIAS,
        STALE_GRADIENT,
        NOT_A_NUMBER;

        @Override
        public float[][] descend(int samples, int features, float[] x, float[] targets, double rate, int steps) {
            int used = this == LAST_SAMPLE_DROPPED ? samples - 1 : samples;
            double scale = this == SUM_AND_NOT_MEAN ? 2 : this == FACTOR_TWO_FORGOTTEN ? 1.0 / samples : 2.0 / used;
            double[] w = new double[features + 1];
            double[] before = new double[features + 1];
            float[][] path = new float[steps][features + 1];
            for (float[] step : path) {
                double[] g = new double[features + 1];
                for (int i = 0; i < used; i++) {
                    double z = w[features] - targets[i];
                    for (int j = 0; j < features; j++) {
                        z += x[i * features + j] * w[j];
                    }
                    for (int j = 0; j <= features; j++) {
                        g[j] += scale * z * (j == features ? 1 : x[i * features + j]);
                    }
                }
                double[] taken = this == STALE_GRADIENT ? before : g;
                before = g;
                for (int j = 0; j <= features; j++) {
                    w[j] -= this == NO_BIAS && j == features ? 0 : rate * taken[j];
                    step[j] = this == NOT_A_NUMBER ? Float.NaN : (float) w[j];
                }
            }
            return path;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 0.5, 0.99, 1.01, 1.1})
    void theEngineFollowsTheClosedForm(double share) {
        Verdict verdict = check(Regression.engine(), share);
        assertThat(verdict.passed()).as(verdict.toString()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void wrongTrainersFail(Trainer trainer) {
        Verdict verdict = check(trainer, 0.3);
        assertThat(verdict.passed()).as(verdict.toString()).isEqualTo(trainer == Trainer.RIGHT);
    }

    /** In double precision the recurrence is the closed form, but for the rounding of what is handed over to float. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.9, 1.05})
    void theClosedFormIsTheRecurrence(double share) {
        RegressionProblem problem = RegressionCheck.problem(Key.of(4));
        double rate = share * problem.criticalRate();
        float[][] path = problem.descend(Trainer.RIGHT, rate, STEPS);
        for (int k = 1; k <= STEPS; k++) {
            double[] closed = problem.path(rate, k);
            for (int j = 0; j < closed.length; j++) {
                // One rounding of each; 1e-12 for the eigenvectors.
                assertThat((double) path[k - 1][j])
                        .isCloseTo(
                                closed[j], within(0x1p-24 * Math.abs(closed[j]) + 1e-12 * (1 + Math.abs(closed[j]))));
            }
        }
    }

    /** A rate that is wrong by the stated size, either way. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5})
    void smallFaultsAreFound(double share) {
        double fault = check(Regression.engine(), share).detects().size();
        assertThat(fault).isBetween(1e-7, 1e-4);
        for (int sign = -1; sign <= 1; sign += 2) {
            double factor = 1 + sign * fault;
            Regression wrong = (samples, features, x, targets, rate, steps) ->
                    Regression.engine().descend(samples, features, x, targets, rate * factor, steps);
            assertThat(check(wrong, share).passed()).isFalse();
        }
    }

    @Test
    void theEngineDivergesWhereItShould() {
        for (int seed = 0; seed < 5; seed++) {
            Verdict verdict = DivergenceCheck.check(Regression.engine(), Key.of(seed));
            assertThat(verdict.passed()).as(verdict.toString()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"2", "0.5"})
    void aWrongRateDivergesElsewhere(double factor) {
        assertThat(DivergenceCheck.check(times(factor), Key.of(1)).passed()).isFalse();
    }

    /** A rate that is wrong by exactly what is stated, where without the share of rounding (1 - m) (1 + d) would be 1. */
    @Test
    void theSmallestFaultThatIsStatedIsFound() {
        for (int seed = 0; seed < 60; seed++) {
            Key key = Key.of(seed);
            double fault =
                    DivergenceCheck.check(Regression.engine(), key).detects().size();
            assertThat(fault)
                    .isEqualTo(DivergenceCheck.detectable(DivergenceCheck.problem(key)))
                    .isBetween(1.001e-3, 1.102e-3);
            assertThat(DivergenceCheck.check(times(1 + fault), key).passed()).isFalse();
            assertThat(DivergenceCheck.check(times(1 - fault), key).passed()).isFalse();
        }
    }

    /** Some keys have a first problem whose error at the start is too small for its rounding. */
    @Test
    void problemsThatRoundingDecidesAreNotUsed() {
        long others = IntStream.range(0, 60)
                .mapToObj(Key::of)
                .filter(key -> DivergenceCheck.problem(key).criticalRate()
                        != RegressionCheck.problem(key).criticalRate())
                .count();
        assertThat(others).isBetween(1L, 20L);
    }

    private static Regression times(double factor) {
        return (samples, features, x, targets, rate, steps) ->
                Regression.engine().descend(samples, features, x, targets, rate * factor, steps);
    }

    @Test
    void aNaNIsNoConvergence() {
        assertThat(DivergenceCheck.check(Trainer.NOT_A_NUMBER, Key.of(1)).statistic())
                .isEqualTo(2);
        Regression still = (samples, features, x, targets, rate, steps) -> {
            float[][] path = new float[steps][features + 1];
            Arrays.stream(path).forEach(w -> Arrays.fill(w, 0));
            return path;
        };
        assertThat(DivergenceCheck.check(still, Key.of(1)).passed()).isFalse();
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> check(Regression.engine(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> check(Regression.engine(), Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionCheck.check(Regression.engine(), 0.5, 0, Key.of(1)))
                .withMessageContaining("steps is 0");
    }
}
