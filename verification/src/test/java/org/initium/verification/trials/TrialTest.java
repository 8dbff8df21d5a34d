// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initium.random.Samplers;
import org.initium.verification.mutants.Wrong;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.words.WordSource;
import org.junit.jupiter.api.Test;

class TrialTest {
    private static int groups(Implementation implementation) {
        return new Trial(implementation).groups();
    }

    /** What has nothing of the fault is not run. */
    @Test
    void onlyTheGroupsThatHaveGotTheFaultAreRun() {
        Implementation initium = Implementation.INITIUM;
        assertThat(groups(initium)).isZero();
        assertThat(groups(initium.withSteps((config, parameters) -> () -> {}))).isEqualTo(1);
        assertThat(groups(initium.withOrder((samples, batchSize, key, epoch) -> List.of())))
                .isEqualTo(1);
        assertThat(groups(initium.withRegression((samples, features, x, targets, rate, updates) -> new float[0][])))
                .isEqualTo(1);
        assertThat(groups(initium.withWords(key -> WordSource.zeros()))).isEqualTo(1);
        // Its three laws; the native one's extreme words besides.
        assertThat(groups(initium.withSampler("jax", Samplers::of))).isEqualTo(3);
        assertThat(groups(initium.withSampler("native", key -> Samplers.of(key.child(1)))))
                .isEqualTo(4);
        assertThat(groups(initium.withLosses(loss -> (batch, outputs, z, targets, dz) -> {})))
                .isPositive();
    }

    @Test
    void theFailuresAreThoseOfTheFault() {
        Trial trial = new Trial(Wrong.damaged("ones", Wrong.each(x -> Math.nextUp(1f))));
        assertThat(trial.failures(42))
                .isNotEmpty()
                .allSatisfy(check -> assertThat(check.subject()).isEqualTo("ones"))
                .extracting(PlannedCheck::check)
                .containsOnly("exact_values");
        assertThat(trial.unmet(List.of("exact_values", "finite", "exact_values (17,)", "exact_values (18,)"), 42))
                .containsExactly("exact_values (18,)", "finite");
    }
}
