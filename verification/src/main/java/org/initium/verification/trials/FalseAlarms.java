// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.trials;

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
 * to exceed, and exact ones against none: many seeds, the samples of the default run.
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
     * @param rate how often it may fail, at most; 0 if it is exact
     * @param trials how often it ran
     * @param alarms how often it failed
     */
    public record Row(String check, double rate, long trials, long alarms) {
        /** Probability of as many alarms or more at the rate that is promised. */
        public double pValue() {
            if (rate == 0) {
                return alarms == 0 ? 1 : 0;
            }
            return BinomialTest.upperTail(alarms, trials, rate);
        }

        private Row plus(Row other) {
            return new Row(check, rate, trials + other.trials, alarms + other.alarms);
        }
    }

    /** Copies the rows. */
    public FalseAlarms {
        rows = List.copyOf(rows);
    }

    /**
     * Counts the alarms.
     *
     * @param seeds how many seeds, 1 or more
     * @param done hears how many seeds are through, from several threads, never from two at once
     * @throws IllegalArgumentException if there are no seeds
     */
    public static FalseAlarms run(long seed, int seeds, IntConsumer done) {
        return run(VerificationSuite.groups(Implementation.INITIUM), seed, seeds, done);
    }

    static FalseAlarms run(List<CheckGroup> groups, long seed, int seeds, IntConsumer done) {
        if (seeds < 1) {
            throw new IllegalArgumentException("seeds is " + seeds + ", expected 1 or more");
        }
        long start = System.nanoTime();
        Map<String, Row> rows = new TreeMap<>();
        int[] count = new int[1];
        Parallel.forEach(seeds, s -> {
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
        return new FalseAlarms(seed, seeds, List.copyOf(rows.values()), (System.nanoTime() - start) * 1e-9);
    }

    private static void count(List<PlannedCheck> plan, List<Row> rows) {
        for (PlannedCheck check : plan) {
            boolean single = !check.statistical()
                    || plan.stream()
                                    .filter(other -> other.check().equals(check.check()))
                                    .count()
                            == 1;
            String kind = single ? check.check() : check.check() + " " + check.shape();
            double rate = check.statistical() ? Stages.FIRST : 0;
            rows.add(new Row(kind, rate, 1, check.run(rate).passed() ? 0 : 1));
        }
    }

    /** Whether no kind of check raised more alarms than its rate explains. */
    public boolean passed() {
        return rows.stream().allMatch(this::keeps);
    }

    private boolean keeps(Row row) {
        return row.pValue() >= FAMILY / rows.size();
    }

    /** The outcome in a line: alarms and checks, the promised rate, the seeds, the time. */
    public String headline() {
        List<Row> chance = rows.stream().filter(row -> row.rate() > 0).toList();
        List<Row> exact = rows.stream().filter(row -> row.rate() == 0).toList();
        return String.format(
                Locale.ROOT,
                "%d false alarms in %d checks, %s %.0e, and %d in %d exact ones; %d seeds from %d; %.0f s",
                chance.stream().mapToLong(Row::alarms).sum(),
                chance.stream().mapToLong(Row::trials).sum(),
                chance.stream().allMatch(this::keeps)
                        ? "at the promised rate of at most"
                        : "MORE than the promised rate of",
                Stages.FIRST,
                exact.stream().mapToLong(Row::alarms).sum(),
                exact.stream().mapToLong(Row::trials).sum(),
                seeds,
                seed,
                seconds);
    }
}
