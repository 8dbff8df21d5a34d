// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.initium.verification.checks.Verdict;
import org.junit.jupiter.api.Test;

class PlannedCheckTest {
    private static PlannedCheck statistical(List<Double> rates) {
        return new PlannedCheck("mean", "he_normal", "(25, 20)", true, rate -> {
            rates.add(rate);
            return Verdict.atMost(2, 3, "|z|", "N = 500", rate).detecting(0.125, "standard deviations");
        });
    }

    @Test
    void aStatisticalCheckGetsTheRateAndAnExactOneNone() {
        List<Double> rates = new ArrayList<>();
        assertThat(statistical(rates).run(1e-3).alpha()).isEqualTo(1e-3);
        assertThat(rates).containsExactly(1e-3);
        PlannedCheck exact = new PlannedCheck("finite", "x", "()", false, rate -> {
            rates.add(rate);
            throw new IllegalStateException("no words left");
        });
        assertThat(exact.run(1e-3).alpha()).isZero();
        assertThat(rates).containsExactly(1e-3, 0.0);
        assertThat(PlannedCheck.exact("finite", "x", "()", () -> Verdict.none(0, "faults", "N = 1", "fault"))
                        .statistical())
                .isFalse();
    }

    @Test
    void theLabelIsCheckSubjectShape() {
        assertThat(statistical(new ArrayList<>()).label()).isEqualTo("mean he_normal (25, 20)");
    }

    @Test
    void theResultHasTheWordsOfTheVerdict() {
        PlannedCheck check = statistical(new ArrayList<>());
        assertThat(check.result(check.run(1e-3)))
                .isEqualTo(new CheckResult(
                        "mean",
                        "he_normal",
                        "(25, 20)",
                        2,
                        3,
                        "|z|, at most",
                        true,
                        "N = 500",
                        1e-3,
                        "0.13 standard deviations"));
    }

    @Test
    void whatThrowsHasFailedInItsWords() {
        PlannedCheck broken = new PlannedCheck("mean", "x", "()", true, rate -> {
            throw new IllegalArgumentException("5 values are too few");
        });
        CheckResult result = broken.result(broken.run(1e-3));
        assertThat(result.passed()).isFalse();
        assertThat(result.alpha()).isEqualTo(1e-3);
        assertThat(result.detail()).isEqualTo("threw java.lang.IllegalArgumentException: 5 values are too few");
        assertThat(result.detects()).isEmpty();
    }

    /** An assertion of the engine, or memory that ran out, is no verdict. */
    @Test
    void anErrorIsNoVerdict() {
        PlannedCheck broken = PlannedCheck.exact("mean", "x", "()", () -> {
            throw new AssertionError("kernel");
        });
        assertThatThrownBy(() -> broken.run(1e-3)).isInstanceOf(AssertionError.class);
    }
}
