// SPDX-License-Identifier: Apache-2.0
package org.initium.peers.plain;

import static org.assertj.core.api.Assertions.assertThat;

import org.encog.mathutil.randomize.NguyenWidrowRandomizer;
import org.initium.Shape;
import org.initium.verification.Verify;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;

/** What is said of a randomizer of Encog that is no candidate: Nguyen and Widrow's (1990) own law is not one of independent elements. */
class NguyenWidrowTest {
    private static final Shape SHAPE = Shape.of(300, 77);

    @Test
    void encogsWeightsAreUniformAndNeverNegative() {
        Verify.that("NguyenWidrowRandomizer", NguyenWidrowTest::weights)
                .claims(shape -> new ExpectedLaw.Uniform(0, beta(shape)))
                .on(SHAPE)
                .passes();
    }

    /** The paper gives a unit's weights the norm beta; that of 300 independent ones has a standard deviation of 2.6 %. */
    @Test
    void aUnitsWeightsAreTenTimesAsLongAsInThePaper() throws Exception {
        float[] weights = weights(SHAPE, 1);
        double squares = 0;
        for (float weight : weights) {
            squares += weight * weight;
        }
        double norm = Math.sqrt(squares / SHAPE.dim(1));
        assertThat(norm / beta(SHAPE)).isBetween(9.9, 10.1);
    }

    /** 0.7 units^(1 / inputs). */
    private static double beta(Shape shape) {
        return 0.7 * Math.pow(shape.dim(1), 1.0 / shape.dim(0));
    }

    private static float[] weights(Shape shape, long seed) throws Exception {
        return Encog.source(s -> Encog.seeded(new NguyenWidrowRandomizer(), s))
                .draw(shape, seed)
                .values();
    }
}
