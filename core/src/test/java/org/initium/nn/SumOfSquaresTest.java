// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumOfSquaresTest {
    private static final int ROWS = 40;

    /** Rows named last to first, every third of them left out: some sum of 27 rows would round differently in that order. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 17})
    void dependsOnTheElementsOnly(int length) {
        Parameter named = new Parameter("named", Shape.of(ROWS, length), new float[ROWS * length]);
        Parameter whole = new Parameter("whole", Shape.of(ROWS, length), new float[ROWS * length]);
        named.gradientRows().track();
        named.clearGradient();
        float[] values = Fixtures.random(length, ROWS * length, 1);
        for (int i = 0; i < values.length; i++) {
            values[i] *= values[i] * values[i]; // Squares of multiples of 2^-23 would add up without rounding.
        }
        double[] parts = new double[4];
        for (int row = ROWS - 1; row >= 0; row--) {
            if (row % 3 != 1) {
                named.gradientRows().add(row);
            }
        }
        for (int i = 0; i < values.length; i++) {
            if (i / length % 3 != 1) {
                named.namedGradient()[i] = values[i];
                whole.grad()[i] = values[i];
                parts[i % 4] += (double) values[i] * values[i];
            }
        }
        double expected = parts[0] + parts[1] + (parts[2] + parts[3]);
        assertThat(total(whole)).isEqualTo(expected);
        assertThat(total(named)).isEqualTo(expected);
    }

    private static double total(Parameter p) {
        SumOfSquares sum = new SumOfSquares();
        sum.add(p);
        return sum.total();
    }
}
