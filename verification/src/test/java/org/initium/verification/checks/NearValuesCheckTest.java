// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.verification.laws.FourierLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearValuesCheckTest {
    private static final FourierLaw LAW = new FourierLaw(25, 7, false);

    private static float[] rounded() {
        float[] kernel = new float[25 * 7];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) LAW.at(i);
        }
        return kernel;
    }

    @Test
    void valuesThatAreRoundedPass() {
        Verdict verdict = NearValuesCheck.check(rounded(), LAW);
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.alpha()).isZero();
        assertThat(verdict.detail()).startsWith("N = 175; element ");
    }

    /** By 0.9 of what the law's roundings explain, and by 1.1. */
    @Test
    void whatRoundingExplainsPassesAndNoMore() {
        float[] kernel = rounded();
        kernel[80] = (float) (LAW.at(80) + 0.9 * LAW.tolerance(80));
        assertThat(NearValuesCheck.check(kernel, LAW).passed()).isTrue();
        kernel[80] = (float) (LAW.at(80) - 1.1 * LAW.tolerance(80));
        Verdict verdict = NearValuesCheck.check(kernel, LAW);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail()).contains("element 80 is " + kernel[80]);
        assertThat(verdict.detects().size()).isLessThan(1e-5);
    }

    /** From one edge of its tolerance to beyond the other, at any place: twice the widest is enough, and at the widest needed. */
    @Test
    void theDetectableErrorIsFoundEverywhere() {
        double size = NearValuesCheck.check(rounded(), LAW).detects().size();
        double widest = 0;
        for (int i = 0; i < rounded().length; i++) {
            widest = Math.max(widest, LAW.tolerance(i));
            float[] kernel = rounded();
            // 1e-7 is a rounding and more of values below 1.
            kernel[i] = (float) (LAW.at(i) - LAW.tolerance(i) + size + 1e-7);
            assertThat(NearValuesCheck.check(kernel, LAW).passed()).as("%s", i).isFalse();
        }
        assertThat(size).isEqualTo(2 * widest);
    }

    /** Where the window is 0 nothing but 0 will do. */
    @ParameterizedTest
    @ValueSource(floats = {Float.MIN_VALUE, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void theEndsOfTheWindowAreExact(float wrong) {
        for (int element : new int[] {0, 6, 24 * 7, 25 * 7 - 1}) {
            float[] kernel = rounded();
            assertThat(kernel[element]).isZero();
            kernel[element] = wrong;
            Verdict verdict = NearValuesCheck.check(kernel, LAW);
            assertThat(verdict.passed()).as("%s at %s", wrong, element).isFalse();
            assertThat(verdict.detail()).contains("element " + element + " is " + wrong);
        }
    }

    /** A NaN, once there, is not lost to an element that is merely wrong. */
    @Test
    void aNaNStays() {
        float[] kernel = rounded();
        kernel[30] = Float.NaN;
        kernel[90] = 5;
        assertThat(NearValuesCheck.check(kernel, LAW).statistic()).isNaN();
        assertThat(NearValuesCheck.check(kernel, LAW).passed()).isFalse();
    }

    @Test
    void aKernelOfAnotherSizeFailsInWords() {
        Verdict verdict = NearValuesCheck.check(new float[0], LAW);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.detail()).isEqualTo("N = 0, expected 25 x 7");
    }
}
