// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which checks find which planted faults: what {@code ./initium verify --mutants --json} prints.
 *
 * @param seed seed of every sample
 * @param passed whether nothing survived, no claim is refuted and no check cries wolf too often
 * @param seconds wall-clock time of the matrix
 * @param mutants one for each faulty implementation
 * @param power how surely each claim holds; empty unless it was measured
 * @param falseAlarms how often each check fails Initium itself; empty unless it was measured
 */
public record MutationSummary(
        long seed,
        boolean passed,
        double seconds,
        List<Mutant> mutants,

        @JacksonInject(value = Json.NO_POWER, useInput = OptBoolean.TRUE)
        List<Power> power,

        @JacksonInject(value = Json.NO_ALARMS, useInput = OptBoolean.TRUE)
        List<Alarms> falseAlarms) {
    /** Copies the lists. */
    public MutationSummary {
        mutants = List.copyOf(mutants);
        power = List.copyOf(power);
        falseAlarms = List.copyOf(falseAlarms);
    }

    /**
     * A faulty implementation before the suite.
     *
     * @param name its name
     * @param fault what is wrong
     * @param bug where it happened
     * @param killed whether every check that claims it fails it
     * @param claims the checks that claim to find it
     * @param unmet the claims that no check met
     * @param kills how many checks of each name fail it
     * @param groups how many groups of checks have got something of it
     */
    public record Mutant(
            String name,
            String fault,
            String bug,
            boolean killed,
            List<String> claims,
            List<String> unmet,
            Map<String, Integer> kills,
            int groups) {
        /** Copies the collections. */
        public Mutant {
            claims = List.copyOf(claims);
            unmet = List.copyOf(unmet);
            kills = Collections.unmodifiableMap(new TreeMap<>(kills));
        }
    }

    /**
     * A claim on many seeds.
     *
     * @param mutant name of the mutant
     * @param claim the check that claims it
     * @param first what came of the first stage
     * @param both what came of both stages, on some of the seeds
     */
    public record Power(String mutant, String claim, Tally first, Tally both) {}

    /**
     * What came of some seeds.
     *
     * @param seeds how many
     * @param misses on how many of them no such check failed
     * @param power lower bound of the probability of a kill at 95 % confidence
     */
    public record Tally(int seeds, int misses, double power) {}

    /**
     * The checks of one name on a right implementation, on many seeds.
     *
     * @param check the name
     * @param rate how often it may fail, at most; 0 if it is exact
     * @param trials how many ran
     * @param alarms how many failed
     */
    public record Alarms(String check, double rate, long trials, long alarms) {}

    /** The number of mutants that all checks kill which claim them. */
    public long killed() {
        return mutants.stream().filter(Mutant::killed).count();
    }

    /**
     * Reads what {@code ./initium verify --mutants --json} printed, with {@code --full} or without.
     *
     * @throws IOException if the file cannot be read or is not of this form
     */
    public static MutationSummary read(Path file) throws IOException {
        return Json.read(file, MutationSummary.class);
    }

    /**
     * Writes the same, replacing a file whole.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Json.write(file, this);
    }
}
