// SPDX-License-Identifier: Apache-2.0
package org.initium.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.initium.Allocation;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SgdKernelTest {
    private static final SgdKernel SCALAR = new SgdKernelScalar();
    private static final SgdKernel VECTOR = new SgdKernelVector();
    private static final int GUARD = 3;

    /** What lies around weights and velocities: a NaN would stay one if it were written to. */
    private static final float UNTOUCHED = -7;

    private static final float LR = 0.3f;
    private static final float MOMENTUM = 0.9f;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 61, 127})
    void vectorsEqualScalars(int n) {
        int to = GUARD + n;
        float[] g = guarded(Float.NaN, 1, n);
        compare(n, (kernel, m, w) -> kernel.descend(GUARD, to, LR, g, w));
        compare(n, (kernel, m, w) -> kernel.momentum(GUARD, to, LR, MOMENTUM, g, m, w));
        compare(n, (kernel, m, w) -> kernel.nesterov(GUARD, to, LR, MOMENTUM, g, m, w));
        for (int updates : new int[] {0, 1, 7}) {
            compare(n, (kernel, m, w) -> kernel.coastMomentum(GUARD, to, updates, MOMENTUM, m, w));
            compare(n, (kernel, m, w) -> kernel.coastNesterov(GUARD, to, updates, MOMENTUM, m, w));
        }
    }

    /** Numbers small enough that every step is exact. */
    @Test
    void followsItsDefinition() {
        float[] g = {3};
        float[] m = {8};
        float[] w = {100};
        SCALAR.descend(0, 1, 0.5f, g, w);
        assertThat(w).containsExactly(98.5f);
        SCALAR.momentum(0, 1, 0.5f, 0.25f, g, m, w);
        assertThat(m).containsExactly(0.5f);
        assertThat(w).containsExactly(99);
        SCALAR.nesterov(0, 1, 0.5f, 0.5f, g, m, w);
        assertThat(m).containsExactly(-1.25f);
        assertThat(w).containsExactly(99 - 0.625f - 1.5f);
    }

    /** Whatever the rate, minus zero and zero included: the sum of a zero product and a number is that number. */
    @ParameterizedTest
    @ValueSource(floats = {0, 0.1f, 1e30f})
    void coastingIsMovingWithoutGradient(float lr) {
        int n = 100;
        float[] zeros = new float[n];
        float[] start = numbers(5, n);
        Arrays.fill(start, 0, 3, -0f);
        Arrays.fill(start, n - 3, n, 0f);
        float[] values = numbers(6, n);
        Arrays.fill(values, 0, 2, -0f);
        Arrays.fill(values, n - 2, n, -0f);
        float[] m = start.clone();
        float[] w = values.clone();
        float[] coastM = start.clone();
        float[] coastW = values.clone();
        for (int i = 0; i < 9; i++) {
            SCALAR.momentum(0, n, lr, MOMENTUM, zeros, m, w);
        }
        SCALAR.coastMomentum(0, n, 9, MOMENTUM, coastM, coastW);
        assertThat(coastM).containsExactly(m);
        assertThat(coastW).containsExactly(w);
        for (int i = 0; i < 9; i++) {
            SCALAR.nesterov(0, n, lr, MOMENTUM, zeros, m, w);
        }
        SCALAR.coastNesterov(0, n, 9, MOMENTUM, coastM, coastW);
        assertThat(coastM).containsExactly(m);
        assertThat(coastW).containsExactly(w);
    }

    @Test
    @Tag(Allocation.TAG)
    void allocatesNothing() {
        float[] g = numbers(1, 5_000);
        float[] m = numbers(2, 5_000);
        float[] w = numbers(3, 5_000);
        assertThat(Allocation.perCall(() -> VECTOR.descend(1, 4_999, LR, g, w))).isZero();
        assertThat(Allocation.perCall(() -> VECTOR.momentum(1, 4_999, LR, MOMENTUM, g, m, w)))
                .isZero();
        assertThat(Allocation.perCall(() -> VECTOR.nesterov(1, 4_999, LR, MOMENTUM, g, m, w)))
                .isZero();
        assertThat(Allocation.perCall(() -> VECTOR.coastMomentum(1, 4_999, 9, MOMENTUM, m, w)))
                .isZero();
        assertThat(Allocation.perCall(() -> VECTOR.coastNesterov(1, 4_999, 9, MOMENTUM, m, w)))
                .isZero();
    }

    private interface Call {
        void run(SgdKernel kernel, float[] m, float[] w);
    }

    private static void compare(int n, Call call) {
        float[] m = guarded(UNTOUCHED, 7, n);
        float[] w = guarded(UNTOUCHED, 8, n);
        float[] vectorM = m.clone();
        float[] vectorW = w.clone();
        call.run(SCALAR, m, w);
        call.run(VECTOR, vectorM, vectorW);
        assertThat(vectorM).containsExactly(m);
        assertThat(vectorW).containsExactly(w);
        for (int i = 0; i < n; i++) {
            assertThat(w[GUARD + i]).isNotNaN();
        }
        for (float[] guarded : new float[][] {m, w, vectorM, vectorW}) {
            assertThat(Arrays.copyOf(guarded, GUARD)).containsOnly(UNTOUCHED);
            assertThat(Arrays.copyOfRange(guarded, GUARD + n, guarded.length)).containsOnly(UNTOUCHED);
        }
    }

    /** {@code n} numbers between others that are no business of the kernels. */
    private static float[] guarded(float guard, long seed, int n) {
        float[] x = new float[n + 2 * GUARD];
        Arrays.fill(x, guard);
        System.arraycopy(numbers(seed, n), 0, x, GUARD, n);
        return x;
    }

    private static float[] numbers(long seed, int n) {
        float[] x = new float[n];
        Samplers.of(Key.of(seed)).uniform(-2, 2, Slice.all(n), x, 0);
        return x;
    }
}
