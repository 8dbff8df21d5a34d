// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.trials;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.initium.Parallel;
import org.initium.verification.mutants.Mutant;
import org.initium.verification.stats.BinomialTest;
import org.initium.verification.stats.ClopperPearson;

/**
 * How surely each check finds the mutants that it claims: the first stage on many seeds, and both stages on as many of them as time allows.
 *
 * <p>The stages have streams of their own, so that a check's power is the product of theirs. The second draws ten times the data; what the
 * first one finds with 99.9 %, it misses less than once in 10^20, which {@link org.initium.verification.plan.Stages} works out and no
 * run can show.
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
     * What came of some seeds.
     *
     * @param seeds how many
     * @param misses on how many of them no such check failed
     */
    public record Tally(int seeds, int misses) {
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

        private Tally plus(boolean missed) {
            return new Tally(seeds + 1, misses + (missed ? 1 : 0));
        }
    }

    /**
     * One claim.
     *
     * @param mutant name of the mutant
     * @param claim the check that claims it
     * @param first what came of the first stage
     * @param both what came of both, on the first of these seeds
     */
    public record Row(String mutant, String claim, Tally first, Tally both) {
        private Row plus(boolean missedAtFirst) {
            return new Row(mutant, claim, first.plus(missedAtFirst), both);
        }

        private Row plus(boolean missedAtFirst, boolean missed) {
            return new Row(mutant, claim, first.plus(missedAtFirst), both.plus(missed));
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
     * @param limit how long a mutant may take in both stages; on the seeds that are left there is the first one alone
     * @param done hears how many mutants are through, from several threads, never from two at once
     * @throws IllegalArgumentException if there are no mutants or no seeds
     */
    public static PowerRun run(List<Mutant> mutants, long seed, int seeds, Duration limit, IntConsumer done) {
        if (mutants.isEmpty() || seeds < 1) {
            throw new IllegalArgumentException(
                    mutants.size() + " mutants and " + seeds + " seeds, expected one at least of both");
        }
        long start = System.nanoTime();
        List<List<Row>> rows = new ArrayList<>(Collections.nCopies(mutants.size(), List.of()));
        AtomicInteger count = new AtomicInteger();
        Parallel.forEach(mutants.size(), m -> {
            rows.set(m, rows(mutants.get(m), seed, seeds, limit));
            synchronized (rows) {
                done.accept(count.incrementAndGet());
            }
        });
        return new PowerRun(seed, rows.stream().flatMap(List::stream).toList(), (System.nanoTime() - start) * 1e-9);
    }

    private static List<Row> rows(Mutant mutant, long seed, int seeds, Duration limit) {
        Trial trial = new Trial(mutant.implementation());
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String claim : mutant.claims()) {
            rows.put(claim, new Row(mutant.name(), claim, new Tally(0, 0), new Tally(0, 0)));
        }
        long start = System.nanoTime();
        for (int s = 0; s < seeds; s++) {
            if (s == 0 || System.nanoTime() - start < limit.toNanos()) {
                Set<String> missed = trial.unmet(mutant.claims(), seed + s);
                Set<String> atFirst = missed.isEmpty() ? Set.of() : trial.unmetAtFirst(missed, seed + s);
                rows.replaceAll((claim, row) -> row.plus(atFirst.contains(claim), missed.contains(claim)));
            } else {
                Set<String> atFirst = trial.unmetAtFirst(mutant.claims(), seed + s);
                rows.replaceAll((claim, row) -> row.plus(atFirst.contains(claim)));
            }
        }
        return List.copyOf(rows.values());
    }

    /** Whether no claim is refuted, by the first stage or both; false if there are none. */
    public boolean passed() {
        return !rows.isEmpty() && refuted() == 0;
    }

    /** The outcome in a line: how many claims are proven, how many refuted, the seeds, the time. */
    public String headline() {
        return String.format(
                Locale.ROOT,
                "%d claims, proven to find their mutant in 99.9 %% of cases at 95 %% confidence: %d by the first stage, %d by both, %s;"
                        + " seeds from %d; %.0f s",
                rows.size(),
                rows.stream().filter(row -> row.first().proven()).count(),
                rows.stream().filter(row -> row.both().proven()).count(),
                refuted() == 0 ? "none refuted" : refuted() + " REFUTED",
                seed,
                seconds);
    }

    private long refuted() {
        return rows.stream()
                .filter(row -> row.first().refuted() || row.both().refuted())
                .count();
    }
}
