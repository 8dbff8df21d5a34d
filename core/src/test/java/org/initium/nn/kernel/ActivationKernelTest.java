// SPDX-License-Identifier: Apache-2.0
package org.initium.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.initium.Allocation;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationKernelTest {
    private static final ActivationKernel SCALAR = new ActivationKernelScalar();
    private static final ActivationKernel VECTOR = new ActivationKernelVector();
    private static final MathContext DIGITS = new MathContext(40);
    private static final int GUARD = 5;

    /** What lies around a result: a NaN would stay one if it were written to, for around the inputs there is NaN. */
    private static final float UNTOUCHED = -7;

    /** Values that a branch, a mask or a minimum could get wrong. */
    private static final float[] SPECIAL = {
        0,
        -0f,
        Float.NaN,
        1,
        -1,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        1e38f
    };

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 61, 127})
    void vectorsEqualScalars(int n) {
        float[] x = inputs(1, n);
        float[] dy = inputs(2, n);
        int to = GUARD + n;
        compare(n, (kernel, y) -> kernel.relu(GUARD, to, x, y));
        compare(n, (kernel, y) -> kernel.reluGradient(GUARD, to, x, dy, y));
        compare(n, (kernel, y) -> kernel.leakyRelu(GUARD, to, 0.2f, x, dy, y));
        for (double less : new double[] {0, 1}) {
            double[] scalar = widen(x);
            Arrays.fill(scalar, 0, GUARD, UNTOUCHED);
            Arrays.fill(scalar, to, to + GUARD, UNTOUCHED);
            double[] vector = scalar.clone();
            double[] scratch = new double[vector.length];
            Arrays.fill(scratch, UNTOUCHED);
            SCALAR.exp(GUARD, to, less, scalar, new double[0]);
            VECTOR.exp(GUARD, to, less, vector, scratch);
            assertThat(vector).containsExactly(scalar);
            for (double[] guarded : new double[][] {scalar, vector, scratch}) {
                assertThat(Arrays.copyOf(guarded, GUARD)).containsOnly(UNTOUCHED);
                assertThat(Arrays.copyOfRange(guarded, to, to + GUARD)).containsOnly(UNTOUCHED);
            }
        }
    }

    @Test
    void followsItsDefinition() {
        float[] x = {3, -3, 0, -0f, Float.NaN};
        float[] y = new float[5];
        SCALAR.relu(0, 5, x, y);
        assertThat(y).containsExactly(3, 0, 0, 0, Float.NaN);
        SCALAR.reluGradient(0, 5, x, new float[] {5, 6, 7, 8, 9}, y);
        assertThat(y).containsExactly(5, 0, 0, 0, 0);
        SCALAR.leakyRelu(0, 5, 0.5f, x, new float[] {4, 6, 8, 10, 12}, y);
        assertThat(y).containsExactly(4, 3, 4, 5, 6);
    }

    /**
     * Within 2 ulp of a sum in 40 digits, for 4,000 arguments on scales from 2^-40 to 700. The largest errors here are 0.99,
     * and 1.46 with 1 subtracted.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void exponentialsAreAccurate(int less) {
        double[] x = new double[4_000];
        float[] draws = new float[x.length];
        Samplers.of(Key.of(3)).uniform(-1, 1, Slice.all(x.length), draws, 0);
        for (int i = 0; i < x.length; i++) {
            x[i] = draws[i] * (i % 2 == 0 ? 700 : Math.scalb(1.0, -(i / 2 % 42) + 2));
        }
        double[] result = x.clone();
        SCALAR.exp(0, x.length, less, result, x);
        double worst = 0;
        for (int i = 0; i < x.length; i++) {
            BigDecimal exact = exp(new BigDecimal(x[i])).subtract(BigDecimal.valueOf(less));
            double error = new BigDecimal(result[i]).subtract(exact).abs().doubleValue();
            worst = Math.max(worst, error / Math.ulp(exact.doubleValue()));
        }
        assertThat(worst).isLessThan(2);
    }

    @Test
    void exponentialsOfExtremes() {
        double[] x = {0, -0.0, 1e9, 700, -1e9, -700, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};
        SCALAR.exp(0, x.length, 0, x, x);
        assertThat(x[0]).isEqualTo(1);
        assertThat(x[1]).isEqualTo(1);
        assertThat(x[2]).isEqualTo(x[3]).isEqualTo(x[6]).isBetween(1.01e304, 1.02e304);
        assertThat(x[4]).isEqualTo(x[5]).isEqualTo(x[7]).isBetween(9.8e-305, 9.9e-305);
        assertThat(x[8]).isNaN();
        double[] small = {0, 0x1p-60, -0x1p-60};
        SCALAR.exp(0, 3, 1, small, x);
        assertThat(small).containsExactly(0, 0x1p-60, -0x1p-60);
    }

    @Test
    @Tag(Allocation.TAG)
    void allocatesNothing() {
        float[] x = inputs(4, 5_000);
        float[] y = new float[x.length];
        double[] e = new double[x.length];
        double[] scratch = new double[x.length];
        assertThat(Allocation.perCall(() -> VECTOR.relu(1, 4_999, x, y))).isZero();
        assertThat(Allocation.perCall(() -> VECTOR.reluGradient(1, 4_999, x, x, y)))
                .isZero();
        assertThat(Allocation.perCall(() -> VECTOR.leakyRelu(1, 4_999, 0.2f, x, x, y)))
                .isZero();
        assertThat(Allocation.perCall(() -> VECTOR.exp(1, 4_999, 0, e, scratch)))
                .isZero();
    }

    private interface Call {
        void run(ActivationKernel kernel, float[] y);
    }

    private static void compare(int n, Call call) {
        float[] scalar = new float[n + 2 * GUARD];
        Arrays.fill(scalar, UNTOUCHED);
        float[] vector = scalar.clone();
        call.run(SCALAR, scalar);
        call.run(VECTOR, vector);
        assertThat(vector).containsExactly(scalar);
        for (float[] guarded : new float[][] {scalar, vector}) {
            assertThat(Arrays.copyOf(guarded, GUARD)).containsOnly(UNTOUCHED);
            assertThat(Arrays.copyOfRange(guarded, GUARD + n, guarded.length)).containsOnly(UNTOUCHED);
        }
    }

    /** {@code n} numbers between NaN, every third one special. */
    private static float[] inputs(long seed, int n) {
        float[] x = new float[n + 2 * GUARD];
        Samplers.of(Key.of(seed)).uniform(-40, 40, Slice.all(x.length), x, 0);
        for (int i = 0; i < n; i += 3) {
            x[GUARD + i] = SPECIAL[(i / 3 + (int) seed) % SPECIAL.length];
        }
        Arrays.fill(x, 0, GUARD, Float.NaN);
        Arrays.fill(x, GUARD + n, x.length, Float.NaN);
        return x;
    }

    private static double[] widen(float[] x) {
        double[] wide = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            wide[i] = x[i];
        }
        return wide;
    }

    /** The Taylor series of x / 1024, to the power of 1024: 34 right digits at least. */
    private static BigDecimal exp(BigDecimal x) {
        BigDecimal small = x.divide(BigDecimal.valueOf(1024), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k < 40; k++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum.pow(1024, DIGITS);
    }
}
