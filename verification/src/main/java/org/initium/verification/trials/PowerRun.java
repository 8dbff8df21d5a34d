// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.trials;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.initium.Parallel;
import org.initium.verification.mutants.Mutant;
import org.initium.verification.stats.BinomialTest;
import org.initium.verification.stats.ClopperPearson;
import org.initium.verification.stats.Power;

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
            return power() >= 1 - Power.MISS;
        }

        /** Whether 99.9 % are refuted. */
        public boolean refuted() {
            return BinomialTest.upperTail(misses, seeds, Power.MISS) < REFUTED;
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
     * @param done hears how many mutants are through, from several threads, never from two at once
     * @throws IllegalArgumentException if there are no mutants or no seeds
     */
    public static PowerRun run(List<Mutant> mutants, long seed, int seeds, IntConsumer done) {
        if (mutants.isEmpty() || seeds < 1) {
            throw new IllegalArgumentException(
                    mutants.size() + " mutants and " + seeds + " seeds, expected one at least of both");
        }
        long start = System.nanoTime();
        List<List<Row>> rows = new ArrayList<>(Collections.nCopies(mutants.size(), List.of()));
        AtomicInteger count = new AtomicInteger();
        Parallel.forEach(mutants.size(), m -> {
            rows.set(m, rows(mutants.get(m), seed, seeds));
            synchronized (rows) {
                done.accept(count.incrementAndGet());
            }
        });
        return new PowerRun(seed, rows.stream().flatMap(List::stream).toList(), (System.nanoTime() - start) * 1e-9);
    }

    private static List<Row> rows(Mutant mutant, long seed, int seeds) {
        Trial trial = new Trial(mutant.implementation());
        Map<String, Integer> misses = new LinkedHashMap<>();
        mutant.claims().forEach(claim -> misses.put(claim, 0));
        for (int s = 0; s < seeds; s++) {
            trial.unmet(mutant.claims(), seed + s).forEach(claim -> misses.merge(claim, 1, Integer::sum));
        }
        return misses.entrySet().stream()
                .map(entry -> new Row(mutant.name(), entry.getKey(), seeds, entry.getValue()))
                .toList();
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
