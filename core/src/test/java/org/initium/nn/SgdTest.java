// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.initium.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules on numbers whose results are floats, so that they can be followed by hand and compared exactly. */
class SgdTest {
    private final Parameter w = new Parameter("w", Shape.of(2), new float[] {8, -4});
    private final Parameter b = new Parameter("b", Shape.of(1), new float[] {16});

    @Test
    void descends() {
        step(SgdConfig.of(0.5), 2);
        // 8 - 2 * 0.5 * 3, -4 + 2 * 0.5 * 4, 16 - 2 * 0.5 * 12
        assertThat(w.value()).containsExactly(5, 0);
        assertThat(b.value()).containsExactly(4);
    }

    @Test
    void gathersMomentum() {
        step(SgdConfig.of(0.5).withMomentum(0.5), 2);
        // m: -1.5, then -0.75 - 1.5; w: 8 - 1.5 - 2.25
        assertThat(w.value()).containsExactly(4.25f, 1);
    }

    @Test
    void looksAheadWithNesterov() {
        step(SgdConfig.of(0.5).withMomentum(0.5).withNesterov(true), 2);
        // m: -1.5, then -2.25; w: 8 + (-0.75 - 1.5) + (-1.125 - 1.5)
        assertThat(w.value()).containsExactly(3.125f, 2.5f);
    }

    @Test
    void nesterovNeedsMomentum() {
        step(SgdConfig.of(0.5).withNesterov(true), 2);
        assertThat(w.value()).containsExactly(5, 0);
    }

    @Test
    void decaysAllParametersBeforeTheUpdate() {
        step(SgdConfig.of(0.5).withWeightDecay(0.25), 1);
        // 8 (1 - 1/8) - 1.5, -4 (1 - 1/8) + 2, 16 (1 - 1/8) - 6
        assertThat(w.value()).containsExactly(5.5f, -1.5f);
        assertThat(b.value()).containsExactly(8);
    }

    /** Norms: 5 of (3, -4), 12 of (12), 13 together. */
    @Test
    void clipsEachNorm() {
        step(SgdConfig.of(1).withClipnorm(2.5), 1);
        assertThat(w.grad()).containsExactly(1.5f, -2);
        assertThat(b.grad()).containsExactly(2.5f);
        assertThat(w.value()).containsExactly(6.5f, -2);
    }

    @Test
    void clipsTheNormOfAll() {
        step(SgdConfig.of(1).withGlobalClipnorm(6.5), 1);
        assertThat(w.grad()).containsExactly(1.5f, -2);
        assertThat(b.grad()).containsExactly(6);
    }

    @Test
    void clipsValues() {
        step(SgdConfig.of(1).withClipvalue(3.5), 1);
        assertThat(w.grad()).containsExactly(3, -3.5f);
        assertThat(b.grad()).containsExactly(3.5f);
    }

    @Test
    void leavesSmallGradientsAlone() {
        SgdConfig plain = SgdConfig.of(1);
        for (SgdConfig config : List.of(
                plain.withClipnorm(12),
                plain.withClipnorm(20),
                plain.withGlobalClipnorm(13),
                plain.withGlobalClipnorm(20),
                plain.withClipvalue(12),
                plain.withClipvalue(20))) {
            step(config, 1);
            assertThat(w.grad()).containsExactly(3, -4);
            assertThat(b.grad()).containsExactly(12);
        }
    }

    /** 1 + 4 + ... + 49 = 140 and its like: every position of the unrolled loop and of its tail counts once. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 7, 8, 11})
    void normsSumEveryElement(int n) {
        Parameter p = new Parameter("p", Shape.of(n), new float[n]);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            p.grad()[i] = i + 1;
            sum += (i + 1) * (i + 1);
        }
        new Sgd(SgdConfig.of(1).withClipnorm(1), List.of(p)).step();
        for (int i = 0; i < n; i++) {
            assertThat(p.grad()[i]).isEqualTo((float) ((i + 1) * (1 / Math.sqrt(sum))));
        }
    }

    /** Keras: an infinite norm makes all gradients NaN with global_clipnorm; a NaN does with both. */
    @Test
    void infinityDoesNotPassForClipped() {
        Sgd sgd = new Sgd(SgdConfig.of(1).withGlobalClipnorm(1), List.of(w, b));
        gradients();
        w.grad()[0] = Float.POSITIVE_INFINITY;
        sgd.step();
        assertThat(b.value()[0]).isNaN();
        Parameter other = new Parameter("other", Shape.of(2), new float[2]);
        other.grad()[1] = Float.NaN;
        new Sgd(SgdConfig.of(1).withClipnorm(1), List.of(other)).step();
        assertThat(other.value()).containsExactly(Float.NaN, Float.NaN);
    }

