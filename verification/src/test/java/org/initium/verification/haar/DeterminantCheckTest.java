// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.haar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.initium.verification.checks.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeterminantCheckTest {
    private static final double ALPHA = 3e-9;

    /** 64 permutations of three rows, so many of which are even. */
    private static List<float[]> permutations(int even) {
        List<float[]> matrices = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            matrices.add(i < even ? new float[] {0, 1, 0, 0, 0, 1, 1, 0, 0} : new float[] {0, 1, 0, 1, 0, 0, 0, 0, 1});
        }
        return matrices;
    }

    /** 2 P(X <= 8) = 5.6e-10 and 2 P(X <= 9) = 3.5e-9 for X of the binomial law of 64 fair signs. */
    @ParameterizedTest
    @CsvSource({"0, false", "8, false", "9, true", "32, true", "55, true", "56, false", "64, false"})
    void rotationsAreAsFrequentAsReflections(int even, boolean passes) {
        Verdict verdict = DeterminantCheck.check(permutations(even), 3, ALPHA);
        assertThat(verdict.passed()).isEqualTo(passes);
        assertThat(verdict.detail()).isEqualTo("N = 64 matrices; " + even + " with a positive determinant");
    }

    @ParameterizedTest
    @ValueSource(floats = {0, -0f, Float.NaN})
    void aDeterminantWithoutSignFails(float entry) {
        List<float[]> matrices = permutations(32);
        matrices.get(5)[1] = entry;
        Verdict verdict = DeterminantCheck.check(matrices, 3, ALPHA);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail()).contains("a determinant is ");
    }

    @Test
    void tooFewMatricesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeterminantCheck.check(permutations(1).subList(0, 2), 3, ALPHA))
                .withMessageContaining("2 values are too few");
    }
}
