// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

import java.util.List;
import org.initium.random.Key;
import org.initium.verification.checks.Verdict;

/**
 * How a check comes to its verdict: once at a rate of false alarms of {@link #FIRST}, and if it fails, again with ten times the
 * data from a stream of its own, at a rate that makes the product of both its share of the whole run's.
 *
 * <p>The streams are independent, so a right implementation fails both with the product of the rates. Against one stage at the
 * share alone this needs half the data for the same power: at a share of 1e-9, 3.3 + 3.7 standard deviations in the first stage
 * instead of 6.1 + 3.1. The second stage, at a rate of 1e-6, misses a fault that the first one finds with 99.9 % power less than
 * once in 10^20, since its standard deviations are {@code sqrt(10)} times as small. More data, never the same amount again: a
 * rerun of the same test squares its power too. A. Gandy, J. Scott (2020), "Unit Testing for MCMC and other Monte Carlo Methods",
 * arXiv:2001.06465.
 */
public final class Stages {
    /** Rate of false alarms of the first stage: one check in a thousand is made again. */
    public static final double FIRST = 1e-3;

    /** Child of a group's key that the second stage draws from, out of the reach of the first one's tensors. */
    private static final long SECOND_STREAM = -1;

    private Stages() {}

    /**
     * The verdict of one check of a group.
     *
     * @param plan the group's checks as planned with the same key and effort, so that they share a sample
     * @param share how often the check may fail on a right implementation
     */
    public static CheckResult run(
            CheckGroup group, List<PlannedCheck> plan, int index, Key key, Effort effort, double share) {
        PlannedCheck check = plan.get(index);
        if (!check.statistical() || share >= FIRST) {
            return check.result(check.run(share));
        }
        Verdict first = check.run(FIRST);
        if (first.passed()) {
            return check.result(first.at(share));
        }
        PlannedCheck again =
                group.plan(key.child(SECOND_STREAM), effort.repeated()).get(index);
        return again.result(again.run(share / FIRST).at(share));
    }
}
