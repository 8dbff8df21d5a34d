// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.Shape;
import org.initium.verification.laws.DeltaLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrayValuesCheckTest {
    /** Four positions, of which the second is the middle: elements 4 to 7. */
    private static final DeltaLaw LAW = new DeltaLaw(Shape.of(4, 2, 2), 1);

    private static float[] kernel() {
        float[] kernel = new float[16];
        kernel[4] = 1;
        kernel[7] = 1;
        return kernel;
    }

    @Test
    void valuesInTheMiddlePass() {
        assertThat(StrayValuesCheck.check(kernel(), LAW).passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 8, 15})
    void oneValueElsewhereFails(int where) {
        for (float stray : new float[] {Float.MIN_VALUE, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
            float[] kernel = kernel();
            kernel[where] = stray;
            Verdict verdict = StrayValuesCheck.check(kernel, LAW);
            assertThat(verdict.passed()).as("%s at %s", stray, where).isFalse();
            assertThat(verdict.statistic()).isEqualTo(1);
        }
    }

    /** The other middle of an even size: the matrix is all strays. */
    @Test
    void theOtherMiddleFails() {
        float[] kernel = new float[16];
        kernel[8] = 1;
        kernel[11] = 1;
        assertThat(StrayValuesCheck.check(kernel, LAW).statistic()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 15, 32})
    void aKernelOfAnotherSizeFailsInWords(int elements) {
        Verdict verdict = StrayValuesCheck.check(new float[elements], LAW);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail()).isEqualTo("N = " + elements + ", expected a kernel of shape (4, 2, 2)");
    }
}
