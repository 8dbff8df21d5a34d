// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import org.initium.Shape;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.VarianceScaling;
import org.initium.init.VarianceScaling.Distribution;
import org.initium.init.VarianceScaling.Mode;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GainCheckTest {
    private static final double ALPHA = 1e-7;
    private static final int NETS = 60;

    private static Verdict verdict(
            Transfer transfer, WeightSource weights, Function<Shape, ExpectedLaw.Random> laws, double alpha) {
        return GainCheck.check(new LayerRatios(transfer, TestNets.nets(weights, laws, NETS)), alpha);
    }

    private static double detectable(Transfer transfer) {
        return GainCheck.detectable(transfer, NETS * (32L + 64 + 32), 3, ALPHA);
    }

    @ParameterizedTest
    @CsvSource({
        "RELU, he_normal",
        "RELU, he_uniform",
        "LINEAR, lecun_normal",
        "LINEAR, lecun_uniform",
        "LINEAR, glorot_normal",
        "LINEAR, glorot_uniform",
        "RELU, small_random"
    })
    void rightWeightsPass(Transfer transfer, String name) {
        Verdict verdict = verdict(transfer, TestNets.weights(Initializers.of(name), 1), TestNets.law(name), ALPHA);
        assertThat(verdict.passed()).as(verdict.toString()).isTrue();
    }

    private static Verdict heWith(Initializer wrong) {
        return verdict(Transfer.RELU, TestNets.weights(wrong, 1), TestNets.law("he_normal"), ALPHA);
    }

    /** Faults that were shipped: the scale of 2, the fan, and the truncated normal's 0.8796. */
    @Test
    void wrongGainsFail() {
        assertThat(heWith(Initializers.lecunNormal()).passed()).isFalse();
        assertThat(heWith(Initializers.glorotNormal()).passed()).isFalse();
        assertThat(heWith(new VarianceScaling(2, Mode.FAN_OUT, Distribution.TRUNCATED_NORMAL))
                        .passed())
                .isFalse();
        WeightSource uncorrected = TestNets.scaled(TestNets.weights(Initializers.heNormal(), 1), 0.87962566103423978);
        assertThat(verdict(Transfer.RELU, uncorrected, TestNets.law("he_normal"), ALPHA)
                        .passed())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void oneWeightThatIsNoNumberFails(float wrong) {
        WeightSource right = TestNets.weights(Initializers.heNormal(), 1);
        WeightSource weights = (net, layer, shape) -> {
            float[] w = right.draw(net, layer, shape);
            w[7] = net == 3 && layer == 0 ? wrong : w[7];
            return w;
        };
        assertThat(verdict(Transfer.LINEAR, weights, TestNets.law("he_normal"), ALPHA)
                        .passed())
                .isFalse();
    }

    /** Glorot's average of both fans serves the way back too; He's fan of inputs does not where widths change. */
    @Test
    void gradientsGoBackAsTheFansSay() {
        Nets nets =
                TestNets.nets(TestNets.weights(Initializers.glorotUniform(), 1), TestNets.law("glorot_uniform"), NETS);
        Nets back = nets.backward(TestNets.input(2, 32));
        assertThat(back.widths()).containsExactly(32, 64, 32, 48);
        LayerRatios ratios = new LayerRatios(Transfer.LINEAR, back);
        assertThat(GainCheck.check(ratios, ALPHA).passed()).isTrue();
        // Predicted by hand: 64, 32 and 48 outputs back to 32, 64 and 32: n 2 / (in + out).
        double[] factors = {32 * 2.0 / 96, 64 * 2.0 / 96, 32 * 2.0 / 80};
        double predicted = ratios.profile().points().get(0).predicted();
        for (int layer = 0; layer < 3; layer++) {
            predicted *= factors[layer];
            assertThat(ratios.profile().points().get(layer + 1).predicted()).isCloseTo(predicted, within(1e-12));
        }
        Nets wrong = TestNets.nets(TestNets.weights(Initializers.heNormal(), 1), TestNets.law("glorot_uniform"), NETS)
                .backward(TestNets.input(2, 32));
        assertThat(GainCheck.check(new LayerRatios(Transfer.LINEAR, wrong), ALPHA)
                        .passed())
                .isFalse();
    }

    @Test
    void deadWeightsFail() {
        assertThat(heWith(Initializers.zeros()).passed()).isFalse();
    }

    /**
     * 100 sets of nets with a gain that is wrong by as much as is found with 99.9 %, above or below: 6 or more misses have
     * probability 1e-9 (Poisson, mean 0.1).
     */
    @ParameterizedTest
    @CsvSource({"RELU, he_uniform, 1", "RELU, he_uniform, -1", "LINEAR, lecun_normal, 1", "LINEAR, lecun_normal, -1"})
    void whatIsDetectableIsDetected(Transfer transfer, String name, int sign) {
        double fault = detectable(transfer);
        int misses = 0;
        for (int seed = 0; seed < 100; seed++) {
            WeightSource wrong = TestNets.scaled(TestNets.weights(Initializers.of(name), seed), 1 + sign * fault);
            misses += verdict(transfer, wrong, TestNets.law(name), ALPHA).passed() ? 1 : 0;
        }
        assertThat(misses).isLessThan(6);
    }

    /** 200 right sets at 5 %: more than 38 failures have probability 1e-10. The bound itself leaves some 1 %. */
    @ParameterizedTest
    @CsvSource({"RELU, he_normal", "LINEAR, lecun_uniform"})
    void rightWeightsFailNoOftenerThanStated(Transfer transfer, String name) {
        int failures = 0;
        for (int seed = 1000; seed < 1200; seed++) {
            WeightSource right = TestNets.weights(Initializers.of(name), seed);
            failures += verdict(transfer, right, TestNets.law(name), 0.05).passed() ? 0 : 1;
        }
        assertThat(failures).isLessThanOrEqualTo(38);
    }

    /**
     * By the normal approximation of many units, for comparison: {@code (z(alpha / 2) + z(0.001)) sqrt(variance / units) / 2} with
     * {@code z(5e-8) = 5.33} and {@code z(0.001) = 3.09}. Chernoff's tails cost less than a fifth of that.
     */
    @ParameterizedTest
    @CsvSource({"LINEAR, 1e6", "RELU, 1e6", "RELU, 1e8"})
    void theDetectableGainIsNearTheNormalOne(Transfer transfer, double units) {
        double normal = (5.33 + 3.09) / 2 * Math.sqrt(transfer.variance(1, 3) / units);
        assertThat(GainCheck.detectable(transfer, (long) units, 1, ALPHA) / normal)
                .isBetween(1.0, 1.2);
    }

    /** The issue's own figure: rectifiers of width 256, 2,000 nets of one layer, gain of 2.5 % in the variance at 1e-6. */
    @Test
    void theTableOfTheDesignHolds() {
        double gain = GainCheck.detectable(Transfer.RELU, 2000 * 256, 1, 1e-6);
        assertThat(2 * gain).isCloseTo(0.025, within(0.006));
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GainCheck.detectable(Transfer.RELU, 10, 1, 1e-9))
                .withMessageContaining("10 units are too few");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GainCheck.detectable(Transfer.RELU, 1000, 1, Double.NaN))
                .withMessageContaining("alpha is NaN");
    }
}
