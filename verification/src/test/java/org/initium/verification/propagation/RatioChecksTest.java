// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.Orthogonal;
import org.initium.verification.checks.Verdict;
import org.initium.verification.stats.KolmogorovSmirnov;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of how ratios are distributed, and what each of them sees that the others do not. */
class RatioChecksTest {
    private static final double ALPHA = 1e-7;
    private static final int NETS = 400;

    private static LayerRatios ratios(Transfer transfer, WeightSource weights, String name) {
        return new LayerRatios(transfer, TestNets.nets(weights, TestNets.law(name), NETS));
    }

    private static LayerRatios normal(Transfer transfer, WeightSource weights) {
        double scale = 1 / transfer.share();
        return new LayerRatios(transfer, TestNets.nets(weights, TestNets.normalLaw(scale), NETS));
    }

    private static WeightSource normalWeights(Transfer transfer, int seed) {
        return TestNets.weights(TestNets.normal(1 / transfer.share()), seed);
    }

    private static void expect(boolean passes, Verdict verdict) {
        assertThat(verdict.passed()).as(verdict.toString()).isEqualTo(passes);
    }

    @ParameterizedTest
    @EnumSource
    void normalWeightsPass(Transfer transfer) {
        LayerRatios ratios = normal(transfer, normalWeights(transfer, 3));
        expect(true, RatioLawCheck.check(ratios, ALPHA));
        expect(true, SpreadCheck.check(ratios, ALPHA));
        expect(true, ActivityCheck.check(ratios, ALPHA));
    }

    @ParameterizedTest
    @CsvSource({"RELU, he_normal", "RELU, he_uniform", "LINEAR, lecun_uniform", "LINEAR, glorot_normal"})
    void otherWeightsPass(Transfer transfer, String name) {
        LayerRatios ratios = ratios(transfer, TestNets.weights(Initializers.of(name), 4), name);
        expect(true, SpreadCheck.check(ratios, ALPHA));
        expect(true, ActivityCheck.check(ratios, ALPHA));
    }

    /** Units that share weights: every length is right on average, and twice as uncertain. */
    @ParameterizedTest
    @EnumSource
    void pairedUnitsAreSeenByAllButTheGain(Transfer transfer) {
        LayerRatios ratios = normal(transfer, TestNets.pairedUnits(normalWeights(transfer, 5)));
        expect(false, RatioLawCheck.check(ratios, ALPHA));
        expect(false, SpreadCheck.check(ratios, ALPHA));
        expect(false, ActivityCheck.check(ratios, ALPHA));
    }

    /** Orthogonal rows of the right length: every ratio is 1, or nearly where the layer widens. */
    @Test
    void orthogonalWeightsSpreadTooLittle() {
        int[] widths = {32, 32, 32};
        Initializer orthogonal = Orthogonal.DEFAULT;
        Nets nets =
                new Nets(TestNets.weights(orthogonal, 6), TestNets.normalLaw(1), widths, NETS, TestNets.input(1, 32));
        LayerRatios ratios = new LayerRatios(Transfer.LINEAR, nets);
        expect(true, GainCheck.check(ratios, ALPHA));
        expect(false, SpreadCheck.check(ratios, ALPHA));
        expect(false, RatioLawCheck.check(ratios, ALPHA));
    }

