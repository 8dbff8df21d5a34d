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
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationMapCheckTest {
    private static final double ALPHA = 1e-7;
    private static final int NETS = 40;

    private static CorrelationMapCheck check(WeightSource weights) {
        Nets nets = TestNets.nets(weights, TestNets.normalLaw(2), NETS);
        return new CorrelationMapCheck(nets, TestNets.input(1001, TestNets.WIDTHS[0]));
    }

    private static WeightSource right(int seed) {
        return TestNets.weights(TestNets.normal(2), seed);
    }

    /** From 0 by layer, to the digits of the closed form; and {@code 1 - c} at 50 layers, which is some 9 pi^2 / (2 l^2). */
    @ParameterizedTest
    @CsvSource({
        "1, 0.318310",
        "2, 0.493731",
        "3, 0.604826",
        "5, 0.735946",
        "10, 0.871536",
        "20, 0.948428",
        "50, 0.987862"
    })
    void theMapFromOrthogonalInputs(int layers, double expected) {
        double c = 0;
        for (int layer = 0; layer < layers; layer++) {
            c = ReluCorrelation.next(c);
        }
        assertThat(c).isCloseTo(expected, within(5e-7));
    }

    @Test
    void theMapsEnds() {
        assertThat(ReluCorrelation.next(1)).isCloseTo(1, within(1e-15));
        assertThat(ReluCorrelation.next(-1)).isCloseTo(0, within(1e-15));
    }

    /** The integral in two dimensions, by a rule of midpoints over the quarter plane: 1e-4 for a step of 0.02. */
    @ParameterizedTest
    @CsvSource({"0, 0.1", "0, -0.1", "0.6, 0.1", "0.6, -0.3", "-0.5, 0.2", "0.95, 0.05"})
    void cumulantsAreThoseOfTwoNormals(double c, double t) {
        double h = 0.02;
        double excess = 0;
        double determinant = 1 - c * c;
        for (double a = h / 2; a < 9; a += h) {
            for (double b = h / 2; b < 9; b += h) {
                double density = Math.exp(-(a * a - 2 * c * a * b + b * b) / (2 * determinant))
                        / (2 * Math.PI * Math.sqrt(determinant));
                excess += h * h * density * Math.expm1(2 * t * a * b);
            }
        }
        double expected = Math.log1p(excess) - t * ReluCorrelation.next(c);
        assertThat(ReluCorrelation.cgf(c, t)).isCloseTo(expected, within(2e-4 * Math.abs(t)));
    }

    /** Two equal signals are one, and X is a rectified square. */
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1})
    void equalSignalsAreOne(double t) {
        assertThat(ReluCorrelation.cgf(1, t)).isCloseTo(Transfer.RELU.cgf(t), within(1e-12));
        assertThat(ReluCorrelation.cgf(1, 0.25)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** At the rates that 64 units or more lead to. */
    @ParameterizedTest
    @CsvSource({"-0.99, 0.2", "0, 0.15", "0.5, 0.1", "0.99, 0.1", "0.5, -3"})
    void nodesAreEnough(double c, double t) {
        assertThat(ReluCorrelation.cgf(c, t))
                .isCloseTo(ReluCorrelation.cgf(c, t, 2 * ReluCorrelation.NODES), within(1e-13));
    }

    @Test
    void rightWeightsPass() {
        Verdict verdict = check(right(1)).verdict(ALPHA);
        assertThat(verdict.passed()).as(verdict.toString()).isTrue();
        assertThat(check(right(1)).profile().points()).hasSize(4);
    }

    @Test
    void wrongWeightsFail() {
        assertThat(check(TestNets.weights(TestNets.normal(1), 1)).verdict(ALPHA).passed())
                .isFalse();
        assertThat(check(TestNets.weights(Initializers.ones(), 1))
                        .verdict(ALPHA)
                        .passed())
                .isFalse();
        assertThat(check(TestNets.weights(Initializers.zeros(), 1))
                        .verdict(ALPHA)
                        .passed())
                .isFalse();
        assertThat(check((net, layer, shape) -> {
                            float[] w = right(1).draw(net, layer, shape);
                            w[3] = net == 5 ? Float.NaN : w[3];
                            return w;
                        })
                        .verdict(ALPHA)
                        .passed())
                .isFalse();
    }

    /** 60 nets with a gain that is wrong by as much as is found with 99.9 %: 5 or more misses have probability 6e-9. */
    @Test
    void whatIsDetectableIsDetected() {
        double fault = check(right(0)).detectable(ALPHA);
        int misses = 0;
        for (int seed = 0; seed < 60; seed++) {
            misses += check(TestNets.scaled(right(seed), 1 + fault))
                            .verdict(ALPHA)
                            .passed()
                    ? 1
                    : 0;
        }
        assertThat(misses).isLessThan(5);
    }

    /** 200 right sets at 5 %: more than 38 failures have probability 1e-10. */
    @Test
    void rightWeightsFailNoOftenerThanStated() {
        int failures = 0;
        for (int seed = 1000; seed < 1200; seed++) {
            failures += check(right(seed)).verdict(0.05).passed() ? 0 : 1;
        }
        assertThat(failures).isLessThanOrEqualTo(38);
    }

    @Test
    void badArgumentsAreRefused() {
        Nets nets = TestNets.nets(right(1), TestNets.normalLaw(2), NETS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorrelationMapCheck(nets, new float[48]))
                .withMessageContaining("not all 0");
        Nets uniform = TestNets.nets(right(1), TestNets.law("he_uniform"), NETS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorrelationMapCheck(uniform, TestNets.input(1, 48)))
                .withMessageContaining("known for normal weights");
    }
}
