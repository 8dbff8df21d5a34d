// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.trials;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.initium.Parallel;
import org.initium.verification.VerificationSuite;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.plan.Stages;
import org.initium.verification.stats.BinomialTest;

/**
 * How often the checks fail Initium itself in their first stage, against the rate of {@link Stages#FIRST} that they promise not
 * to exceed: many seeds, the samples of the default run.
 *
 * @param seed the first seed; the others follow it
 * @param seeds how many there were
 * @param rows one for each kind of check
 * @param seconds wall-clock time of the whole
 */
public record FalseAlarms(long seed, int seeds, List<Row> rows, double seconds) {
    /** Probability that a suite that keeps its promise does not pass here, over all rows. */
    private static final double FAMILY = 1e-6;

    /**
     * One kind of check. Those of one kind have samples of their own, so that their alarms are independent and the number is
     * binomial at most; checks of different kinds may share a sample.
     *
     * @param check its name, with the shape where a group has several of the name on one sample
     * @param trials how often it ran
     * @param alarms how often it failed
     */
    public record Row(String check, long trials, long alarms) {
        /** Probability of as many alarms or more at the rate that is promised. */
        public double pValue() {
            return BinomialTest.upperTail(alarms, trials, Stages.FIRST);
        }

        private Row plus(Row other) {
            return new Row(check, trials + other.trials, alarms + other.alarms);
        }
    }

    /** Copies the rows. */
    public FalseAlarms {
        rows = List.copyOf(rows);
    }

    /**
     * Counts the alarms.
     *
     * @param seeds how many seeds at most, 1 or more
     * @param limit how long it may take; a seed that has begun is ended
     * @param done hears how many seeds are through, from several threads, never from two at once
     * @throws IllegalArgumentException if there are no seeds
     */
    public static FalseAlarms run(long seed, int seeds, Duration limit, IntConsumer done) {
        return run(VerificationSuite.groups(Implementation.INITIUM), seed, seeds, limit, done);
    }

    static FalseAlarms run(List<CheckGroup> groups, long seed, int seeds, Duration limit, IntConsumer done) {
        if (seeds < 1) {
            throw new IllegalArgumentException("seeds is " + seeds + ", expected 1 or more");
        }
        long start = System.nanoTime();
        Map<String, Row> rows = new TreeMap<>();
        int[] count = new int[1];
        Parallel.forEach(seeds, s -> {
            if (s > 0 && System.nanoTime() - start > limit.toNanos()) {
                return;
            }
            List<Row> own = new ArrayList<>();
            for (int g = 0; g < groups.size(); g++) {
                count(groups.get(g).plan(VerificationSuite.key(seed + s, g), Effort.DEFAULT), own);
            }
            synchronized (rows) {
                own.forEach(row -> rows.merge(row.check(), row, Row::plus));
                count[0]++;
                done.accept(count[0]);
            }
        });
        return new FalseAlarms(seed, count[0], List.copyOf(rows.values()), (System.nanoTime() - start) * 1e-9);
    }

    private static void count(List<PlannedCheck> plan, List<Row> rows) {
        for (PlannedCheck check : plan) {
            if (check.statistical()) {
                boolean single = plan.stream()
                                .filter(other -> other.check().equals(check.check()))
                                .count()
                        == 1;
                String kind = single ? check.check() : check.check() + " " + check.shape();
                rows.add(new Row(kind, 1, check.run(Stages.FIRST).passed() ? 0 : 1));
            }
        }
    }

    /** Whether no kind of check raised more alarms than its rate explains. */
    public boolean passed() {
        return rows.stream().allMatch(row -> row.pValue() >= FAMILY / rows.size());
    }

    /** The outcome in a line: alarms and checks, the promised rate, the seeds, the time. */
    public String headline() {
        long trials = rows.stream().mapToLong(Row::trials).sum();
        long alarms = rows.stream().mapToLong(Row::alarms).sum();
        return String.format(
                Locale.ROOT,
                "%d false alarms in %d checks, %s %.0e; %d seeds from %d; %.0f s",
                alarms,
                trials,
                passed() ? "at the promised rate of at most" : "MORE than the promised rate of",
                Stages.FIRST,
                seeds,
                seed,
                seconds);
    }
}
