// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.verification.checks.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteCheckTest {
    private static final FiniteCheck CHECK = new FiniteCheck();

    @ParameterizedTest
    @ValueSource(floats = {0, -0f, Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE})
    void whatIsFinitePasses(float x) {
        assertThat(CHECK.check(new float[] {x, x}).passed()).isTrue();
    }

    @Test
    void allFaultsAreCountedAndTheFirstIsNamed() {
        Verdict verdict = CHECK.check(new float[] {1, Float.NEGATIVE_INFINITY, 2, Float.NaN, Float.POSITIVE_INFINITY});
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.statistic()).isEqualTo(3);
        assertThat(verdict.detail()).isEqualTo("N = 5; element 1 is -Infinity");
        assertThat(verdict.alpha()).isZero();
    }

    @Test
    void anEmptyTensorFails() {
        assertThat(CHECK.check(new float[0]).passed()).isFalse();
    }
}
