// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {
    @ParameterizedTest
    @CsvSource({"1, true, false", "2, true, true", "3, false, true", "NaN, false, false", "Infinity, false, true"})
    void theThresholdItselfPassesAndNaNNever(double statistic, boolean atMost, boolean atLeast) {
        assertThat(Verdict.atMost(statistic, 2, "D", "N = 3", 1e-9).passed()).isEqualTo(atMost);
        assertThat(Verdict.atLeast(statistic, 2, "p", "N = 3", 1e-9).passed()).isEqualTo(atLeast);
        assertThat(Verdict.atMost(1, Double.NaN, "D", "", 0).passed()).isFalse();
        assertThat(Verdict.atLeast(1, Double.NaN, "D", "", 0).passed()).isFalse();
    }

    @Test
    void theMeaningSaysWhichSidePasses() {
        assertThat(Verdict.atMost(1, 2, "D", "", 0).meaning()).isEqualTo("D, at most");
        assertThat(Verdict.atLeast(1, 2, "p-value", "", 0).meaning()).isEqualTo("p-value, at least");
    }

    @Test
    void whatMustNotOccurIsCounted() {
        assertThat(Verdict.none(0, "NaN", "N = 3", "NaN").passed()).isTrue();
        Verdict one = Verdict.none(1, "values that are NaN", "N = 3", "value that is NaN");
        assertThat(one.passed()).isFalse();
        assertThat(one.alpha()).isZero();
        assertThat(one.detects()).hasToString("1 value that is NaN");
    }

    @Test
    void whatCouldNotBeMadeHasFailed() {
        Verdict verdict = Verdict.impossible("element 7 is NaN", 1e-9);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.statistic()).isNaN();
        assertThat(verdict.detail()).isEqualTo("element 7 is NaN");
        assertThat(verdict.alpha()).isEqualTo(1e-9);
        assertThat(verdict.detects()).isNull();
    }

    @Test
    void theRateOfAllStagesChangesNothingElse() {
        Verdict first = Verdict.atMost(1, 2, "D", "N = 3", 1e-3).detecting(0.25, "of D");
        Verdict both = first.at(1e-9);
        assertThat(both.alpha()).isEqualTo(1e-9);
        assertThat(both.at(1e-3)).isEqualTo(first);
        assertThat(both.detects()).isEqualTo(new Detectable(0.25, "of D"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void aFaultOfNoSizeIsNone(double size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Detectable(size, "shift"))
                .withMessage("size of the smallest 'shift' is " + size + ", expected above 0");
        assertThatNullPointerException().isThrownBy(() -> new Detectable(1, null));
    }

    /** Rounded down, the fault would be found less often than it says. */
    @ParameterizedTest
    @CsvSource({
        "0.012345, '0.013 of it'",
        "0.01, '0.010 of it'",
        "9.91, '10 of it'",
        "1, '1 of it'",
        "3e-9, '3.0e-09 of it'",
        "1.5, '1.5 of it'",
        "Infinity, 'Infinity of it'"
    })
    void theSizeHasTwoDigitsAndIsRoundedUp(double size, String words) {
        assertThat(new Detectable(size, "of it")).hasToString(words);
    }
}
