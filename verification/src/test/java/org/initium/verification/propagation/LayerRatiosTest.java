// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerRatiosTest {
    /** Two layers by hand: (1 2) (1 -1; 1 1) = (3 1), then (3 1) (1; -5) = -2. */
    private static final WeightSource BY_HAND =
            (net, layer, shape) -> layer == 0 ? new float[] {1, -1, 1, 1} : new float[] {1, -5};

    private static LayerRatios byHand(Transfer transfer) {
        int[] widths = {2, 2, 1};
        return new LayerRatios(
                transfer, new Nets(BY_HAND, shape -> new ExpectedLaw.Normal(0, 2), widths, 1, new float[] {1, 2}));
    }

    @Test
    void ratiosAreOfLengthsAndTheWeightsVariance() {
        LayerRatios linear = byHand(Transfer.LINEAR);
        // 10 / (4 * 5 * 2) and 4 / (4 * 10 * 1), exact but for one rounding of 0.1.
        assertThat(linear.ratio(0, 0)).isEqualTo(0.25);
        assertThat(linear.ratio(0, 1)).isEqualTo(0.1);
        assertThat(linear.positive(0, 0)).isEqualTo(2);
        assertThat(linear.positive(0, 1)).isZero();
        LayerRatios rectified = byHand(Transfer.RELU);
        assertThat(rectified.ratio(0, 0)).isEqualTo(0.5);
        assertThat(rectified.ratio(0, 1)).isZero();
    }

    @Test
    void theProfileIsOfMeanSquares() {
        PropagationProfile profile = byHand(Transfer.LINEAR).profile();
        assertThat(profile.points()).extracting(PropagationProfile.Point::depth).containsExactly(0, 1, 2);
        // 5 / 2, 10 / 2, 4; and 2.5 times 2 inputs of variance 4, twice.
        assertThat(profile.points())
                .extracting(PropagationProfile.Point::measured)
                .containsExactly(2.5, 5.0, 4.0);
        assertThat(profile.points())
                .extracting(PropagationProfile.Point::predicted)
                .containsExactly(2.5, 20.0, 160.0);
    }

    @ParameterizedTest
    @CsvSource({"0", "NaN"})
    void aSumWithoutSignIsMarked(float weight) {
        WeightSource weights = (net, layer, shape) -> new float[] {1, weight, 1, weight};
        LayerRatios ratios = new LayerRatios(
                Transfer.LINEAR,
                new Nets(weights, shape -> new ExpectedLaw.Normal(0, 1), new int[] {2, 2}, 1, new float[] {1, 2}));
        assertThat(ratios.positive(0, 0)).isEqualTo(-1);
    }

    /**
     * The variance of ratios over 2,000 nets is the closed form's. Its relative standard error is {@code sqrt((k - 1) / 2000)} with
     * k the kurtosis of a ratio, some 3 + 40 / 64: 4 %, and 30 % is beyond 7 of them.
     */
    @ParameterizedTest
    @CsvSource({"RELU, 2", "LINEAR, 1"})
    void variancesOfRatiosAreTheClosedForm(Transfer transfer, double scale) {
        int nets = 2000;
        Nets drawn = TestNets.nets(TestNets.weights(TestNets.normal(scale), 5), TestNets.normalLaw(scale), nets);
        LayerRatios ratios = new LayerRatios(transfer, drawn);
        for (int layer = 0; layer < drawn.depth(); layer++) {
            double sum = 0;
            for (int net = 0; net < nets; net++) {
                sum += (ratios.ratio(net, layer) - 1) * (ratios.ratio(net, layer) - 1);
            }
            assertThat(sum / nets / transfer.variance(drawn.out(layer), 3)).isCloseTo(1, within(0.3));
        }
    }

    @Test
    void badNetsAreRefused() {
        WeightSource zeros = (net, layer, shape) -> new float[4];
        float[] input = {1, 2};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Nets(zeros, TestNets.normalLaw(1), new int[] {2}, 1, input))
                .withMessageContaining("widths is [2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Nets(zeros, TestNets.normalLaw(1), new int[] {2, 0}, 1, input));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Nets(zeros, TestNets.normalLaw(1), new int[] {2, 2}, 0, input))
                .withMessageContaining("count is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Nets(zeros, TestNets.normalLaw(1), new int[] {2, 2}, 1, new float[2]))
                .withMessageContaining("sum of squares 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Nets(zeros, TestNets.normalLaw(1), new int[] {2, 2}, 1, new float[] {1}));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Nets(zeros, TestNets.normalLaw(1), new int[] {2, 2}, 1, new float[] {1, Float.NaN}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Nets(zeros, shape -> new ExpectedLaw.Normal(1, 1), new int[] {2, 2}, 1, input))
                .withMessageContaining("mean 1.0");
        Nets wrongSize = new Nets(zeros, TestNets.normalLaw(1), new int[] {2, 3}, 1, input);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LayerRatios(Transfer.LINEAR, wrongSize))
                .withMessageContaining("has 4 elements, shape (2, 3) has 6");
    }
}
