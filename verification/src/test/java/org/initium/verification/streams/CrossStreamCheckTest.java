// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;

class CrossStreamCheckTest {
    private static final int N = 20_000;
    private static final double ALPHA = 1e-9;
    private static final ExpectedLaw.Normal NORMAL = new ExpectedLaw.Normal(3, 2);

    private static float[] normals(long seed, int n) {
        float[] x = new float[n];
        Samplers.of(Key.of(seed)).normal(3, 2, Slice.all(n), x, 0);
        return x;
    }

    private static boolean passes(float[] one, float[] other) {
        return CrossStreamCheck.check(one, other, NORMAL, ALPHA).passed();
    }

    @Test
    void streamsOfTheirOwnPass() {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(passes(normals(seed, N), normals(-seed, N))).isTrue();
        }
    }

    @Test
    void theSameStreamFailsAndSoDoesItsMirrorImage() {
        float[] one = normals(1, N);
        float[] mirrored = one.clone();
        for (int i = 0; i < N; i++) {
            mirrored[i] = 6 - one[i];
        }
        Verdict verdict = CrossStreamCheck.check(one, one, NORMAL, ALPHA);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.statistic()).isGreaterThan(0.95);
        assertThat(passes(one, mirrored)).isFalse();
    }

    /** A share of the elements is the same: so large is the correlation of their ranks. */
    @Test
    void aCorrelationOfTheDetectableSizeIsFound() {
        double rho = CrossStreamCheck.check(normals(1, N), normals(2, N), NORMAL, ALPHA)
                .detects()
                .size();
        assertThat(rho).isBetween(0.05, 0.09);
        for (long seed = 1; seed <= 20; seed++) {
            float[] one = normals(seed, N);
            float[] other = normals(-seed, N);
            System.arraycopy(one, 0, other, 0, (int) (rho / 5 * N));
            assertThat(passes(one, other)).as("a fifth of it").isTrue();
            System.arraycopy(one, 0, other, 0, (int) (rho * N) + 1);
            assertThat(passes(one, other)).isFalse();
        }
    }

    @Test
    void aNaNFails() {
        float[] bad = normals(2, N);
        bad[17] = Float.NaN;
        assertThat(passes(normals(1, N), bad)).isFalse();
        assertThat(passes(bad, normals(1, N))).isFalse();
    }

    @Test
    void constantsAndInfinitiesFail() {
        assertThat(passes(new float[N], normals(1, N))).isFalse();
        assertThat(passes(normals(1, N), new float[N])).isFalse();
        float[] bad = normals(2, N);
        bad[17] = Float.POSITIVE_INFINITY;
        assertThat(passes(normals(1, N), bad)).isFalse();
    }

    @Test
    void samplesThatAreTooSmallOrNotAsLargeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> passes(normals(1, 20), normals(2, 20)))
                .withMessageContaining("20 values are too few");
        assertThatIllegalArgumentException().isThrownBy(() -> passes(normals(1, N), normals(2, N - 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> passes(new float[0], new float[0]));
    }
}
