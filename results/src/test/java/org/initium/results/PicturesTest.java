// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.initium.results.EigenphaseData.Phases;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private static final double[] TWO = {1, 2};

    @Test
    void whatIsNoNumberIsOutsideTheBand() {
        // Of five points the first two are inside; then one beyond the band, NaN and infinity.
        assertThat(Samples.pictures().quantiles().get(0).outside()).isEqualTo(3);
    }

    @Test
    void impossibleQuantilesAreRefused() {
        refused(0.999, new double[0], new double[0], new double[0], new double[0]);
        refused(0.999, TWO, new double[1], TWO, TWO);
        refused(0.999, TWO, TWO, new double[3], TWO);
        refused(0.999, TWO, TWO, TWO, new double[1]);
        refused(0.999, new double[] {2, 2}, TWO, TWO, TWO);
        refused(0.999, new double[] {1, Double.NaN}, TWO, TWO, TWO);
        refused(0.999, TWO, TWO, new double[] {1, 3}, TWO);
        refused(0.999, TWO, TWO, TWO, new double[] {1, Double.POSITIVE_INFINITY});
        refused(1.1, TWO, TWO, TWO, TWO);
        refused(Double.NaN, TWO, TWO, TWO, TWO);
    }

    @Test
    void impossiblePhasesAreRefused() {
        Phases one = new Phases("a", new long[] {1}, 0, 0);
        Phases two = new Phases("a", new long[] {1, 1}, 0, 0);
        refused(1, 0, 2, List.of());
        refused(1, 0, 2, List.of(one, two));
        refused(1, -1, 2, List.of(one));
        refused(1, 1.5, 2, List.of(one));
        refused(Double.NaN, 0, 2, List.of(one));
        refused(1, 0, Double.POSITIVE_INFINITY, List.of(one));
        assertThatIllegalArgumentException().isThrownBy(() -> new Phases("a", new long[0], 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Phases("a", new long[] {-1}, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Phases("a", new long[] {1}, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Phases("a", new long[] {1}, 0, -1));
    }

    @Test
    void profilesNeedCurvesAndPoints() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DepthData("q", "n", false, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new DepthData.Curve("c", List.of()));
    }

    private static void refused(
            double confidence, double[] expected, double[] measured, double[] lower, double[] upper) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuantileData("he_normal", "l", 9, confidence, expected, measured, lower, upper))
                .withMessageContaining("he_normal");
    }

    private static void refused(double expected, double lower, double upper, List<Phases> samples) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EigenphaseData("orthogonal", 8, 10, 0.999, expected, lower, upper, samples))
                .withMessageContaining("orthogonal");
    }
}
