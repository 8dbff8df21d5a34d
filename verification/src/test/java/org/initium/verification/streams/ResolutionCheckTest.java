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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolutionCheckTest {
    private static final int N = 200_000;
    private static final int BITS = 16;
    private static final double ALPHA = 1e-9;
    private static final ExpectedLaw.Uniform LAW = new ExpectedLaw.Uniform(-1, 1);

    private static float[] uniforms(long seed, int n) {
        float[] x = new float[n];
        Samplers.of(Key.of(seed)).uniform(-1, 1, Slice.all(n), x, 0);
        return x;
    }

    private static Verdict check(float[] sample) {
        return ResolutionCheck.check(sample, LAW, BITS, ALPHA);
    }

    @Test
    void rightElementsPass() {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(check(uniforms(seed, N)).passed()).isTrue();
        }
    }

    /** All 24 bits of the native sampler, on as many elements as the suite draws: the last is lost, and nothing else tells. */
    @Test
    void aLostBitIsFound() {
        float[] right = uniforms(1, 2_000_000);
        float[] lost = right.clone();
        for (int i = 0; i < lost.length; i++) {
            lost[i] = (float) (Math.floor((lost[i] + 1) * 0x1p22) * 0x1p-22 - 1);
        }
        assertThat(ResolutionCheck.check(right, LAW, 24, ALPHA).passed()).isTrue();
        Verdict verdict = ResolutionCheck.check(lost, LAW, 24, ALPHA);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail()).contains("N = 2000000 on 2^24 cells").contains("empty, expected");
    }

    /** Too even is as wrong as too uneven: each cell of 65,536 thrice, and some 3,400 of them should be empty. */
    @Test
    void elementsThatAvoidEachOtherAreFound() {
        float[] even = new float[3 << BITS];
        for (int i = 0; i < even.length; i++) {
            even[i] = ((i & 0xFFFF) + 0.5f) * 0x1p-15f - 1;
        }
        Verdict verdict = check(even);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail()).contains(" 0 empty");
    }

    /** Cells never hit, as many as the verdict says: at the lower end, or all over. */
    @Test
    void cellsThatAreNeverHitAreFound() {
        double share = check(uniforms(1, N)).detects().size();
        assertThat(share).isBetween(0.001, 0.03);
        for (long seed = 1; seed <= 20; seed++) {
            float[] sample = uniforms(seed, N);
            for (int i = 0; i < N; i++) {
                sample[i] = Math.max(sample[i], (float) (2.001 * share - 1));
            }
            assertThat(check(sample).passed()).isFalse();
        }
    }

    /** An element that was rounded to the upper bound counts as below it. */
    @Test
    void theUpperBoundIsInTheLastCell() {
        float[] sample = uniforms(1, N);
        double before = check(sample).statistic();
        float last = 1;
        for (int i = 0; i < N; i++) {
            if (sample[i] >= 1 - 0x1p-15f) {
                sample[i] = last;
            }
        }
        assertThat(check(sample).statistic()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(floats = {1.0000001f, -1.0000001f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void whatLiesOutsideFailsInWords(float bad) {
        float[] sample = uniforms(1, N);
        sample[5] = bad;
        Verdict verdict = check(sample);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail()).contains("an element is " + bad);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 25, -1})
    void bitsOutOfRangeAreRefused(int bits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResolutionCheck.check(uniforms(1, N), LAW, bits, ALPHA))
                .withMessage("bits is " + bits + ", expected 6 to 24");
    }

    @Test
    void anEmptySampleIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> check(new float[0]));
    }

    /** So few that all on one cell would pass. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void tooFewElementsAreRefused(int n) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(new float[n]))
                .withMessageContaining(n + " values are too few for the test of empty urns");
    }

    @Test
    void equalElementsFail() {
        assertThat(check(new float[100]).passed()).isFalse();
    }
}
