// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class XlaMathTest {
    /** Both signs of each float from the least normal one on, in steps, as jax_reference.py has them. */
    private static float[] arguments(int step, int endBits) {
        int n = (endBits - 0x00800000 + step - 1) / step;
        float[] x = new float[2 * n];
        for (int i = 0; i < n; i++) {
            x[i] = Float.intBitsToFloat(0x00800000 + step * i);
            x[n + i] = -x[i];
        }
        return x;
    }

    private static String expected(String function) {
        return JaxReference.of(function).get(0).expected();
    }

    private static float[] map(float[] x, DoubleUnaryOperator function) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) function.applyAsDouble(x[i]);
        }
        return y;
    }

    @Test
    void erfIsXlas() {
        float[] y = map(arguments(21001, 0x40E00000), x -> XlaMath.erf((float) x));
        assertThat(JaxReference.summary(y)).isEqualTo(expected("erf"));
    }

    @Test
    void erfInvIsXlas() {
        float[] belowOne = arguments(1021, 0x3F800000);
        int n = belowOne.length / 2;
        float[] x = new float[2 * n + 2];
        System.arraycopy(belowOne, 0, x, 0, n);
        x[n] = 1;
        System.arraycopy(belowOne, n, x, n + 1, n);
        x[2 * n + 1] = -1;
        float[] y = map(x, v -> XlaMath.erfInv((float) v));
        assertThat(JaxReference.summary(y)).isEqualTo(expected("erfInv"));
        assertThat(y[n]).isEqualTo(Float.POSITIVE_INFINITY);
    }

    @Test
    void flushKeepsTheSign() {
        assertThat(XlaMath.flush(-Float.MIN_VALUE)).isEqualTo(-0f);
        assertThat(XlaMath.flush(Math.nextDown(Float.MIN_NORMAL))).isEqualTo(0f);
        assertThat(XlaMath.flush(-Float.MIN_NORMAL)).isEqualTo(-Float.MIN_NORMAL);
        assertThat(XlaMath.flush(Float.NEGATIVE_INFINITY)).isEqualTo(Float.NEGATIVE_INFINITY);
    }
}