    /** The first update runs at iteration 0. */
    @Test
    void followsTheSchedule() {
        Sgd sgd = new Sgd(SgdConfig.of(Schedule.step(new long[] {0, 1}, new double[] {1, 0.5, 0})), List.of(w));
        assertThat(sgd.learningRate()).isEqualTo(1);
        float[][] expected = {{5, 0}, {3.5f, 2}, {3.5f, 2}};
        for (int i = 0; i < 3; i++) {
            assertThat(sgd.iterations()).isEqualTo(i);
            gradients();
            sgd.step();
            assertThat(w.value()).containsExactly(expected[i]);
        }
    }

    @Test
    void continuesFromItsState() {
        SgdConfig config =
                SgdConfig.of(Schedule.exponential(0.3, 3, 0.5, false)).withMomentum(0.9);
        Sgd first = new Sgd(config, List.of(w));
        run(first, 4);
        float[] velocity = first.velocities().get(0).clone();
        float[] value = w.value().clone();
        run(first, 4);
        Parameter copy = new Parameter("w", Shape.of(2), value);
        Sgd second = new Sgd(config, List.of(copy));
        second.resumeAt(4);
        System.arraycopy(velocity, 0, second.velocities().get(0), 0, 2);
        for (int i = 0; i < 4; i++) {
            copy.grad()[0] = 3;
            copy.grad()[1] = -4;
            second.step();
        }
        assertThat(copy.value()).containsExactly(w.value());
        assertThat(second.iterations()).isEqualTo(8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> second.resumeAt(-1))
                .withMessage("iterations is -1, expected 0 or more");
    }

    @Test
    void hasNoVelocityWithoutMomentum() {
        assertThat(new Sgd(SgdConfig.of(1), List.of(w, b)).velocities()).isEmpty();
        assertThat(new Sgd(SgdConfig.of(1).withMomentum(0.1), List.of(w, b)).velocities())
                .hasSize(2)
                .allSatisfy(m -> assertThat(m).containsOnly(0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesImpossibleMomentum(double momentum) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SgdConfig.of(1).withMomentum(momentum))
                .withMessage("momentum is " + momentum + ", expected a number from 0 to 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, 1e39, 1e-46, Double.POSITIVE_INFINITY})
    void refusesImpossibleBounds(double bound) {
        String range = " is " + bound + ", expected 0 (none) or a positive number within a float's range";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SgdConfig.of(1).withWeightDecay(bound))
                .withMessage("weight decay" + range);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SgdConfig.of(1).withClipnorm(bound))
                .withMessage("clipnorm" + range);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SgdConfig.of(1).withGlobalClipnorm(bound))
                .withMessage("global clipnorm" + range);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SgdConfig.of(1).withClipvalue(bound))
                .withMessage("clipvalue" + range);
    }

    @Test
    void refusesTwoKindsOfClipping() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SgdConfig.of(1).withClipnorm(1).withClipvalue(2))
                .withMessage("clipnorm is 1.0, global clipnorm is 0.0 and clipvalue is 2.0,"
                        + " expected at most one of them to be set");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SgdConfig.of(1).withClipnorm(1).withGlobalClipnorm(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SgdConfig.of(1).withClipvalue(1).withGlobalClipnorm(2));
    }

    private void step(SgdConfig config, int times) {
        run(new Sgd(config, List.of(w, b)), times);
    }

    private void run(Sgd sgd, int times) {
        for (int i = 0; i < times; i++) {
            gradients();
            sgd.step();
        }
    }

    private void gradients() {
        w.grad()[0] = 3;
        w.grad()[1] = -4;
        Arrays.fill(b.grad(), 12);
    }
}
