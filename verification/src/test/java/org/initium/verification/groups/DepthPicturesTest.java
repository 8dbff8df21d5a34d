// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.initium.random.Key;
import org.initium.verification.plan.DepthData;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.Picture;
import org.initium.verification.propagation.PropagationProfile.Point;
import org.junit.jupiter.api.Test;

class DepthPicturesTest {
    private static final List<Picture> PICTURES = PropagationGroups.of(Implementation.INITIUM).stream()
            .flatMap(group -> group.pictures(Key.of(42)).stream())
            .toList();

    @Test
    void threeQuantitiesAreShown() {
        assertThat(PICTURES).hasOnlyElementsOfType(DepthData.class);
        assertThat(PICTURES)
                .extracting(picture -> ((DepthData) picture).curves().get(0).name())
                .containsExactly("he_normal", "He's normal", "glorot_normal");
    }

    /** He et al.'s factor of 2 keeps the mean square; without it, it halves in each layer, as theory says at every width. */
    @Test
    void aFactorOfTwoMakesTheDifference() {
        DepthData squares = (DepthData) PICTURES.get(0);
        List<Point> kept = squares.curves().get(0).points();
        List<Point> lost = squares.curves().get(1).points();
        assertThat(kept).hasSize(21);
        for (int depth = 1; depth <= 20; depth++) {
            assertThat(kept.get(depth).predicted()).isCloseTo(kept.get(0).predicted(), within(1e-9));
            assertThat(lost.get(depth).predicted() / lost.get(depth - 1).predicted())
                    .isCloseTo(0.5, within(1e-9));
        }
    }

    /** All but a few points are where theory has them: within 6 standard errors, and 5 % for widths that are finite. */
    @Test
    void measurementsAreWhereTheorySays() {
        for (Picture picture : PICTURES) {
            for (DepthData.Curve curve : ((DepthData) picture).curves()) {
                for (Point p : curve.points()) {
                    double error = Double.isNaN(p.error()) ? 0 : p.error();
                    assertThat(p.measured())
                            .as(curve.name() + " after " + p.depth())
                            .isCloseTo(p.predicted(), within(6 * error + 0.05 * Math.abs(p.predicted())));
                }
            }
        }
    }
}
