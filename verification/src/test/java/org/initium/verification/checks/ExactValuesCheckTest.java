// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactValuesCheckTest {
    private static final ExpectedLaw.Exact ZEROS = new ExpectedLaw.Constant(0);
    private static final ExpectedLaw.Exact IDENTITY = new ExpectedLaw.Identity(2, 3, 1);

    @Test
    void rightValuesPass() {
        assertThat(ExactValuesCheck.check(new float[3], ZEROS).passed()).isTrue();
        assertThat(ExactValuesCheck.check(new float[] {1, 0, 0, 0, 1, 0}, IDENTITY)
                        .passed())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(floats = {-0.0f, Float.MIN_VALUE, Float.NaN, 1})
    void oneWrongBitFails(float wrong) {
        Verdict verdict = ExactValuesCheck.check(new float[] {0, wrong, 0}, ZEROS);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.statistic()).isEqualTo(1);
        assertThat(verdict.detail()).contains("element 1 is " + wrong + ", expected 0.0");
    }

    @Test
    void theIdentityIsCheckedOnAndOffTheDiagonal() {
        assertThat(ExactValuesCheck.check(new float[] {1, 0, 0, 1, 0, 0}, IDENTITY)
                        .statistic())
                .isEqualTo(2);
        assertThat(ExactValuesCheck.check(new float[] {1, 0, 0, 0, 1, 1}, IDENTITY)
                        .statistic())
                .isEqualTo(1);
    }

    @Test
    void anEmptyTensorFails() {
        assertThat(ExactValuesCheck.check(new float[0], ZEROS).passed()).isFalse();
    }
}
