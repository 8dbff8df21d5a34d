// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.haar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrthogonalityCheckTest {
    @Test
    void permutationsAndRotationsPass() {
        assertThat(OrthogonalityCheck.check(new float[] {0, 1, 1, 0, 0, 0}, new ExpectedLaw.Haar(3, 2, 1))
                        .statistic())
                .isZero();
        float c = (float) (Math.sqrt(0.5) * 3);
        assertThat(OrthogonalityCheck.check(new float[] {c, -c, c, c}, new ExpectedLaw.Haar(2, 2, 3))
                        .passed())
                .isTrue();
    }

    @Test
    void theRatioIsThatOfTheColumnSums() {
        // Columns (1, 0) and (2^-10, 1): Q'Q - I = [0 2^-10; 2^-10 2^-20], of 1-norm 2^-10 + 2^-20, over 2 * 2^-24.
        float[] q = {1, 0x1p-10f, 0, 1};
        assertThat(OrthogonalityCheck.check(q, new ExpectedLaw.Haar(2, 2, 1)).statistic())
                .isCloseTo(8192 + 8, within(1e-9));
    }

    /** One column that is longer or shorter by the stated error, at any right state of the others; by a third of it passes. */
    @Test
    void theDetectableLengthIsFound() {
        ExpectedLaw.Haar law = new ExpectedLaw.Haar(4, 3, 1);
        double e = OrthogonalityCheck.detectable(law);
        // 30 * 4 * 2^-24 to first order.
        assertThat(e).isCloseTo(30 * 0x1p-22, within(1e-10));
        assertThat(OrthogonalityCheck.check(new float[12], law).detects().size())
                .isEqualTo(e);
        for (int sign = -1; sign <= 1; sign += 2) {
            assertThat(OrthogonalityCheck.check(stretched(1 + sign * e), law).passed())
                    .isFalse();
            assertThat(OrthogonalityCheck.check(stretched(1 + sign * e / 3), law)
                            .passed())
                    .isTrue();
        }
    }

    private static float[] stretched(double length) {
        return new float[] {1, 0, 0, 0, (float) length, 0, 0, 0, 1, 0, 0, 0};
    }

    @Test
    void itIsTheRowsOfAWideMatrix() {
        // One of the three columns is 0.
        float[] rows = {1, 0, 0, 0, 0, 1};
        assertThat(OrthogonalityCheck.check(rows, new ExpectedLaw.Haar(2, 3, 1)).passed())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 1.00001f, -2, Float.NaN, Float.POSITIVE_INFINITY})
    void oneWrongEntryFails(float wrong) {
        float[] q = {1, 0, 0, 0, wrong, 0, 0, 0, 1};
        assertThat(OrthogonalityCheck.check(q, new ExpectedLaw.Haar(3, 3, 1)).passed())
                .isFalse();
    }

    @Test
    void theGainIsPartOfIt() {
        assertThat(OrthogonalityCheck.check(new float[] {2, 0, 0, 2}, new ExpectedLaw.Haar(2, 2, 1))
                        .passed())
                .isFalse();
    }

    @Test
    void aTensorOfAnotherSizeFailsInWords() {
        Verdict verdict = OrthogonalityCheck.check(new float[3], new ExpectedLaw.Haar(2, 2, 1));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail()).contains("3 elements");
    }
}
