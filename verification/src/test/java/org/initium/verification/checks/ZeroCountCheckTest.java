// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.SparseLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZeroCountCheckTest {
    /** Two zeros in each of two columns of four. */
    private static final SparseLaw LAW = new SparseLaw(4, 2, 2, new ExpectedLaw.Normal(0, 1));

    private static float[] matrices(int n) {
        float[] sample = new float[8 * n];
        for (int m = 0; m < n; m++) {
            System.arraycopy(new float[] {0, 1, 2, -0f, -1, 0, 0, 5}, 0, sample, 8 * m, 8);
        }
        return sample;
    }

    @Test
    void theRightNumberInEveryColumnPasses() {
        Verdict verdict = ZeroCountCheck.check(matrices(3), LAW);
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.detail()).isEqualTo("N = 6 columns of 4 with 2 zeros each; 0 zeros more in all");
    }

    /** One too many and one too few, of as many zeros in all. */
    @Test
    void eachColumnIsCountedForItself() {
        float[] sample = matrices(3);
        sample[8] = 7;
        sample[9] = 0;
        Verdict verdict = ZeroCountCheck.check(sample, LAW);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.statistic()).isEqualTo(1);
        assertThat(verdict.meaning()).isEqualTo("zeros missing from columns, at most");
    }

    /** P(X > 5) is 2e-13 and P(X > 4) is 4e-11 for X of Poisson's law with mean 88,000 2^-22 = 0.021. */
    @Test
    void aNormalMayBeZeroButSeldom() {
        SparseLaw law = new SparseLaw(25, 20, 3, new ExpectedLaw.Normal(0, 1));
        float[] sample = new float[200 * 500];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = i % 500 < 60 ? 0 : 1;
        }
        for (int zeros = 0; zeros <= 6; zeros++) {
            Verdict verdict = ZeroCountCheck.check(sample, law);
            assertThat(verdict.threshold()).isEqualTo(5);
            assertThat(verdict.passed()).isEqualTo(zeros <= 5);
            sample[500 * zeros + 499] = 0;
        }
    }

    @Test
    void aNaNIsNoZero() {
        float[] sample = matrices(1);
        sample[0] = Float.NaN;
        assertThat(ZeroCountCheck.check(sample, LAW).passed()).isFalse();
    }

    /** Nothing, a matrix less an element, and one with an element of the next. */
    @ParameterizedTest
    @ValueSource(ints = {0, 7, 9})
    void whatIsNoWholeMatrixFailsInWords(int elements) {
        Verdict verdict = ZeroCountCheck.check(new float[elements], LAW);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail()).isEqualTo("N = " + elements + " elements, expected whole matrices of 4 x 2");
    }

    @Test
    void zerosEverywhereFail() {
        assertThat(ZeroCountCheck.check(new float[8], LAW).statistic()).isEqualTo(4);
        assertThat(ZeroCountCheck.check(new float[8], LAW).passed()).isFalse();
    }
}
