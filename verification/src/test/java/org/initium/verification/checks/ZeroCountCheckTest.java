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
        assertThat(verdict.detail()).isEqualTo("N = 6 columns of 4 with 2 zeros each");
    }

    /** One too many and one too few, of as many zeros in all. */
    @Test
    void eachColumnIsCountedForItself() {
        float[] sample = matrices(3);
        sample[8] = 7;
        sample[9] = 0;
        assertThat(ZeroCountCheck.check(sample, LAW).statistic()).isEqualTo(2);
        assertThat(ZeroCountCheck.check(sample, LAW).passed()).isFalse();
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
        assertThat(ZeroCountCheck.check(new float[8], LAW).statistic()).isEqualTo(2);
    }
}
