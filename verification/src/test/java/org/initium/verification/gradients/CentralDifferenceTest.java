// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.gradients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CentralDifferenceTest {
    /** x^3 has the constant third derivative 6; a product of three factors has two roundings, the sum one more. */
    @ParameterizedTest
    @ValueSource(doubles = {-20, -1, -0.3, 0, 1e-5, 0.7, 1, 4})
    void theErrorIsWithinItsBound(double x) {
        double[] gradient = CentralDifference.gradient(v -> v[0] * v[0] * v[0] + 1, new double[] {x});
        double bound = CentralDifference.error(4, Math.abs(x * x * x) + 1, 6, x);
        assertThat(gradient[0]).isCloseTo(3 * x * x, within(bound));
        assertThat(bound).isLessThan(1e-5 * Math.max(1, x * x));
    }

    @Test
    void eachCoordinateIsMovedAloneAndPutBack() {
        double[] point = {1, 2, 3};
        double[] gradient = CentralDifference.gradient(v -> v[0] * v[1] + 4 * v[2], point);
        double bound = CentralDifference.error(3, 14, 0, 1);
        assertThat(gradient[0]).isCloseTo(2, within(bound));
        assertThat(gradient[1]).isCloseTo(1, within(bound));
        assertThat(gradient[2]).isCloseTo(4, within(bound));
        assertThat(point).containsExactly(1, 2, 3);
    }
}
