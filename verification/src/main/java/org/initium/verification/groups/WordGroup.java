// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.initium.random.Key;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.words.AgreementCheck;
import org.initium.verification.words.CollisionCheck;
import org.initium.verification.words.SerialCheck;
import org.initium.verification.words.Tuples;
import org.initium.verification.words.WordSource;

/**
 * The words of the native sampler: one stream, a key's children, and the streams of neighbouring seeds.
 *
 * @param subject their name in reports
 * @param stream the words of a key
 */
public record WordGroup(String subject, Function<Key, WordSource> stream) implements CheckGroup {
    /** Words of each check in a full run: 2^34, about a minute of one core; ten times as many when it is made again. */
    static final long FULL = 1L << 34;

    /** Otherwise tuples for a serial check and words for an agreement. */
    static final int SAMPLE = 1 << 22;

    /** Cells of a collision check: 2^24, whose table of 2 MiB still lies in a cache. */
    private static final int CELL_BITS = 24;

    /** Cells of a serial check: 2^12, a thousand tuples on each in the smaller run, for faults of few cells ... */
    private static final int FINE_BITS = 12;

    /** ... and 2^6 for faint ones of many. */
    private static final int COARSE_BITS = 6;

    /** Streams beside each other. */
    private static final int STREAMS = 16;

    /**
     * Successive words; the same lane's next two words, which make a normal pair and the next (32, 64); the same step of the
     * next block (4,096).
     */
    private static final int[] LAGS = {1, 32, 64, 4096};

    /** The words of an implementation. */
    public static WordGroup of(Implementation implementation) {
        return new WordGroup("native words", implementation.words());
    }

    @Override
    public List<PlannedCheck> plan(Key key, Effort effort) {
        WordSource one = stream.apply(key);
        WordSource children = side(key::child, 0);
        WordSource nextChildren = side(key::child, 1);
        // Seeds beside each other; the group's key makes them others with each seed of the run.
        WordSource seeds = side(j -> Key.of(key.key() + j), 0);
        WordSource nextSeeds = side(j -> Key.of(key.key() + j), 1);

        List<PlannedCheck> plan = new ArrayList<>();
        plan.add(collisions(one, "", Tuples.upper(1, CELL_BITS), effort));
        plan.add(collisions(one, "", Tuples.lower(1, CELL_BITS), effort));
        plan.add(collisions(one, "", Tuples.upper(2, CELL_BITS / 2), effort));
        plan.add(collisions(one, "", Tuples.upper(3, CELL_BITS / 3), effort));
        plan.add(collisions(children, "16 children, ", Tuples.upper(2, CELL_BITS / 2), effort));
        plan.add(serial(one, "", Tuples.upper(2, FINE_BITS / 2), effort));
        plan.add(serial(one, "", Tuples.lower(2, FINE_BITS / 2), effort));
        plan.add(serial(one, "", Tuples.upper(2, FINE_BITS / 2).apart(32), effort));
        plan.add(serial(one, "", Tuples.upper(3, FINE_BITS / 3), effort));
        plan.add(serial(one, "", Tuples.upper(2, COARSE_BITS / 2), effort));
        plan.add(serial(one, "", Tuples.upper(3, COARSE_BITS / 3), effort));
        plan.add(serial(children, "16 children, ", Tuples.upper(2, FINE_BITS / 2), effort));
        plan.add(serial(seeds, "16 seeds, ", Tuples.upper(2, FINE_BITS / 2), effort));
        plan.add(agreement(one, WordSource.zeros(), "with zeros", effort));
        for (int lag : LAGS) {
            plan.add(agreement(one, one.from(lag), "lag " + lag, effort));
        }
        plan.add(agreement(children, nextChildren, "next child", effort));
        plan.add(agreement(seeds, nextSeeds, "next seed", effort));
        return plan;
    }

    /** A word in turn from each of 16 keys. */
    private WordSource side(LongFunction<Key> keys, long first) {
        return WordSource.interleaved(LongStream.range(first, first + STREAMS)
                .mapToObj(keys)
                .map(stream)
                .toList());
    }

    private static long full(Effort effort) {
        return FULL * effort.times() / new Effort(true, false).times();
    }

    private PlannedCheck collisions(WordSource source, String of, Tuples tuples, Effort effort) {
        int rounds = effort.full() ? (int) (full(effort) / tuples.size() / tuples.cells()) : effort.times();
        return new PlannedCheck(
                CollisionCheck.NAME,
                subject,
                of + tuples,
                true,
                alpha -> CollisionCheck.check(source, tuples, rounds, alpha));
    }

    private PlannedCheck serial(WordSource source, String of, Tuples tuples, Effort effort) {
        // Rounded down to whole batches of 4,096 where 3 does not divide 2^34.
        long n = effort.full() ? full(effort) / tuples.size() & -4096 : effort.times() * (long) SAMPLE;
        return new PlannedCheck(
                SerialCheck.NAME, subject, of + tuples, true, alpha -> SerialCheck.check(source, tuples, n, alpha));
    }

    private PlannedCheck agreement(WordSource one, WordSource other, String of, Effort effort) {
        long n = effort.full() ? full(effort) : effort.times() * (long) SAMPLE;
        return new PlannedCheck(
                AgreementCheck.NAME, subject, of, true, alpha -> AgreementCheck.check(one, other, n, alpha));
    }
}