    /** Weights with a mean, a fifth of a standard deviation, on an input with one: no longer half of the sums are positive. */
    @Test
    void weightsThatLeanAreSeenByActivity() {
        WeightSource right = normalWeights(Transfer.RELU, 7);
        WeightSource leaning = (net, layer, shape) -> {
            float[] w = right.draw(net, layer, shape);
            for (int i = 0; i < w.length; i++) {
                w[i] += (float) (0.2 * Math.sqrt(2.0 / shape.dim(0)));
            }
            return w;
        };
        expect(false, ActivityCheck.check(normal(Transfer.RELU, leaning), ALPHA));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void oneWeightThatIsNoNumberFails(float wrong) {
        WeightSource right = normalWeights(Transfer.LINEAR, 8);
        WeightSource weights = (net, layer, shape) -> {
            float[] w = right.draw(net, layer, shape);
            w[7] = net == 3 && layer == 0 ? wrong : w[7];
            return w;
        };
        LayerRatios ratios = normal(Transfer.LINEAR, weights);
        expect(false, SpreadCheck.check(ratios, ALPHA));
        expect(false, RatioLawCheck.check(ratios, ALPHA));
    }

    @Test
    void deadUnitsFailTheActivity() {
        Verdict verdict =
                ActivityCheck.check(normal(Transfer.RELU, (net, layer, shape) -> new float[shape.intSize()]), ALPHA);
        expect(false, verdict);
        assertThat(verdict.detail()).contains("in layer 0 of net 0 a unit's sum is 0");
    }

    /** A distance is 1 at most: of 10 layers 0.62 and 0.59 at 1e-3, of 20 0.44 and 0.42. */
    @Test
    void aDistanceThatCannotBeIsNotDetectable() {
        assertThat(ActivityCheck.detectable(10, 1, 1e-3)).isInfinite();
        assertThat(ActivityCheck.detectable(20, 1, 1e-3)).isBetween(0.8, 0.9);
    }

    /** A gain whose shift of the distribution function is what the check states, at the worst place. */
    @Test
    void theGapThatIsDetectableIsDetected() {
        int layers = NETS * (TestNets.WIDTHS.length - 1);
        double gap = KolmogorovSmirnov.detectable(layers, ALPHA);
        // The smallest factor of all ratios at which the laws of all widths are so far apart somewhere.
        double factor = 1;
        double distance = 0;
        while (distance < gap) {
            factor += 0.01;
            distance = 1;
            for (int layer = 1; layer < TestNets.WIDTHS.length; layer++) {
                double largest = 0;
                for (double r = 0.2; r < 3; r += 0.01) {
                    int n = TestNets.WIDTHS[layer];
                    largest = Math.max(largest, Transfer.LINEAR.cdf(n, r) - Transfer.LINEAR.cdf(n, r / factor));
                }
                distance = Math.min(distance, largest);
            }
        }
        int misses = 0;
        for (int seed = 0; seed < 50; seed++) {
            WeightSource wrong = TestNets.scaled(normalWeights(Transfer.LINEAR, seed), Math.sqrt(factor));
            misses += RatioLawCheck.check(normal(Transfer.LINEAR, wrong), ALPHA).passed() ? 1 : 0;
        }
        // Mean 0.05 at most: 5 or more have probability 3e-9.
        assertThat(misses).isLessThan(5);
    }

    /** The factor that is stated for the spread is finite at a few hundred nets and nears 1 with more. */
    @Test
    void theDetectableSpreadFallsWithTheLayers() {
        double last = Double.POSITIVE_INFINITY;
        for (long layers = 1000; layers <= 1_000_000_000; layers *= 10) {
            double factor = SpreadCheck.detectable(Transfer.RELU, 64, layers, ALPHA);
            assertThat(factor).isLessThanOrEqualTo(last);
            last = factor;
        }
        assertThat(last).isLessThan(1.5);
        assertThat(SpreadCheck.detectable(Transfer.RELU, 64, 20_000, ALPHA)).isLessThan(2.5);
    }

    @Test
    void badArgumentsAreRefused() {
        LayerRatios few = new LayerRatios(
                Transfer.RELU, TestNets.nets(normalWeights(Transfer.RELU, 1), TestNets.normalLaw(2), 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpreadCheck.check(few, ALPHA))
                .withMessageContaining("6 layers are too few");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatioLawCheck.check(few, ALPHA))
                .withMessageContaining("6 values are too few");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActivityCheck.check(few, ALPHA))
                .withMessageContaining("4 layers of 32 units are too few");
        LayerRatios uniform = ratios(Transfer.RELU, TestNets.weights(Initializers.heUniform(), 1), "he_uniform");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatioLawCheck.check(uniform, ALPHA))
                .withMessageContaining("known for normal weights");
    }
}
