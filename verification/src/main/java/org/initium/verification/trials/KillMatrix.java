// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.trials;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.initium.Parallel;
import org.initium.verification.mutants.Mutant;
import org.initium.verification.plan.PlannedCheck;

/**
 * Which checks find which mutants, and whether all do that claim to: the suite's own measure. PractRand keeps such a table of 190
 * bad generators, by battery.
 *
 * @param seed seed of every sample
 * @param rows one for each mutant
 * @param seconds wall-clock time of the whole
 */
public record KillMatrix(long seed, List<Row> rows, double seconds) {
    /**
     * One mutant.
     *
     * @param mutant its name
     * @param fault what is wrong
     * @param bug where it happened
     * @param claims the checks that claim it
     * @param kills how many checks of each name fail it, after both stages; no name that fails none
     * @param unmet the claims that no check met
     * @param groups how many groups of checks have got something of it
     */
    public record Row(
            String mutant,
            String fault,
            String bug,
            List<String> claims,
            Map<String, Integer> kills,
            List<String> unmet,
            int groups) {
        /** Copies the collections. */
        public Row {
            claims = List.copyOf(claims);
            kills = Collections.unmodifiableMap(new TreeMap<>(kills));
            unmet = List.copyOf(unmet);
        }

        /** Whether every check that claims the mutant fails it. */
        public boolean killed() {
            return unmet.isEmpty();
        }
    }

    /** Copies the rows. */
    public KillMatrix {
        rows = List.copyOf(rows);
    }

    /**
     * Runs the suite against each mutant; the same seed gives the same matrix on every machine, on any number of threads.
     *
     * @param done hears how many mutants are through, from several threads, never from two at once
     * @throws IllegalArgumentException if there are no mutants: an empty matrix must not look like a good one
     */
    public static KillMatrix run(List<Mutant> mutants, long seed, IntConsumer done) {
        if (mutants.isEmpty()) {
            throw new IllegalArgumentException("no mutants, expected one at least");
        }
        long start = System.nanoTime();
        Row[] rows = new Row[mutants.size()];
        AtomicInteger count = new AtomicInteger();
        Parallel.forEach(rows.length, m -> {
            rows[m] = row(mutants.get(m), seed);
            synchronized (rows) {
                done.accept(count.incrementAndGet());
            }
        });
        return new KillMatrix(seed, Arrays.asList(rows), (System.nanoTime() - start) * 1e-9);
    }

    private static Row row(Mutant mutant, long seed) {
        Trial trial = new Trial(mutant.implementation());
        Map<String, Integer> kills = new TreeMap<>();
        TreeSet<String> unmet = new TreeSet<>(mutant.claims());
        for (PlannedCheck failed : trial.failures(seed)) {
            kills.merge(failed.check(), 1, Integer::sum);
            unmet.removeIf(claim -> Mutant.means(claim, failed));
        }
        return new Row(
                mutant.name(),
                mutant.fault(),
                mutant.bug(),
                mutant.claims(),
                kills,
                List.copyOf(unmet),
                trial.groups());
    }

    /** Whether every mutant is killed by all checks that claim it; false if there are none. */
    public boolean passed() {
        return !rows.isEmpty() && survivors().isEmpty();
    }

    /** The mutants that a check passes which claims them. */
    public List<Row> survivors() {
        return rows.stream().filter(row -> !row.killed()).toList();
    }

    /** The outcome in a line: how many mutants, how many survived, the seed, the time. */
    public String headline() {
        int survivors = survivors().size();
        return String.format(
                Locale.ROOT,
                "%d mutants, %s; seed %d; %.1f s",
                rows.size(),
                survivors == 0 ? "all killed by the checks that claim them" : survivors + " SURVIVED a claim",
                seed,
                seconds);
    }
}
