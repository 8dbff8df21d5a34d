// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void measuresEachNumberByItsOwnMagnitude() {
        Difference difference = Difference.ofEach(new double[] {1, -4, 8}, new double[] {1.25, -2, 9});
        assertThat(difference).isEqualTo(new Difference(0.5, 1));
        assertThat(Difference.ofEach(new double[] {3, 0}, new double[] {3, 0})).isEqualTo(Difference.NONE);
    }

    @Test
    void measuresATensorByItsLargestMagnitude() {
        assertThat(Difference.ofTensor(new double[] {1, -8}, new double[] {3, -8}))
                .isEqualTo(0.25);
        assertThat(Difference.ofTensor(new double[] {0, 0}, new double[] {0, -0.0}))
                .isZero();
    }

    @Test
    void isInfiniteWhereANumberShouldBeZeroOrIsNone() {
        double nan = Double.NaN;
        assertThat(Difference.ofEach(new double[] {1, 0}, new double[] {1, 1e-9}))
                .isEqualTo(new Difference(INFINITE, 1));
        assertThat(Difference.ofEach(new double[] {1}, new double[] {nan}).largest())
                .isEqualTo(INFINITE);
        assertThat(Difference.ofEach(new double[] {nan}, new double[] {1}).largest())
                .isEqualTo(INFINITE);
        assertThat(Difference.ofEach(new double[] {INFINITE}, new double[] {INFINITE})
                        .largest())
                .isEqualTo(INFINITE);
        assertThat(Difference.ofTensor(new double[] {1, 2}, new double[] {nan, 2}))
                .isEqualTo(INFINITE);
        assertThat(Difference.ofTensor(new double[] {0}, new double[] {1})).isEqualTo(INFINITE);
    }
}
