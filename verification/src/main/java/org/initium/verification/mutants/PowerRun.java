// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.initium.Parallel;
import org.initium.verification.stats.BinomialTest;
import org.initium.verification.stats.ClopperPearson;

/**
 * How surely each check finds the mutants that it claims: both stages of the suite, on many seeds.
 *
 * @param seed the first seed; the others follow it
 * @param rows one for each claim of each mutant
 * @param seconds wall-clock time of the whole
 */
public record PowerRun(long seed, List<Row> rows, double seconds) {
    /** Seeds that prove 99.9 % without a miss: {@code 0.05^(1/3000) = 0.9990}, the rule of three. */
    public static final int SEEDS = 3000;

    /** The power that is to be proven. */
    private static final double POWER = 0.999;

    /** One minus the confidence of a proof. */
    private static final double DOUBT = 0.05;

    /** A claim is refuted by so many misses as a power of 99.9 % has with at most this probability. */
    private static final double REFUTED = 1e-6;

    /**
     * One claim.
     *
     * @param mutant name of the mutant
     * @param claim the check that claims it
     * @param seeds on how many seeds it was tried
     * @param misses on how many of them no such check failed
     */
    public record Row(String mutant, String claim, int seeds, int misses) {
        /** Lower bound of the power at 95 % confidence: {@link ClopperPearson}. */
        public double power() {
            return 1 - ClopperPearson.upper(misses, seeds, DOUBT);
        }

        /** Whether 99.9 % are proven. */
        public boolean proven() {
            return power() >= POWER;
        }

        /** Whether 99.9 % are refuted. */
        public boolean refuted() {
            return BinomialTest.upperTail(misses, seeds, 1 - POWER) < REFUTED;
        }
    }

    /** Copies the rows. */
    public PowerRun {
        rows = List.copyOf(rows);
    }

    /**
     * Tries every claim.
     *
     * @param seeds on how many seeds, 1 or more
     * @param limit how long a claim may take; then what has been tried must do
     * @param done hears how many claims are through, from several threads, never from two at once
     * @throws IllegalArgumentException if there are no mutants or no seeds
     */
    public static PowerRun run(List<Mutant> mutants, long seed, int seeds, Duration limit, IntConsumer done) {
        if (mutants.isEmpty() || seeds < 1) {
            throw new IllegalArgumentException(
                    mutants.size() + " mutants and " + seeds + " seeds, expected one at least of both");
        }
        long start = System.nanoTime();
        List<Row> claims = new ArrayList<>();
        List<Mutant> owners = new ArrayList<>();
        for (Mutant mutant : mutants) {
            for (String claim : mutant.claims()) {
                claims.add(new Row(mutant.name(), claim, 0, 0));
                owners.add(mutant);
            }
        }
        Row[] rows = new Row[claims.size()];
        AtomicInteger count = new AtomicInteger();
        Parallel.forEach(rows.length, i -> {
            rows[i] = row(owners.get(i), claims.get(i).claim(), seed, seeds, limit);
            synchronized (rows) {
                done.accept(count.incrementAndGet());
            }
        });
        return new PowerRun(seed, Arrays.asList(rows), (System.nanoTime() - start) * 1e-9);
    }

    private static Row row(Mutant mutant, String claim, long seed, int seeds, Duration limit) {
        Trial trial = new Trial(mutant.implementation());
        long start = System.nanoTime();
        int tried = 0;
        int misses = 0;
        while (tried < seeds && (tried == 0 || System.nanoTime() - start < limit.toNanos())) {
            misses += trial.unmet(List.of(claim), seed + tried).isEmpty() ? 0 : 1;
            tried++;
        }
        return new Row(mutant.name(), claim, tried, misses);
    }

    /** Whether no claim is refuted; false if there are none. */
    public boolean passed() {
        return !rows.isEmpty() && rows.stream().noneMatch(Row::refuted);
    }

    /** The outcome in a line: how many claims are proven, how many refuted, the seeds, the time. */
    public String headline() {
        long proven = rows.stream().filter(Row::proven).count();
        long refuted = rows.stream().filter(Row::refuted).count();
        return String.format(
                Locale.ROOT,
                "%d claims, %d proven to find their mutant in 99.9 %% of cases at 95 %% confidence, %s; seeds from %d; %.0f s",
                rows.size(),
                proven,
                refuted == 0 ? "none refuted" : refuted + " REFUTED",
                seed,
                seconds);
    }
}
