// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.initium.Slice;
import org.initium.keras.Backend;
import org.initium.random.Key;
import org.initium.random.NativeWords;
import org.initium.random.Samplers;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.EventCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FairBitsCheckTest {
    private static final int N = 100_000;
    private static final int BITS = 24;
    private static final double ALPHA = 1e-9;
    private static final ExpectedLaw.Uniform LAW = new ExpectedLaw.Uniform(-1, 1);

    private static float[] uniforms(long seed, int n) {
        float[] x = new float[n];
        Samplers.of(Key.of(seed)).uniform(-1, 1, Slice.all(n), x, 0);
        return x;
    }

    private static Verdict check(float[] sample) {
        return FairBitsCheck.check(sample, LAW, BITS, ALPHA);
    }

    /** Right elements, one bit of which is set where it is not with such a probability that it is 1 in this share. */
    private static float[] leaning(long seed, int n, int bit, double share) {
        float[] x = uniforms(seed, n);
        int[] words = new int[n];
        NativeWords.fill(Key.of(seed).child(1), 0, n, words, 0);
        for (int i = 0; i < n; i++) {
            int cell = (int) ((x[i] + 1) * 0x1p23);
            if ((words[i] & 0xFFFFFFFFL) * 0x1p-32 < 2 * share - 1) {
                cell |= 1 << bit;
            }
            x[i] = (float) (cell * 0x1p-23 - 1);
        }
        return x;
    }

    /** The native sampler's grid, and numbers of 23 bits and of 53 that are rounded. */
    @ParameterizedTest
    @EnumSource
    void theSamplersPass(Backend backend) {
        float[] sample = new float[N];
        backend.sampler(5).uniform(-1, 1, Slice.all(N), sample, 0);
        int bits = backend == Backend.JAX || backend == Backend.TENSORFLOW ? 23 : 24;
        assertThat(FairBitsCheck.check(sample, LAW, bits, ALPHA).passed()).isTrue();
        // Of 23 bits the 24th is always 0.
        assertThat(FairBitsCheck.check(sample, LAW, 24, ALPHA).passed()).isEqualTo(bits == 24);
    }

    @Test
    void rightElementsPass() {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(check(uniforms(seed, N)).passed()).isTrue();
        }
    }

    /** A bit that is as far from fair as is stated, high or low, is missed once in a thousand times at most. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 23})
    void aBitThatLeansIsFound(int bit) {
        double fault = check(uniforms(1, N)).detects().size();
        assertThat(fault).isBetween(0.005, 0.02);
        for (long seed = 1; seed <= 20; seed++) {
            Verdict verdict = check(leaning(seed, N, bit, 0.5 + fault));
            assertThat(verdict.passed()).as(verdict.detail()).isFalse();
            assertThat(verdict.detail()).contains("bit " + (BITS - bit) + " from the top");
        }
    }

    /** A last bit that is 1 in 52 of 100 elements shows nowhere else. */
    @Test
    void theResolutionDoesNotShowIt() {
        float[] sample = leaning(3, 2_000_000, 0, 0.52);
        assertThat(ResolutionCheck.check(sample, LAW, BITS, 1e-3).passed()).isTrue();
        assertThat(FairBitsCheck.check(sample, LAW, BITS, 1e-3).passed()).isFalse();
    }

    /** Bits counted by hand: 0, 1/2 and the largest element of three cells in four. */
    @Test
    void theStatisticIsTheWorstBits() {
        float[] sample = new float[1000];
        for (int i = 0; i < sample.length; i++) {
            // Cells 00, 10, 11, 10 of the four.
            sample[i] = new float[] {-1, 0, 1, 0.25f}[i % 4];
        }
        Verdict verdict = FairBitsCheck.check(sample, LAW, 2, 1e-3);
        assertThat(verdict.statistic()).isEqualTo(250);
        assertThat(verdict.detail()).isEqualTo("N = 1000, 2 bits; bit 2 from the top is 1 in a share of 0.25");
        assertThat(verdict.threshold()).isEqualTo(EventCounts.critical(1000, 0.5, 2, 1e-3) + 1000 * 0x1p-24);
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
    @ValueSource(ints = {0, 25, -1})
    void bitsOutOfRangeAreRefused(int bits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FairBitsCheck.check(uniforms(1, N), LAW, bits, ALPHA))
                .withMessage("bits is " + bits + ", expected 1 to 24");
    }

    @Test
    void tooFewElementsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> check(new float[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> check(uniforms(1, 40)));
    }
}
