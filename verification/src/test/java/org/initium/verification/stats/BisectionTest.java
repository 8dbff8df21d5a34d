// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BisectionTest {
    @Test
    void findsTheFirstOfTwoNeighbours() {
        double root = Bisection.first(x -> x * x >= 2, 0, 2);
        assertThat(root * root).isGreaterThanOrEqualTo(2);
        assertThat(Math.nextDown(root) * Math.nextDown(root)).isLessThan(2);
        assertThat(Bisection.first(x -> x >= 1e-300, 0, 1)).isEqualTo(1e-300);
        assertThat(Bisection.first(x -> false, 0, 1)).isEqualTo(1);
        assertThat(Bisection.first(x -> true, 0, 1)).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void findsTheFirstNumber() {
        assertThat(Bisection.firstCount(k -> k * k >= 50, 0, 100)).isEqualTo(8);
        assertThat(Bisection.firstCount(k -> true, 3, 100)).isEqualTo(3);
        assertThat(Bisection.firstCount(k -> false, 3, 100)).isEqualTo(101);
        assertThat(Bisection.firstCount(k -> k >= Long.MAX_VALUE / 2, 0, Long.MAX_VALUE - 1))
                .isEqualTo(Long.MAX_VALUE / 2);
    }
}
