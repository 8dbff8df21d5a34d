// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

import java.util.List;
import org.initium.random.Key;
import org.initium.verification.checks.Verdict;

/**
 * How the checks of a group come to their verdicts: once at a rate of false alarms of {@link #FIRST}, and those that fail again,
 * with ten times the data from a stream of its own, at a rate that makes the product of both their share of the whole run's.
 *
 * <p>The streams are independent, so a right implementation fails both with the product of the rates. Against one stage at the
 * share alone this needs half the data for the same power: at a share of 1e-9, 3.3 + 3.1 standard deviations in the first stage
 * instead of 6.1 + 3.1. The second stage, at a rate of 1e-6, misses a fault that the first one finds with 99.9 % power less than
 * once in 10^20, since its standard deviations are {@code sqrt(10)} times as small. More data, never the same amount again: a
 * rerun of the same test squares its power too; where ten times the data cannot be had, {@link CheckGroup#repeatable}, one stage
 * judges at the whole share. A. Gandy, J. Scott (2020), "Unit Testing for MCMC and other Monte Carlo Methods",
 * arXiv:2001.06465.
 */
public final class Stages {
    /** Rate of false alarms of the first stage: one check in a thousand is made again. */
    public static final double FIRST = 1e-3;

    /** Child of a group's key that the second stage draws from, out of the reach of the first one's tensors. */
    private static final long SECOND_STREAM = Long.MAX_VALUE;

    private final List<PlannedCheck> plan;
    private final boolean repeatable;
    private final Lazy<List<PlannedCheck>> second;

    /**
     * The checks of a group, which share a sample in either stage; for one thread.
     *
     * @param key the stream to draw from
     * @param effort of the first stage
     */
    public Stages(CheckGroup group, Key key, Effort effort) {
        plan = group.plan(key, effort);
        repeatable = group.repeatable(effort);
        second = new Lazy<>(() -> group.plan(key.child(SECOND_STREAM), effort.repeated()));
    }

    /** The group's checks. */
    public List<PlannedCheck> plan() {
        return plan;
    }

    /**
     * The verdict of one check's first stage alone; of an exact check there is no other.
     *
     * @param index of the check in {@link #plan}
     */
    public Verdict first(int index) {
        return plan.get(index).run(FIRST);
    }

    /**
     * The verdict of one check.
     *
     * @param index of the check in {@link #plan}
     * @param share how often the check may fail on a right implementation
     */
    public CheckResult run(int index, double share) {
        PlannedCheck check = plan.get(index);
        if (!check.statistical() || !repeatable || share >= FIRST) {
            return check.result(check.run(share));
        }
        Verdict first = first(index);
        if (first.passed()) {
            return check.result(first.at(share));
        }
        PlannedCheck again = second.get().get(index);
        Verdict confirmed = again.run(share / FIRST).at(share);
        // What both stages find is what the first one does; the second alone would find less than a third of it.
        return again.result(
                first.detects() == null
                        ? confirmed
                        : confirmed.detecting(
                                first.detects().size(), first.detects().fault()));
    }
}
