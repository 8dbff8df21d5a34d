// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initium.nn.SgdConfig;
import org.initium.random.Key;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.training.DivergenceCheck;
import org.initium.verification.training.EpochCheck;
import org.initium.verification.training.EpochOrder;
import org.initium.verification.training.Regression;
import org.initium.verification.training.RegressionCheck;
import org.initium.verification.training.ShuffleCheck;
import org.initium.verification.training.StepCheck;
import org.initium.verification.training.StepRule;

/** What is checked of training: the optimizer with each of its settings, the order of the samples, and descent as a whole. */
public final class TrainingGroups {
    /** Settings that the reference knows, each alone or with what it takes effect through. */
    private static final Map<String, SgdConfig> SETTINGS = settings();

    /** Epochs of a check of orders: an order of 4 that is 1.3 times as likely as it should be is found, a place of 64 at 1.6 times. */
    private static final int EPOCHS = 20_000;

    /** Updates in a row: six with a large gradient and six with a small one. */
    private static final int UPDATES = 12;

    /** Steps of descent. */
    private static final int STEPS = 100;

    private TrainingGroups() {}

    /** The groups of an implementation's training. */
    public static List<CheckGroup> of(Implementation implementation) {
        return List.of(
                new StepGroup(implementation.steps()),
                new OrderGroup(implementation.order()),
                new RegressionGroup(implementation.regression()));
    }

    private static Map<String, SgdConfig> settings() {
        SgdConfig plain = SgdConfig.of(0.1);
        SgdConfig momentum = plain.withMomentum(0.9);
        Map<String, SgdConfig> settings = new LinkedHashMap<>();
        settings.put("plain", plain);
        settings.put("momentum", momentum);
        settings.put("nesterov", momentum.withNesterov(true));
        settings.put("weight_decay", momentum.withWeightDecay(0.01));
        // The kernel's gradients have a norm of some 6 or 0.6, the bias's of some 2.6 or 0.26.
        settings.put("clipnorm", momentum.withClipnorm(1));
        settings.put("global_clipnorm", momentum.withGlobalClipnorm(1));
        settings.put("clipvalue", momentum.withClipvalue(0.5));
        return settings;
    }

    private record StepGroup(StepRule rule) implements CheckGroup {
        @Override
        public List<PlannedCheck> plan(Key key, Effort effort) {
            List<PlannedCheck> plan = new ArrayList<>();
            SETTINGS.forEach((name, config) -> plan.add(PlannedCheck.exact(
                    StepCheck.NAME, "sgd", name, () -> StepCheck.check(rule, config, UPDATES, key))));
            return plan;
        }
    }

    private record OrderGroup(EpochOrder order) implements CheckGroup {
        private static final String SUBJECT = "epochs";

        @Override
        public List<PlannedCheck> plan(Key key, Effort effort) {
            int epochs = effort.times() * EPOCHS;
            return List.of(
                    epoch(key, 10, 4),
                    epoch(key, 64, 16),
                    epoch(key, 7, 1),
                    epoch(key, 5, 8),
                    new PlannedCheck(
                            ShuffleCheck.NAME,
                            SUBJECT,
                            "all orders of 4",
                            true,
                            alpha -> ShuffleCheck.orders(order, epochs, key.child(0), alpha)),
                    new PlannedCheck(
                            ShuffleCheck.NAME,
                            SUBJECT,
                            "places of 64",
                            true,
                            alpha -> ShuffleCheck.places(order, 64, epochs, key.child(1), alpha)));
        }

        private PlannedCheck epoch(Key key, int samples, int batchSize) {
            return PlannedCheck.exact(
                    EpochCheck.NAME,
                    SUBJECT,
                    samples + " in batches of " + batchSize,
                    () -> EpochCheck.check(order, samples, batchSize, key));
        }
    }

    private record RegressionGroup(Regression regression) implements CheckGroup {
        private static final String SUBJECT = "descent";

        @Override
        public List<PlannedCheck> plan(Key key, Effort effort) {
            return List.of(
                    path(key, 0.1),
                    path(key, 0.9),
                    PlannedCheck.exact(
                            DivergenceCheck.NAME, SUBJECT, "linear", () -> DivergenceCheck.check(regression, key)));
        }

        private PlannedCheck path(Key key, double share) {
            return PlannedCheck.exact(
                    RegressionCheck.NAME,
                    SUBJECT,
                    share + " of the largest rate",
                    () -> RegressionCheck.check(regression, share, STEPS, key));
        }
    }
}
