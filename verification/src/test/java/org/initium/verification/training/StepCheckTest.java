// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.initium.nn.Parameter;
import org.initium.nn.SgdConfig;
import org.initium.random.Key;
import org.initium.verification.checks.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StepCheckTest {
    private static final int UPDATES = 30;
    private static final SgdConfig PLAIN = SgdConfig.of(0.1);

    private static Stream<SgdConfig> settings() {
        Stream<SgdConfig> rules = Stream.of(
                PLAIN, PLAIN.withMomentum(0.9), PLAIN.withMomentum(0.9).withNesterov(true));
        return rules.flatMap(rule -> Stream.of(
                rule,
                rule.withWeightDecay(0.03),
                // Between the norms of large and small gradients, some 6 and 0.6, and between their elements.
                rule.withClipnorm(2),
                rule.withGlobalClipnorm(2),
                rule.withClipvalue(0.4),
                rule.withWeightDecay(0.03).withClipvalue(0.4)));
    }

    private static Verdict check(StepRule rule, SgdConfig config) {
        return StepCheck.check(rule, config, UPDATES, Key.of(1));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void theEnginePasses(SgdConfig config) {
        Verdict verdict = check(StepRule.engine(), config);
        assertThat(verdict.passed()).as(verdict.toString()).isTrue();
    }

    /** An optimizer that was given other settings than the check. */
    private static Verdict with(SgdConfig wrong, SgdConfig config) {
        return check((ignored, parameters) -> StepRule.engine().optimizer(wrong, parameters), config);
    }

    /** Every pair of settings is told apart. */
    @Test
    void noSettingsAreMistakenForOthers() {
        List<SgdConfig> all = settings().toList();
        for (SgdConfig one : all) {
            for (SgdConfig other : all) {
                Verdict verdict = with(one, other);
                assertThat(verdict.passed())
                        .as(one + " for " + other + ": " + verdict)
                        .isEqualTo(one.equals(other));
            }
        }
    }

    /** The rate is off by a few millionths; the stated size is found, either way. */
    @ParameterizedTest
    @CsvSource({"0", "0.9"})
    void smallFaultsAreFound(double momentum) {
        SgdConfig config = PLAIN.withMomentum(momentum);
        double fault = check(StepRule.engine(), config).detects().size();
        assertThat(fault).isBetween(1e-7, 1e-5);
        assertThat(with(SgdConfig.of(0.1 * (1 + fault)).withMomentum(momentum), config)
                        .passed())
                .isFalse();
        assertThat(with(SgdConfig.of(0.1 * (1 - fault)).withMomentum(momentum), config)
                        .passed())
                .isFalse();
        assertThat(with(SgdConfig.of(0.1).withMomentum(momentum), config).passed())
                .isTrue();
    }

    /** Rules with momentum 0.9 and rate 0.1 that are wrong, or right, in the order of their operations. */
    private enum Momentum {
        RIGHT(true) {
            @Override
            void step(float[] w, float[] g, float[] m) {
                for (int i = 0; i < w.length; i++) {
                    m[i] = 0.9f * m[i] - 0.1f * g[i];
                    w[i] += m[i];
                }
            }
        },
        /** The weight moves by the velocity of the update before. */
        MOMENTUM_BEFORE_GRADIENT(false) {
            @Override
            void step(float[] w, float[] g, float[] m) {
                for (int i = 0; i < w.length; i++) {
                    w[i] += m[i];
                    m[i] = 0.9f * m[i] - 0.1f * g[i];
                }
            }
        },
        /** PyTorch's, with the rate outside: the same at a constant rate, but for rounding. */
        RATE_OUTSIDE(true) {
            @Override
            void step(float[] w, float[] g, float[] m) {
                for (int i = 0; i < w.length; i++) {
                    m[i] = 0.9f * m[i] + g[i];
                    w[i] -= 0.1f * m[i];
                }
            }
        },
        /** PyTorch's with {@code dampening = momentum}. */
        DAMPENED(false) {
            @Override
            void step(float[] w, float[] g, float[] m) {
                for (int i = 0; i < w.length; i++) {
                    m[i] = 0.9f * m[i] - 0.1f * (0.1f * g[i]);
                    w[i] += m[i];
                }
            }
        },
        SIGN(false) {
            @Override
            void step(float[] w, float[] g, float[] m) {
                for (int i = 0; i < w.length; i++) {
                    m[i] = 0.9f * m[i] + 0.1f * g[i];
                    w[i] += m[i];
                }
            }
        },
        LAST_ELEMENT_FORGOTTEN(false) {
            @Override
            void step(float[] w, float[] g, float[] m) {
                for (int i = 0; i < w.length - 1; i++) {
                    m[i] = 0.9f * m[i] - 0.1f * g[i];
                    w[i] += m[i];
                }
            }
        },
        NOT_A_NUMBER(false) {
            @Override
            void step(float[] w, float[] g, float[] m) {
                w[3] = Float.NaN;
            }
        };

        private final boolean right;

        Momentum(boolean right) {
            this.right = right;
        }

        abstract void step(float[] w, float[] g, float[] m);

        Runnable optimizer(List<Parameter> parameters) {
            List<float[]> velocities =
                    parameters.stream().map(p -> new float[p.value().length]).toList();
            return () -> {
                for (int p = 0; p < parameters.size(); p++) {
                    step(parameters.get(p).value(), parameters.get(p).grad(), velocities.get(p));
                }
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void wrongMomentumFails(Momentum rule) {
        Verdict verdict = check((config, parameters) -> rule.optimizer(parameters), PLAIN.withMomentum(0.9));
        assertThat(verdict.passed()).as(verdict.toString()).isEqualTo(rule.right);
    }

    /** Decay that is not times the rate, and decay in the gradient (L2) where there is momentum. */
    @Test
    void wrongDecayFails() {
        SgdConfig config = PLAIN.withWeightDecay(0.03);
        assertThat(with(PLAIN.withWeightDecay(0.3), config).passed()).isFalse();
        StepRule coupled = (settings, parameters) -> {
            Runnable right = StepRule.engine().optimizer(PLAIN.withMomentum(0.9), parameters);
            return () -> {
                for (Parameter parameter : parameters) {
                    float[] w = parameter.value();
                    float[] g = parameter.grad();
                    for (int i = 0; i < w.length; i++) {
                        g[i] += 0.03f * w[i];
                    }
                }
                right.run();
            };
        };
        assertThat(check(coupled, config.withMomentum(0.9)).passed()).isFalse();
    }

    /** Two updates by hand: w = 1, g = 1 and 2, rate 1/2, momentum 1/4. */
    @ParameterizedTest
    @CsvSource({
        // m: -1/2, -9/8. w: 1/2, -5/8.
        "0.25, false, 0, 0.5, -0.625",
        // w: 1 - 1/8 - 1/2 = 3/8, 3/8 - 9/32 - 1 = -29/32.
        "0.25, true, 0, 0.375, -0.90625",
        "0, false, 0, 0.5, -0.5",
        // Decay of 1/2: w: 1 - 1/4 - 1/2, then 1/4 - 1/16 - 1.
        "0, false, 0.5, 0.25, -0.8125"
    })
    void theReferenceByHand(double momentum, boolean nesterov, double decay, double first, double second) {
        SgdConfig config =
                SgdConfig.of(0.5).withMomentum(momentum).withNesterov(nesterov).withWeightDecay(decay);
        ReferenceSgd reference = new ReferenceSgd(config, new float[][] {{1}});
        reference.step(new float[][] {{1}});
        assertThat(reference.values(0)[0]).isEqualTo(first);
        reference.step(new float[][] {{2}});
        assertThat(reference.values(0)[0]).isEqualTo(second);
        assertThat(reference.errors(0)[0]).isBetween(1e-8, 2e-6);
    }

    /** Gradients 3 and 4 of two parameters: norms 3, 4 and together 5. */
    @Test
    void clippingByHand() {
        float[][] values = {{0}, {0}};
        float[][] gradients = {{3}, {4}};
        ReferenceSgd each = new ReferenceSgd(SgdConfig.of(1).withClipnorm(3.5), values);
        each.step(gradients);
        assertThat(each.values(0)[0]).isEqualTo(-3);
        assertThat(each.values(1)[0]).isEqualTo(-3.5);
        ReferenceSgd together = new ReferenceSgd(SgdConfig.of(1).withGlobalClipnorm(2.5), values);
        together.step(gradients);
        assertThat(together.values(0)[0]).isCloseTo(-1.5, within(1e-15));
        assertThat(together.values(1)[0]).isCloseTo(-2, within(1e-15));
        ReferenceSgd clamped = new ReferenceSgd(SgdConfig.of(1).withClipvalue(3.5), values);
        clamped.step(gradients);
        assertThat(clamped.values(0)[0]).isEqualTo(-3);
        assertThat(clamped.values(1)[0]).isEqualTo(-3.5);
    }

    @Test
    void noUpdatesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepCheck.check(StepRule.engine(), PLAIN, 0, Key.of(1)))
                .withMessageContaining("updates is 0");
    }
}
