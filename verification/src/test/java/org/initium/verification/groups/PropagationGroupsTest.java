// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initium.random.Key;
import org.initium.verification.checks.Verdict;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.plan.Stages;
import org.junit.jupiter.api.Test;

class PropagationGroupsTest {
    private static List<PlannedCheck> checks(String name) {
        return PropagationGroups.of(Implementation.INITIUM).stream()
                .flatMap(group -> group.plan(Key.of(5), Effort.DEFAULT).stream())
                .filter(check -> check.check().equals(name))
                .toList();
    }

    /** The variance is the square of what the check states. */
    @Test
    void aVarianceThatIsWrongByTwoAndAHalfPerCentIsFoundAfterARectifier() {
        Verdict verdict = checks("propagation_gain").get(0).run(Stages.FIRST);
        assertThat(verdict.passed()).as(verdict.detail()).isTrue();
        assertThat(verdict.detail()).startsWith("N = 2000 nets of 5 layers, 576000 units");
        assertThat(Math.pow(1 + verdict.detects().size(), 2)).isBetween(1.02, 1.025);
    }

    /** Chi-squared's for sums, its mixture for rectifiers, each where the weights are normal. */
    @Test
    void theLawOfRatiosIsCheckedWithAndWithoutARectifier() {
        assertThat(checks("propagation_law"))
                .extracting(PlannedCheck::label)
                .containsExactly(
                        "propagation_law He's normal relu 32-64-48-64-48-64",
                        "propagation_law LeCun's normal linear 32-64-48-64-48-64");
    }
}
