// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Constant;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.Law;
import org.initium.nn.Activation;
import org.initium.nn.SgdConfig;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.verification.checks.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Zeros and constants: dead gradients and units that stay alike. */
class DegenerateWeightsTest {
    private static final int[] SIZES = {7, 19, 11, 3};
    private static final int BATCH = 10;
    private static final SgdConfig SGD = SgdConfig.of(0.01).withMomentum(0.9);

    /** A constant but for one element. */
    private record AllButOne(double value, double wrong, int at) implements Initializer {
        @Override
        public Law law(Shape shape) {
            return new Law.Constant(value);
        }

        @Override
        public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
            new Constant(value).fill(shape, sampler, slice, out, offset);
            out[offset + at % slice.count()] = (float) wrong;
        }
    }

    private static Verdict dead(Initializer kernels, Activation hidden) {
        return DeadGradientCheck.check(kernels, hidden, SIZES, BATCH, Key.of(1));
    }

    private static Verdict symmetry(Initializer kernels, Activation hidden, int steps) {
        return SymmetryCheck.check(kernels, hidden, SIZES, BATCH, SGD, steps, Key.of(2));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"SIGMOID", "SOFTMAX"})
    void zerosAreDead(Activation hidden) {
        Verdict verdict = dead(Initializers.zeros(), hidden);
        assertThat(verdict.passed()).as(verdict.toString()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1e-30", "-1e-3", "NaN", "Infinity"})
    void oneWeightThatIsNotZeroIsSeen(double wrong) {
        assertThat(dead(new AllButOne(0, wrong, 5), Activation.TANH).passed()).isFalse();
    }

    @Test
    void othersAreNotDead() {
        assertThat(dead(Initializers.glorotUniform(), Activation.RELU).passed()).isFalse();
        assertThat(dead(Initializers.ones(), Activation.RELU).passed()).isFalse();
    }

    @Test
    void aDeadGradientNeedsAnActivationThatKeepsZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dead(Initializers.zeros(), Activation.SIGMOID))
                .withMessageContaining("sigmoid of 0 is not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeadGradientCheck.check(Initializers.zeros(), Activation.RELU, SIZES, 9, Key.of(1)))
                .withMessageContaining("batch is 9, expected no multiple of the 3 classes");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SOFTMAX")
    void equalUnitsStayEqual(Activation hidden) {
        Verdict verdict = symmetry(new Constant(0.1), hidden, 25);
        assertThat(verdict.passed()).as(verdict.toString()).isTrue();
    }

    @Test
    void unequalUnitsAreSeen() {
        float next = Math.nextUp(0.1f);
        assertThat(symmetry(new AllButOne(0.1, next, 5), Activation.TANH, 1).passed())
                .isFalse();
        assertThat(symmetry(Initializers.glorotNormal(), Activation.TANH, 1).passed())
                .isFalse();
        assertThat(symmetry(new Constant(0.1), Activation.TANH, 25).passed()).isTrue();
    }

    @Test
    void weightsThatDoNotMoveProveNothing() {
        Verdict verdict =
                SymmetryCheck.check(new Constant(0.1), Activation.TANH, SIZES, BATCH, SgdConfig.of(0), 5, Key.of(2));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail()).contains("no weight has moved");
    }

    @Test
    void symmetryNeedsHiddenUnitsAndSteps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SymmetryCheck.check(
                        new Constant(0.1), Activation.TANH, new int[] {7, 3}, BATCH, SGD, 5, Key.of(2)))
                .withMessageContaining("0 hidden layers");
        assertThatIllegalArgumentException().isThrownBy(() -> symmetry(new Constant(0.1), Activation.TANH, 0));
    }
}
