// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoncentralChiSquaredTest {
    /** SciPy 1.17.1: ncx2.cdf(x, degrees, noncentrality), good to some 1e-12. */
    @ParameterizedTest
    @CsvSource({
        "5.0, 3, 1.0, 0.707460489888362",
        "200.0, 99, 150.0, 0.035113754204414344",
        "210.0, 99, 220.0, 0.00011693689988690995",
        "30.0, 15, 60.0, 0.00041345564344552003",
        "1300.0, 999, 600.0, 8.444439717503767e-07"
    })
    void agreesWithSciPy(double x, int degrees, double noncentrality, double expected) {
        assertThat(NoncentralChiSquared.cdf(x, degrees, noncentrality)).isCloseTo(expected, within(1e-11));
    }

    /** One degree: {@code (Z + a)^2 <= x}. */
    @ParameterizedTest
    @CsvSource({"1, 0.5", "10, 3", "30, 80", "120, 2"})
    void oneDegreeIsASquare(double x, double noncentrality) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double a = Math.sqrt(noncentrality);
        double expected =
                normal.cumulativeProbability(Math.sqrt(x) - a) - normal.cumulativeProbability(-Math.sqrt(x) - a);
        assertThat(NoncentralChiSquared.cdf(x, 1, noncentrality)).isCloseTo(expected, within(1e-13));
    }

    @Test
    void theDetectableNoncentralityIsMissedOnceInAThousand() {
        for (double x : new double[] {5, 50, 210}) {
            for (int degrees : new int[] {1, 3, 99}) {
                double found = NoncentralChiSquared.detectable(x, degrees);
                // Above x a sample may be found anyway.
                double miss = NoncentralChiSquared.cdf(x, degrees, found);
                assertThat(miss).isLessThanOrEqualTo(1e-3);
                assertThat(found == Double.MIN_VALUE || miss > 1e-3 - 1e-9).isTrue();
            }
        }
    }
}
