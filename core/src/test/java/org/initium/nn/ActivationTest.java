// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {
    /** Unit roundoff of float. */
    private static final double U = 0x1p-24;

    private static final int ROWS = 7;
    private static final int COLUMNS = 5;
    private static final float[] X = Fixtures.random(11, ROWS * COLUMNS, 6);
    private static final float[] DY = Fixtures.random(12, ROWS * COLUMNS, 1);

    /** One rounding of a value that double precision gives to well below U. */
    @ParameterizedTest
    @EnumSource
    void followsItsFormula(Activation activation) {
        float[] y = new float[X.length];
        activation.layer(COLUMNS).forward(ROWS, X, y);
        for (int i = 0; i < X.length; i++) {
            double expected = formula(activation, doubles(X), i);
            assertThat((double) y[i]).isCloseTo(expected, within(1.001 * U * Math.abs(expected)));
        }
    }

    /**
     * Against central differences of the formula in double precision, h = 1e-5: the differences are off by less than
     * h^2/6 * |y'''| + 1e-16 * |y| / h < 1e-10. Backward sees y rounded, which moves 1 - y^2 by up to 2 U, y (1 - y) by U
     * and softmax's y_j (dy_j - sum) by 4 U for |dy| <= 1, and it rounds once more.
     */
    @ParameterizedTest
    @EnumSource
    void hasItsDerivative(Activation activation) {
        float[] y = new float[X.length];
        float[] dx = new float[X.length];
        Layer layer = activation.layer(COLUMNS);
        layer.forward(ROWS, X, y);
        layer.backward(ROWS, X, y, DY, dx);
        double h = 1e-5;
        for (int i = 0; i < X.length; i++) {
            double[] above = doubles(X);
            double[] below = doubles(X);
            above[i] += h;
            below[i] -= h;
            double expected = 0;
            int row = i / COLUMNS * COLUMNS;
            for (int k = row; k < row + COLUMNS; k++) {
                expected += DY[k] * (formula(activation, above, k) - formula(activation, below, k)) / (2 * h);
            }
            assertThat((double) dx[i]).isCloseTo(expected, within(5 * U + 1e-10));
        }
    }

    /**
     * mpmath 1.4.1, mp.dps = 40: x * ncdf(x) and ncdf(x) + x * npdf(x). One rounding to float; the density at 12 loses four
     * digits to the rounding of x^2/2, in double precision. The tanh formula is off by 1e-4 at 1 and the lower tail 1 + erf
     * by everything at -12.
     */
    @ParameterizedTest
    @CsvSource({
        "-12, -2.1317785344932147972e-32, -2.5578956616748956241e-31",
        "-5, -1.4332578593959695584e-6, -7.1469460017922946279e-6",
        "-2, -0.045500263896358414401, -0.085231801078196896701",
        "-1, -0.15865525393145705141, -0.083315470587686298383",
        "-0.5, -0.15426876936299344818, 0.13250487534383715747",
        "-0.0078125, -0.0038819007432746673402, 0.4937666536873215348",
        "0, 0, 0.5",
        "0.25, 0.14967658142073093106, 0.69537335488363602598",
        "1, 0.84134474606854294859, 1.0833154705876862984",
        "3, 2.9959503059051097164, 1.011945647204183927",
        "10, 10, 1",
    })
    void geluIsExact(float x, double expected, double slope) {
        assertThat((double) forward(Activation.GELU, x)).isCloseTo(expected, within(1.001 * U * Math.abs(expected)));
        assertThat((double) backward(Activation.GELU, x)).isCloseTo(slope, within(1.001 * U * Math.abs(slope)));
    }

    @Test
    void kinksAreKerass() {
        assertThat(backward(Activation.RELU, 0)).isZero();
        assertThat(backward(Activation.RELU, -0f)).isZero();
        assertThat(backward(Activation.RELU, Float.MIN_VALUE)).isEqualTo(1);
        assertThat(backward(Activation.LEAKY_RELU, 0)).isEqualTo(0.2f);
        assertThat(forward(Activation.LEAKY_RELU, -10)).isEqualTo(-2);
    }

    @Test
    void saturatesWithoutNan() {
        assertThat(forward(Activation.SIGMOID, -1e4f)).isZero();
        assertThat(forward(Activation.SIGMOID, 1e4f)).isEqualTo(1);
        assertThat(forward(Activation.TANH, -1e4f)).isEqualTo(-1);
        float[] y = new float[3];
        Activation.SOFTMAX.layer(3).forward(1, new float[] {1e30f, -1e30f, 1e30f}, y);
        assertThat(y).containsExactly(0.5f, 0, 0.5f);
    }

    @ParameterizedTest
    @EnumSource
    void passesNanOn(Activation activation) {
        assertThat(forward(activation, Float.NaN)).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsName(Activation activation) {
        assertThat(Activation.of(activation.kerasName())).isEqualTo(activation);
    }

    @Test
    void namesWhatThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Activation.of("Relu"))
                .withMessage("unknown activation 'Relu', expected one of"
                        + " linear, relu, leaky_relu, tanh, sigmoid, softmax, gelu");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Activation.RELU.layer(0))
                .withMessage("size is 0, expected 1 or more");
    }

    private static float forward(Activation activation, float x) {
        float[] y = new float[1];
        activation.layer(1).forward(1, new float[] {x}, y);
        return y[0];
    }

    private static float backward(Activation activation, float x) {
        float[] dx = new float[1];
        activation.layer(1).backward(1, new float[] {x}, new float[] {forward(activation, x)}, new float[] {1}, dx);
        return dx[0];
    }

    private static double[] doubles(float[] x) {
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = x[i];
        }
        return out;
    }

    /** Output {@code i}, straight from the definition. */
    private static double formula(Activation activation, double[] x, int i) {
        double u = x[i];
        return switch (activation) {
            case LINEAR -> u;
            case RELU -> Math.max(u, 0);
            case LEAKY_RELU -> u > 0 ? u : 0.2f * u;
            case TANH -> (Math.exp(u) - Math.exp(-u)) / (Math.exp(u) + Math.exp(-u));
            case SIGMOID -> Math.exp(u) / (Math.exp(u) + 1);
            case SOFTMAX -> {
                double sum = 0;
                int row = i / COLUMNS * COLUMNS;
                for (int k = row; k < row + COLUMNS; k++) {
                    sum += Math.exp(x[k]);
                }
                yield Math.exp(u) / sum;
            }
            case GELU -> u * 0.5 * Erfc.erfc(-u / Math.sqrt(2));
        };
    }
}
